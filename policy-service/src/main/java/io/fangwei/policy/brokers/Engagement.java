package io.fangwei.policy.brokers;

import io.fangwei.kernel.deadlines.Watched;
import io.fangwei.policy.brokers.BrokerEvent.BrokerEngaged;
import io.fangwei.policy.brokers.BrokerEvent.ConflictDeclared;
import io.fangwei.policy.brokers.BrokerEvent.EngagementEnded;
import io.fangwei.policy.rules.PolicyRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a broker acts for a company towards one insurer. */
public final class Engagement implements Watched {

    private final UUID engagementId;
    private final UUID brokerId;
    private final UUID insurerId;
    private final UUID companyId;
    private final @Nullable UUID policyId;
    private final LocalDate from;
    private final LocalDate to;
    private boolean suppliesPeople;
    private @Nullable LocalDate endedOn;

    private Engagement(
            UUID engagementId,
            UUID brokerId,
            UUID insurerId,
            UUID companyId,
            @Nullable UUID policyId,
            LocalDate from,
            LocalDate to,
            boolean suppliesPeople) {
        this.engagementId = engagementId;
        this.brokerId = brokerId;
        this.insurerId = insurerId;
        this.companyId = companyId;
        this.policyId = policyId;
        this.from = from;
        this.to = to;
        this.suppliesPeople = suppliesPeople;
    }

    /** @param suppliesPeople the broker also supplies people who serve for the insurer: a conflict of interest (AMB-63) */
    public static Engagement of(
            UUID engagementId,
            UUID brokerId,
            UUID insurerId,
            UUID companyId,
            @Nullable UUID policyId,
            LocalDate from,
            LocalDate to,
            boolean suppliesPeople) {
        PolicyRule.ENGAGEMENT_REVERSED.require(!to.isBefore(from), from, to);
        return new Engagement(engagementId, brokerId, insurerId, companyId, policyId, from, to, suppliesPeople);
    }

    public List<BrokerEvent> begin() {
        return List.of(
                new BrokerEngaged(engagementId, brokerId, insurerId, companyId, policyId, from, to, suppliesPeople));
    }

    public List<BrokerEvent> declare(boolean supplies, LocalDate today) {
        requireInForce();
        if (supplies == suppliesPeople) {
            return List.of();
        }
        suppliesPeople = supplies;
        return List.of(new ConflictDeclared(engagementId, brokerId, insurerId, companyId, supplies, today));
    }

    public List<BrokerEvent> end(String reasonCode, LocalDate today) {
        requireInForce();
        return ended(reasonCode, today);
    }

    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to) && (endedOn == null || day.isBefore(endedOn));
    }

    @Override
    public Optional<LocalDate> nextDue() {
        return endedOn == null ? Optional.of(to) : Optional.empty();
    }

    @Override
    public List<BrokerEvent> noticeOverdue(LocalDate today) {
        return endedOn == null && today.isAfter(to) ? ended("TERM_OVER", to.plusDays(1)) : List.of();
    }

    @Override
    public String status() {
        return endedOn == null ? "IN_FORCE" : "ENDED";
    }

    private List<BrokerEvent> ended(String reasonCode, LocalDate on) {
        endedOn = on;
        return List.of(new EngagementEnded(engagementId, brokerId, insurerId, companyId, on, reasonCode));
    }

    private void requireInForce() {
        PolicyRule.ENGAGEMENT_ENDED.require(endedOn == null, String.valueOf(endedOn));
    }

    public UUID getEngagementId() {
        return engagementId;
    }

    public UUID getBrokerId() {
        return brokerId;
    }

    public UUID getInsurerId() {
        return insurerId;
    }

    public UUID getCompanyId() {
        return companyId;
    }

    public @Nullable UUID getPolicyId() {
        return policyId;
    }

    public LocalDate getFrom() {
        return from;
    }

    public LocalDate getTo() {
        return to;
    }

    public boolean isConflictOfInterest() {
        return suppliesPeople;
    }

    public @Nullable LocalDate getEndedOn() {
        return endedOn;
    }
}
