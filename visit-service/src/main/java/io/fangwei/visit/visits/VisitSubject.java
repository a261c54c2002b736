package io.fangwei.visit.visits;

import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.kernel.deadlines.ClockMove;
import io.fangwei.visit.items.ServiceItem;
import io.fangwei.visit.visits.VisitEvent.AssignmentResolved;
import io.fangwei.visit.visits.VisitEvent.CallbackAttempted;
import io.fangwei.visit.visits.VisitEvent.CallbackCompleted;
import io.fangwei.visit.visits.VisitEvent.CallbackUnreachable;
import io.fangwei.visit.visits.VisitEvent.DeadlineOverdue;
import io.fangwei.visit.visits.VisitEvent.DeadlineRecalculated;
import io.fangwei.visit.visits.VisitEvent.FeedbackAcknowledged;
import io.fangwei.visit.visits.VisitEvent.FeedbackDelivered;
import io.fangwei.visit.visits.VisitEvent.NonCooperationReported;
import io.fangwei.visit.visits.VisitEvent.PlannedParticipant;
import io.fangwei.visit.visits.VisitEvent.PresentParticipant;
import io.fangwei.visit.visits.VisitEvent.RecordApproved;
import io.fangwei.visit.visits.VisitEvent.RecordReturned;
import io.fangwei.visit.visits.VisitEvent.RecordSubmitted;
import io.fangwei.visit.visits.VisitEvent.VisitArchived;
import io.fangwei.visit.visits.VisitEvent.VisitCancelled;
import io.fangwei.visit.visits.VisitEvent.VisitConfirmed;
import io.fangwei.visit.visits.VisitEvent.VisitPlanned;
import io.fangwei.visit.visits.VisitEvent.VisitRefusedByInsured;
import io.fangwei.visit.visits.VisitEvent.VisitRescheduled;
import io.fangwei.visit.visits.VisitEvent.VisitServiceCompleted;
import io.fangwei.visit.visits.VisitEvent.VisitStarted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which visit it is, of which item, under which plan and policy, by which insurer at which company: what each of its events
 * says first. The insurer stays responsible, whoever serves (CD-5.2.5b).
 */
public record VisitSubject(
        UUID visitId, UUID planId, UUID policyId, UUID insurerId, UUID companyId, String area, ServiceItem item) {

    VisitSubject at(UUID otherCompanyId) {
        return new VisitSubject(visitId, planId, policyId, insurerId, otherCompanyId, area, item);
    }

    VisitPlanned planned(LocalDate on, LocalDate plannedOn, List<PlannedParticipant> participants) {
        return new VisitPlanned(
                visitId, planId, policyId, insurerId, companyId, area, item, on, plannedOn, participants);
    }

    VisitRescheduled rescheduled(LocalDate on, LocalDate plannedOn, String reason) {
        return new VisitRescheduled(visitId, planId, policyId, insurerId, companyId, area, item, on, plannedOn, reason);
    }

    VisitConfirmed confirmed(LocalDate on, @Nullable String proof) {
        return new VisitConfirmed(visitId, planId, policyId, insurerId, companyId, area, item, on, proof);
    }

    VisitCancelled cancelled(LocalDate on, String reason) {
        return new VisitCancelled(visitId, planId, policyId, insurerId, companyId, area, item, on, reason);
    }

    VisitRefusedByInsured refused(LocalDate on, String reason, List<ClockFact> clocks) {
        return new VisitRefusedByInsured(
                visitId, planId, policyId, insurerId, companyId, area, item, on, reason, clocks);
    }

    NonCooperationReported nonCooperationReported(LocalDate on, List<ClockFact> clocks) {
        return new NonCooperationReported(visitId, planId, policyId, insurerId, companyId, area, item, on, clocks);
    }

    AssignmentResolved assignmentResolved(LocalDate on, List<PlannedParticipant> participants) {
        return new AssignmentResolved(visitId, planId, policyId, insurerId, companyId, area, item, on, participants);
    }

    VisitStarted started(
            LocalDate on, boolean withoutConfirmation, boolean belowTwo, List<PresentParticipant> participants) {
        return new VisitStarted(
                visitId,
                planId,
                policyId,
                insurerId,
                companyId,
                area,
                item,
                on,
                withoutConfirmation,
                belowTwo,
                participants);
    }

    VisitServiceCompleted completed(LocalDate on, List<ClockFact> clocks) {
        return new VisitServiceCompleted(visitId, planId, policyId, insurerId, companyId, area, item, on, clocks);
    }

    RecordSubmitted recordSubmitted(LocalDate on, int attempt, List<ClockFact> clocks) {
        return new RecordSubmitted(visitId, planId, policyId, insurerId, companyId, area, item, on, attempt, clocks);
    }

    RecordReturned recordReturned(LocalDate on, int attempt, List<ClockFact> clocks) {
        return new RecordReturned(visitId, planId, policyId, insurerId, companyId, area, item, on, attempt, clocks);
    }

    RecordApproved recordApproved(LocalDate on, int attempt, List<ClockFact> clocks) {
        return new RecordApproved(visitId, planId, policyId, insurerId, companyId, area, item, on, attempt, clocks);
    }

    FeedbackDelivered feedbackDelivered(LocalDate on, ContactChannel channel, List<ClockFact> clocks) {
        return new FeedbackDelivered(visitId, planId, policyId, insurerId, companyId, area, item, on, channel, clocks);
    }

    FeedbackAcknowledged feedbackAcknowledged(LocalDate on) {
        return new FeedbackAcknowledged(visitId, planId, policyId, insurerId, companyId, area, item, on);
    }

    CallbackAttempted callbackAttempted(LocalDate on, ContactChannel channel, String outcome) {
        return new CallbackAttempted(visitId, planId, policyId, insurerId, companyId, area, item, on, channel, outcome);
    }

    CallbackUnreachable callbackUnreachable(LocalDate on, int attempts, List<ClockFact> clocks) {
        return new CallbackUnreachable(
                visitId, planId, policyId, insurerId, companyId, area, item, on, attempts, clocks);
    }

    CallbackCompleted calledBack(
            LocalDate on,
            Set<ContactChannel> channels,
            boolean refused,
            @Nullable BigDecimal satisfaction,
            List<ClockFact> clocks) {
        return new CallbackCompleted(
                visitId,
                planId,
                policyId,
                insurerId,
                companyId,
                area,
                item,
                on,
                channels.stream().sorted().toList(),
                refused,
                satisfaction,
                clocks);
    }

    VisitArchived archived(LocalDate on, ArchiveManifest manifest, List<ClockFact> clocks) {
        return new VisitArchived(
                visitId,
                planId,
                policyId,
                insurerId,
                companyId,
                area,
                item,
                on,
                manifest.isComplete(),
                manifest.missingKinds(),
                manifest.hash(),
                clocks);
    }

    DeadlineRecalculated recalculated(List<ClockFact> clocks, List<ClockMove> moved) {
        return new DeadlineRecalculated(visitId, planId, policyId, insurerId, companyId, area, item, clocks, moved);
    }

    DeadlineOverdue overdue(ClockFact clock) {
        return new DeadlineOverdue(visitId, planId, policyId, insurerId, companyId, area, item, List.of(clock));
    }
}
