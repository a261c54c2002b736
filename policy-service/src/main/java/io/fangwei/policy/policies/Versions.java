package io.fangwei.policy.policies;

import io.fangwei.policy.rules.PolicyRule;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** How a contract stood and stands, the first version first; never empty. */
record Versions(List<Endorsement> all) {

    /** @param endorsed all versions of a contract that was endorsed; none where it was not */
    static Versions of(List<Endorsement> endorsed, Contract contract, InsuredRisk risk) {
        return new Versions(
                endorsed.isEmpty()
                        ? List.of(new Endorsement(1, contract.from(), null, null, contract, risk))
                        : endorsed);
    }

    Endorsement newest() {
        return all.get(all.size() - 1);
    }

    /** As it stands on a day; before its first day, as it was concluded. */
    Endorsement on(LocalDate day) {
        return all.stream()
                .filter(one -> !one.effectiveOn().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElse(all.get(0));
    }

    /** The contract as it stands from a day on: not behind the version before, nor after its own end. */
    Versions with(Contract given, InsuredRisk current, LocalDate effectiveOn, String reasonCode, LocalDate today) {
        PolicyRule.ENDORSEMENT_OUT_OF_TIME.require(
                !effectiveOn.isBefore(newest().effectiveOn())
                        && !effectiveOn.isAfter(given.to())
                        && !given.to().isBefore(today),
                effectiveOn,
                newest().effectiveOn(),
                given.to());
        var next = new Endorsement(newest().version() + 1, effectiveOn, today, reasonCode, given, current);
        return new Versions(Stream.concat(all.stream(), Stream.of(next)).toList());
    }
}
