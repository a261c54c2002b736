package io.fangwei.kernel.paging;

import com.mongodb.client.MongoCollection;
import io.fangwei.kernel.problems.Failure;
import io.fangwei.kernel.problems.KernelRule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.http.HttpStatus;

/** Which page of a list is asked for: {@code ?limit=} up to 200, {@code ?after=} cursor (architecture section 4). */
public record Pages(int limit, @Nullable String after) {

    public static final int MOST = 200;
    public static final int DEFAULT = 50;

    /** From the parameters of a request; refuses a limit out of bounds and a cursor that we did not give out. */
    public static Pages of(@Nullable Integer limit, @Nullable String cursor) {
        var wanted = limit == null ? DEFAULT : limit;
        if (wanted < 1 || wanted > MOST) {
            throw new Failure(HttpStatus.BAD_REQUEST, KernelRule.MALFORMED_REQUEST, "limit: 1–" + MOST);
        }
        return new Pages(wanted, cursor == null ? null : decoded(cursor));
    }

    /** Documents in the order of their ids that match filter and scope. */
    public <T> Page<T> of(
            MongoCollection<Document> documents, Criteria filter, Criteria scope, Function<Document, T> read) {
        var query = new ArrayList<Document>();
        for (var part : List.of(filter, scope)) {
            var criteria = part.getCriteriaObject();
            if (!criteria.isEmpty()) {
                query.add(criteria);
            }
        }
        if (after != null) {
            query.add(new Document("_id", new Document("$gt", after)));
        }
        var found = documents
                .find(query.isEmpty() ? new Document() : query.size() == 1 ? query.get(0) : new Document("$and", query))
                .sort(new Document("_id", 1))
                .limit(limit + 1)
                .into(new ArrayList<>());
        var more = found.size() > limit;
        var shown = more ? found.subList(0, limit) : found;
        return new Page<>(
                shown.stream().map(read).toList(),
                more ? encoded(shown.get(limit - 1).get("_id").toString()) : null);
    }

    private static String encoded(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException foreign) {
            throw new Failure(HttpStatus.BAD_REQUEST, KernelRule.MALFORMED_REQUEST, "after: " + foreign.getMessage());
        }
    }
}
