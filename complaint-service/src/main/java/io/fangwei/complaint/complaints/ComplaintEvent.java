package io.fangwei.complaint.complaints;

import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.kernel.deadlines.ClockMove;
import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.events.EventType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to a complaint. Of free text an event says only the hash (D15). */
public sealed interface ComplaintEvent extends Event {

    UUID complaintId();

    UUID insurerId();

    UUID companyId();

    String area();

    @EventType("complaint.complaint-submitted.v1")
    record ComplaintSubmitted(
            UUID complaintId,
            UUID insurerId,
            UUID companyId,
            String area,
            @Nullable UUID policyId,
            @Nullable UUID visitId,
            @Nullable UUID reopens,
            String kind,
            String channel,
            String category,
            String requestHash,
            LocalDate receivedOn,
            List<ClockFact> clocks)
            implements ComplaintEvent {}

    @EventType("complaint.complaint-registered.v1")
    record ComplaintRegistered(
            UUID complaintId, UUID insurerId, UUID companyId, String area, UUID officerId, LocalDate on)
            implements ComplaintEvent {}

    @EventType("complaint.officer-replaced.v1")
    record OfficerReplaced(
            UUID complaintId,
            UUID insurerId,
            UUID companyId,
            String area,
            UUID officerId,
            UUID previousOfficerId,
            LocalDate on)
            implements ComplaintEvent {}

    @EventType("complaint.complaint-extended.v1")
    record ComplaintExtended(
            UUID complaintId,
            UUID insurerId,
            UUID companyId,
            String area,
            String extensionReason,
            String noticeHash,
            LocalDate on,
            List<ClockFact> clocks)
            implements ComplaintEvent {

        @Override
        public Optional<String> reasonCode() {
            return Optional.of(extensionReason);
        }
    }

    @EventType(value = "complaint.reply-drafted.v1", local = true)
    record ReplyDrafted(
            UUID complaintId,
            UUID insurerId,
            UUID companyId,
            String area,
            UUID replyId,
            String upheld,
            String replyHash,
            LocalDate on)
            implements ComplaintEvent {}

    @EventType("complaint.complaint-replied.v1")
    record ComplaintReplied(
            UUID complaintId,
            UUID insurerId,
            UUID companyId,
            String area,
            UUID officerId,
            UUID replyId,
            String category,
            String upheld,
            String replyHash,
            LocalDate on,
            List<ClockFact> clocks)
            implements ComplaintEvent {}

    @EventType("complaint.complaint-dissatisfied.v1")
    record ComplaintDissatisfied(
            UUID complaintId, UUID insurerId, UUID companyId, String area, String reasonHash, LocalDate on)
            implements ComplaintEvent {}

    @EventType("complaint.complaint-escalated.v1")
    record ComplaintEscalated(
            UUID complaintId,
            UUID insurerId,
            UUID companyId,
            String area,
            String target,
            LocalDate on,
            List<ClockFact> clocks)
            implements ComplaintEvent {}

    @EventType("complaint.complaint-closed.v1")
    record ComplaintClosed(
            UUID complaintId,
            UUID insurerId,
            UUID companyId,
            String area,
            String outcome,
            boolean silentClose,
            @Nullable String outcomeHash,
            LocalDate on,
            List<ClockFact> clocks)
            implements ComplaintEvent {}

    @EventType(value = "complaint.complaint-moved.v1", local = true)
    record ComplaintMoved(UUID complaintId, UUID insurerId, UUID companyId, String area) implements ComplaintEvent {}

    @EventType("complaint.complaint-withdrawn.v1")
    record ComplaintWithdrawn(
            UUID complaintId, UUID insurerId, UUID companyId, String area, LocalDate on, List<ClockFact> clocks)
            implements ComplaintEvent {}

    /**
     * Clocks by another calendar (D4): one that was told missed and is not by it is told here as met, or as running again.
     *
     * @param clocks those whose due day has moved, as they stand now
     * @param moved where they stood before
     */
    @EventType("complaint.deadline-recalculated.v1")
    record DeadlineRecalculated(
            UUID complaintId,
            UUID insurerId,
            UUID companyId,
            String area,
            List<ClockFact> clocks,
            List<ClockMove> moved)
            implements ComplaintEvent {}

    @EventType("complaint.complaint-overdue.v1")
    record ComplaintOverdue(
            UUID complaintId, UUID insurerId, UUID companyId, String area, LocalDate on, List<ClockFact> clocks)
            implements ComplaintEvent {}
}
