package io.fangwei.policy.feed.messaging;

import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.feed.FeedRecord;
import io.fangwei.kernel.feed.FeedSource;
import io.fangwei.kernel.problems.NotFound;
import io.fangwei.policy.companies.Scale;
import io.fangwei.policy.policies.CoInsurer;
import io.fangwei.policy.policies.Policies;
import io.fangwei.policy.policies.Policy;
import io.fangwei.policy.policies.PolicyStatus;
import io.fangwei.policy.policies.ServiceTerm;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Policies as they stand, where their risk lies. A draft is nobody's contract before the applicant was told of it. */
@Component
class PolicyRecords implements FeedSource {

    /** @param contractVersion how often the contract was endorsed, and one */
    record Shown(
            String kind,
            String policyNo,
            PolicyStatus status,
            UUID insurerId,
            List<CoInsurer> coInsurers,
            UUID companyId,
            String area,
            String industryCode,
            Scale scale,
            boolean highRisk,
            LocalDate from,
            LocalDate to,
            int contractVersion,
            LocalDate effectiveOn,
            List<ServiceTerm> items) {}

    private final Policies policies;

    PolicyRecords(Policies policies) {
        this.policies = policies;
    }

    @Override
    public Set<String> types() {
        return Set.of(
                "policy.disclosure-acknowledged.v1",
                "policy.policy-activated.v1",
                "policy.policy-endorsed.v1",
                "policy.policy-cancelled.v1",
                "policy.policy-expired.v1",
                "policy.policy-moved.v1");
    }

    @Override
    public List<FeedRecord> on(List<EventEnvelope> events) {
        var known = policies.findAll(
                events.stream().map(EventEnvelope::subjectId).distinct().toList());
        return events.stream()
                .map(event -> {
                    var policy = known.get(event.subjectId());
                    if (policy == null) {
                        throw new NotFound("policy", event.subject());
                    }
                    return record(event, policy);
                })
                .toList();
    }

    private static FeedRecord record(EventEnvelope event, Policy policy) {
        return policy.getDisclosure() == null
                ? FeedRecord.withdrawn(event, event.subject())
                : FeedRecord.shown(
                        event, event.subject(), List.of(policy.getRisk().area()), shown(policy));
    }

    private static Shown shown(Policy policy) {
        var contract = policy.getContract();
        var risk = policy.getRisk();
        var newest = policy.versionOn(LocalDate.MAX);
        return new Shown(
                "POLICY",
                contract.policyNo(),
                policy.getStatus(),
                policy.getInsurerId(),
                policy.getCoInsurers(),
                policy.getCompanyId(),
                risk.area(),
                risk.industryCode(),
                risk.scale(),
                risk.highRisk(),
                contract.from(),
                contract.to(),
                newest.version(),
                newest.effectiveOn(),
                contract.serviceTerms());
    }
}
