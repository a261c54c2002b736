package io.fangwei.kernel.search;

import io.fangwei.kernel.problems.Failure;
import io.fangwei.kernel.problems.KernelRule;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.http.HttpStatus;

/** A search for words in what documents are found by. */
public final class Search {

    /** Where the pairs of characters of a document stand. */
    public static final String FIELD = "search";

    private Search() {}

    /** Documents that hold every word; refuses words too short to be looked for. */
    public static Criteria of(String words) {
        var pairs = Bigrams.wanted(words);
        if (pairs.isEmpty()) {
            throw new Failure(HttpStatus.BAD_REQUEST, KernelRule.MALFORMED_REQUEST, "q: ≥ 2");
        }
        return new Criteria()
                .andOperator(pairs.stream()
                        .map(pair -> Criteria.where(FIELD).is(pair))
                        .toList());
    }

    /** The same demand, but none that an index is chosen for: the words choose it. */
    public static Criteria besides(Criteria demand) {
        return demand.getCriteriaObject().isEmpty()
                ? demand
                : new Criteria().norOperator(new Criteria().norOperator(demand));
    }
}
