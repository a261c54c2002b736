package io.fangwei.policy.golive;

import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.events.EventType;
import io.fangwei.policy.policies.ServiceItemType;
import java.time.LocalDate;
import java.util.UUID;

/** What is told of what was there before. */
public sealed interface GoLiveEvent extends Event {

    /** A policy was running already when it came in; it was disclosed on a day before. */
    @EventType("policy.policy-brought-in.v1")
    record PolicyBroughtIn(
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            LocalDate disclosedOn,
            String proofNo,
            LocalDate on)
            implements GoLiveEvent {}

    /**
     * Services of an item had been rendered for a policy before its insurer began to record visits.
     *
     * @param times how often, in the current policy year
     * @param lastOn the day of the last of them
     */
    @EventType("policy.services-done-before.v1")
    record ServicesDoneBefore(
            UUID recordId,
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            ServiceItemType item,
            int times,
            LocalDate lastOn,
            String proofNo,
            String proofHash,
            LocalDate on)
            implements GoLiveEvent {}
}
