package io.fangwei.visit.hazards;

import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.kernel.deadlines.ClockMove;
import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.events.EventType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What happens to a hazard. Each event says first which hazard it is, of which visit, of whom, where, how grave. */
public sealed interface HazardEvent extends Event {

    @EventType("visit.hazard-found.v1")
    record HazardFound(
            UUID hazardId,
            UUID visitId,
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            HazardLevel level,
            HazardCause cause,
            LocalDate foundOn,
            List<ClockFact> clocks)
            implements HazardEvent {}

    @EventType("visit.hazard-classified.v1")
    record HazardClassified(
            UUID hazardId,
            UUID visitId,
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            HazardLevel level,
            HazardCause cause,
            LocalDate on)
            implements HazardEvent {}

    @EventType("visit.hazard-notified.v1")
    record HazardNotified(
            UUID hazardId,
            UUID visitId,
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            HazardLevel level,
            LocalDate on,
            List<ClockFact> clocks)
            implements HazardEvent {}

    @EventType("visit.hazard-measures-set.v1")
    record HazardMeasuresSet(
            UUID hazardId,
            UUID visitId,
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            HazardLevel level,
            LocalDate on,
            LocalDate rectifyBy,
            List<ClockFact> clocks)
            implements HazardEvent {}

    @EventType("visit.hazard-rectification-started.v1")
    record HazardRectificationStarted(
            UUID hazardId,
            UUID visitId,
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            HazardLevel level,
            LocalDate on)
            implements HazardEvent {}

    @EventType("visit.hazard-rectified.v1")
    record HazardRectified(
            UUID hazardId,
            UUID visitId,
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            HazardLevel level,
            LocalDate on,
            List<ClockFact> clocks)
            implements HazardEvent {}

    @EventType("visit.hazard-accepted.v1")
    record HazardAccepted(
            UUID hazardId,
            UUID visitId,
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            HazardLevel level,
            LocalDate on)
            implements HazardEvent {}

    @EventType("visit.hazard-acceptance-failed.v1")
    record HazardAcceptanceFailed(
            UUID hazardId,
            UUID visitId,
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            HazardLevel level,
            LocalDate on,
            List<ClockFact> clocks)
            implements HazardEvent {}

    @EventType("visit.hazard-closed.v1")
    record HazardClosed(
            UUID hazardId,
            UUID visitId,
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            HazardLevel level,
            LocalDate on)
            implements HazardEvent {}

    @EventType("visit.hazard-rectification-refused.v1")
    record HazardRectificationRefused(
            UUID hazardId,
            UUID visitId,
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            HazardLevel level,
            LocalDate on,
            List<ClockFact> clocks)
            implements HazardEvent {}

    @EventType("visit.hazard-reported-to-authority.v1")
    record HazardReportedToAuthority(
            UUID hazardId,
            UUID visitId,
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            HazardLevel level,
            LocalDate on,
            List<ClockFact> clocks)
            implements HazardEvent {}

    /**
     * Clocks by another calendar (D4): one that was told missed and is not by it is told here as met, or as running again.
     *
     * @param clocks those whose due day has moved, as they stand now
     * @param moved where they stood before
     */
    @EventType("visit.hazard-deadline-recalculated.v1")
    record HazardDeadlineRecalculated(
            UUID hazardId,
            UUID visitId,
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            HazardLevel level,
            List<ClockFact> clocks,
            List<ClockMove> moved)
            implements HazardEvent {}

    @EventType(value = "visit.hazard-moved.v1", local = true)
    record HazardMoved(UUID hazardId, UUID companyId) implements HazardEvent {}

    @EventType("visit.hazard-overdue.v1")
    record HazardOverdue(
            UUID hazardId,
            UUID visitId,
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            HazardLevel level,
            List<ClockFact> clocks)
            implements HazardEvent {}
}
