package io.fangwei.policy.calendars;

import io.fangwei.kernel.deadlines.ClockRule;
import io.fangwei.kernel.deadlines.RulePacks;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.store.Ids;
import io.fangwei.policy.calendars.RulePackCommand.Length;
import io.fangwei.policy.calendars.RulePackCommand.ProposePack;
import io.fangwei.policy.rules.PolicyRule;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Where rule packs of cities and standards are handed in and published. */
@Service
public class RulePackDesk {

    private final CityRulePacks packs;

    public RulePackDesk(CityRulePacks packs) {
        this.packs = packs;
    }

    public CityRulePack propose(String packId, ProposePack command) {
        var version = new PackVersion(
                command.version(),
                command.clocks().stream().map(RulePackDesk::rule).toList());
        var needed = RulePacks.read(RulePacks.CHENGDU).clocks().keySet();
        return packs.open(id(packId), packId, pack -> pack.propose(version, needed));
    }

    public CityRulePack publish(String packId) {
        return packs.change(id(packId), CityRulePack::publish);
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

    private static UUID id(String packId) {
        return Ids.of("rule-pack", packId);
    }
}
