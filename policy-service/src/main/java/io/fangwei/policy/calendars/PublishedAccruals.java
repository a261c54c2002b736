package io.fangwei.policy.calendars;

import io.fangwei.kernel.deadlines.Deadlines;
import io.fangwei.kernel.deadlines.RulePack;
import io.fangwei.policy.ShippedAccruals;
import io.fangwei.policy.insurers.AccrualRulebook;
import io.fangwei.policy.insurers.AccrualRules;
import java.time.LocalDate;
import org.springframework.stereotype.Service;

/** The limits that were published for the rule pack of this platform; those that are shipped before any were. */
@Service
class PublishedAccruals implements AccrualRulebook {

    private final CityRulePacks packs;
    private final RulePack pack;
    private final InForce shipped;

    PublishedAccruals(CityRulePacks packs, Deadlines deadlines) {
        this.packs = packs;
        this.pack = deadlines.rules();
        this.shipped = named(pack.version(), ShippedAccruals.read(pack.id()));
    }

    @Override
    public InForce on(LocalDate day) {
        return packs.find(RulePackDesk.id(pack.id()))
                .flatMap(published -> published.accrualOn(day))
                .map(version -> named(version.version(), version.rules()))
                .orElse(shipped);
    }

    private InForce named(String version, AccrualRules rules) {
        return new InForce(pack.id() + " " + version, rules);
    }
}
