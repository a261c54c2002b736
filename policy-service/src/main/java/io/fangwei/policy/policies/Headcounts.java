package io.fangwei.policy.policies;

import io.fangwei.policy.rules.PolicyRule;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How many persons a policy insured and insures, in the order of the days from which the counts hold. */
public record Headcounts(List<Headcount> all) {

    public Headcounts {
        all = List.copyOf(all);
    }

    /** Said again of a day, the last word counts. */
    public Headcounts with(Headcount given) {
        var others = all.stream().filter(known -> !known.from().equals(given.from()));
        return new Headcounts(Stream.concat(others, Stream.of(given))
                .sorted(Comparator.comparing(Headcount::from))
                .toList());
    }

    Headcounts with(Headcount given, Contract contract) {
        PolicyRule.HEADCOUNT_OUT_OF_TERM.require(
                !given.from().isBefore(contract.from()) && !given.from().isAfter(contract.to()),
                given.from(),
                contract.from(),
                contract.to());
        return with(given);
    }

    /** The count that holds on a day, if anybody said one. */
    public Optional<Headcount> on(LocalDate day) {
        return all.stream().filter(known -> !known.from().isAfter(day)).reduce((earlier, later) -> later);
    }
}
