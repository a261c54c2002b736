package io.fangwei.complaint.complaints.web;

import io.fangwei.complaint.complaints.Category;
import io.fangwei.complaint.complaints.ComplaintKind;
import io.fangwei.complaint.complaints.ComplaintStatus;
import io.fangwei.complaint.complaints.EscalationTarget;
import io.fangwei.complaint.complaints.Finding;
import io.fangwei.complaint.complaints.Outcome;
import io.fangwei.complaint.officers.ChannelKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A complaint as its readers see it. */
record ComplaintView(
        UUID id,
        String complaintNo,
        ComplaintStatus status,
        UUID insurerId,
        UUID companyId,
        String area,
        @Nullable UUID policyId,
        @Nullable UUID visitId,
        @Nullable UUID reopens,
        ComplaintKind kind,
        ChannelKind channel,
        Category category,
        @Nullable String request,
        LocalDate receivedOn,
        Instant submittedAt,
        LocalDate replyDue,
        LocalDate checkingDue,
        @Nullable UUID officerId,
        @Nullable ExtensionView extension,
        @Nullable ReplyView draft,
        @Nullable ReplyView reply,
        @Nullable LocalDate answerBy,
        @Nullable DissatisfactionView dissatisfaction,
        @Nullable LocalDate escalateBy,
        List<EscalationView> escalations,
        @Nullable Outcome outcome,
        boolean silentClose,
        @Nullable LocalDate closedOn) {

    record ExtensionView(
            LocalDate on, String reasonCode, @Nullable String notice) {}

    record ReplyView(
            UUID replyId,
            @Nullable String facts,
            @Nullable String factBasis,
            @Nullable String measures,
            Finding upheld,
            LocalDate on) {}

    record DissatisfactionView(LocalDate on, @Nullable String reason) {}

    record EscalationView(
            EscalationTarget target,
            LocalDate on,
            @Nullable String outcome,
            @Nullable LocalDate outcomeOn) {}
}
