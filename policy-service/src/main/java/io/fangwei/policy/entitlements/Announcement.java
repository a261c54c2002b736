package io.fangwei.policy.entitlements;

import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.policy.entitlements.EntitlementEvent.EarlierServiceRecorded;
import io.fangwei.policy.entitlements.EntitlementEvent.EntitlementAtRisk;
import io.fangwei.policy.entitlements.EntitlementEvent.EntitlementCounted;
import io.fangwei.policy.entitlements.EntitlementEvent.EntitlementGranted;
import io.fangwei.policy.entitlements.EntitlementEvent.LearningRecorded;
import io.fangwei.policy.entitlements.EntitlementEvent.TermsFulfilled;
import io.fangwei.policy.entitlements.EntitlementEvent.TermsUnfulfilled;
import io.fangwei.policy.entitlements.EntitlementEvent.TrainingCoverageMissed;
import io.fangwei.policy.entitlements.EntitlementEvent.YearlyServiceMissed;
import io.fangwei.policy.policies.ServiceItemType;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an entitlement, as it now stands, tells of what was just done to it. */
record Announcement(
        UUID policyId, UUID insurerId, UUID companyId, String area, AgreedTerms agreed, ServicesDone services) {

    EntitlementEvent granted(Grant grant, List<ClockFact> clocks) {
        var items = agreed.counts(services, grant.from());
        return new EntitlementGranted(policyId, insurerId, companyId, area, grant.from(), grant.to(), items, clocks);
    }

    EntitlementEvent counted(ServiceItemType item, UUID visitId, List<ClockFact> clocks) {
        return new EntitlementCounted(
                policyId,
                insurerId,
                companyId,
                area,
                item,
                agreed.agreed(item),
                services.planned(item),
                services.done(item),
                visitId,
                clocks);
    }

    EntitlementEvent recorded(EarlierService service, List<ClockFact> clocks) {
        return new EarlierServiceRecorded(
                policyId,
                insurerId,
                companyId,
                area,
                service.item(),
                service.doneOn(),
                service.proofReference(),
                service.proofHash(),
                clocks);
    }

    EntitlementEvent learned(
            Learning learning, int insuredPersons, @Nullable String correctionReason, List<ClockFact> clocks) {
        return new LearningRecorded(
                policyId,
                insurerId,
                companyId,
                area,
                learning.asOf(),
                learning.learners(),
                insuredPersons,
                learning.platformReference(),
                learning.logHash(),
                correctionReason,
                clocks);
    }

    EntitlementEvent atRisk(ItemTerm term, LocalDate today) {
        return new EntitlementAtRisk(
                policyId,
                insurerId,
                companyId,
                area,
                term.item(),
                services.remaining(term),
                Objects.requireNonNull(term.lastDayInTime()),
                Objects.requireNonNull(agreed.to()),
                today);
    }

    EntitlementEvent yearMissed(ClockFact clock, LocalDate today) {
        return new YearlyServiceMissed(policyId, insurerId, companyId, area, today, List.of(clock));
    }

    EntitlementEvent coverageMissed(Coverage coverage, LocalDate today) {
        return new TrainingCoverageMissed(
                policyId,
                insurerId,
                companyId,
                area,
                today,
                coverage.insuredAtTheEnd(),
                coverage.learning(),
                coverage.clocks());
    }

    EntitlementEvent settled(boolean fulfilled, LocalDate on) {
        var items = agreed.counts(services, on);
        var proof = services.proof();
        var to = agreed.to();
        var due = to == null || on.isBefore(to) ? on : to;
        return fulfilled
                ? new TermsFulfilled(policyId, insurerId, companyId, area, on, due, items, proof)
                : new TermsUnfulfilled(policyId, insurerId, companyId, area, on, due, items, proof);
    }
}
