package io.fangwei.policy.calendars;

import io.fangwei.kernel.deadlines.ClockRule;
import io.fangwei.kernel.events.Aggregate;
import io.fangwei.policy.calendars.RulePackEvent.RulePackProposed;
import io.fangwei.policy.calendars.RulePackEvent.RulePackPublished;
import io.fangwei.policy.rules.PolicyRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rule pack of a city or standard: the version that is in force, and the one that is proposed (AMB-77, AMB-78). */
public final class CityRulePack implements Aggregate {

    private final UUID aggregateId;
    private final String packId;
    private List<String> versions;
    private @Nullable PackVersion proposed;
    private @Nullable PackVersion published;
    private List<AccrualVersion> accruals = List.of();

    private CityRulePack(UUID aggregateId, String packId, List<String> versions) {
        this.aggregateId = aggregateId;
        this.packId = packId;
        this.versions = List.copyOf(versions);
    }

    public static CityRulePack of(UUID aggregateId, String packId) {
        return new CityRulePack(aggregateId, packId, List.of());
    }

    /** @param needed the clocks that services start; a pack without one of them would stop their work */
    public List<RulePackEvent> propose(PackVersion given, Set<String> needed) {
        PolicyRule.VERSION_PUBLISHED_BEFORE.require(!versions.contains(given.version()), given.version());
        var named = given.clocks().stream().map(ClockRule::rule).collect(Collectors.toSet());
        var missing =
                needed.stream().filter(rule -> !named.contains(rule)).sorted().toList();
        PolicyRule.CLOCKS_MISSING.require(missing.isEmpty(), String.join(", ", missing));
        proposed = given;
        return List.of(new RulePackProposed(packId, given.version()));
    }

    /** What it says of accruals is in force from that day on; what came in before keeps what was in force then. */
    public List<RulePackEvent> publish(LocalDate today) {
        var given = proposed;
        if (given == null) {
            throw PolicyRule.NOTHING_PROPOSED.broken(packId);
        }
        published = given;
        proposed = null;
        versions = Stream.concat(versions.stream(), Stream.of(given.version())).toList();
        var accrual = given.accrual();
        if (accrual != null) {
            accruals = Stream.concat(accruals.stream(), Stream.of(new AccrualVersion(given.version(), today, accrual)))
                    .toList();
        }
        return List.of(new RulePackPublished(packId, given.version(), given.clocks(), accrual, today));
    }

    /** The limits of accrual that were in force on a day; empty before any were published. */
    public Optional<AccrualVersion> accrualOn(LocalDate day) {
        return accruals.stream().filter(one -> !one.from().isAfter(day)).reduce((earlier, later) -> later);
    }

    @Override
    public String status() {
        return published == null ? "PROPOSED" : "PUBLISHED";
    }

    public UUID getAggregateId() {
        return aggregateId;
    }

    public String getPackId() {
        return packId;
    }

    public List<String> getVersions() {
        return versions;
    }

    public @Nullable PackVersion getProposed() {
        return proposed;
    }

    public List<AccrualVersion> getAccruals() {
        return accruals;
    }

    public @Nullable PackVersion getPublished() {
        return published;
    }
}
