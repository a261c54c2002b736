package io.fangwei.policy.calendars;

import io.fangwei.kernel.deadlines.ClockRule;
import io.fangwei.kernel.deadlines.RulePacks;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.store.Ids;
import io.fangwei.policy.ShippedAccruals;
import io.fangwei.policy.calendars.RulePackCommand.Length;
import io.fangwei.policy.calendars.RulePackCommand.Limits;
import io.fangwei.policy.calendars.RulePackCommand.ProposePack;
import io.fangwei.policy.insurers.AccrualRules;
import io.fangwei.policy.insurers.AccrualRules.Floor;
import io.fangwei.policy.rules.PolicyRule;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Where rule packs of cities and standards are handed in and published. */
@Service
public class RulePackDesk {

    /** The rule pack of the whole country: no other allows more to be set aside. */
    private static final String NATIONAL = "aq9010-2019";

    private final CityRulePacks packs;
    private final Clock clock;

    public RulePackDesk(CityRulePacks packs, Clock clock) {
        this.packs = packs;
        this.clock = clock;
    }

    public CityRulePack propose(String packId, ProposePack command) {
        var version = new PackVersion(
                command.version(),
                command.clocks().stream().map(RulePackDesk::rule).toList(),
                limits(command.accrual()));
        var needed = RulePacks.read(RulePacks.CHENGDU).clocks().keySet();
        return packs.open(id(packId), packId, pack -> pack.propose(version, needed));
    }

    public CityRulePack publish(String packId) {
        return packs.change(id(packId), pack -> pack.publish(LocalDate.now(clock)));
    }

    public CityRulePack get(String packId) {
        return packs.get(id(packId));
    }

    public Page<CityRulePack> page(Pages page) {
        return packs.page(page);
    }

    private static ClockRule rule(Length given) {
        PolicyRule.CLOCK_WITHOUT_LENGTH.require(given.isCountable(), given.rule());
        return new ClockRule(given.rule(), given.length(), given.unit(), given.binding());
    }

    private static @Nullable AccrualRules limits(@Nullable Limits given) {
        if (given == null) {
            return null;
        }
        var limits = new AccrualRules(
                given.cap(),
                given.floors().stream()
                        .map(least -> new Floor(least.industries(), least.fromYear(), least.rate()))
                        .toList());
        limits.requireWithin(ShippedAccruals.read(NATIONAL).cap());
        return limits;
    }

    static UUID id(String packId) {
        return Ids.of("rule-pack", packId);
    }
}
