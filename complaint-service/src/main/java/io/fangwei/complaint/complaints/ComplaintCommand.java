package io.fangwei.complaint.complaints;

import io.fangwei.complaint.officers.ChannelKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of complaints; each command is the body of its request. */
public sealed interface ComplaintCommand {

    /** The most characters of a text. */
    int LONGEST = 4_000;

    /**
     * @param insurerId needed where neither policy nor visit says who it is
     * @param companyId for whom staff file what came by telephone, letter or in person
     * @param receivedOn when it came to staff; today if they do not say
     * @param reopens the complaint that the insurer takes up again of its own will
     */
    record FileComplaint(
            @Nullable UUID policyId,
            @Nullable UUID visitId,
            @Nullable UUID insurerId,
            @Nullable UUID companyId,
            @NotNull ComplaintKind kind,
            @NotNull ChannelKind channel,
            @NotNull Category category,
            @NotBlank @Size(max = LONGEST) String request,
            @Nullable LocalDate receivedOn,
            @Nullable UUID reopens)
            implements ComplaintCommand {}

    record Register(@NotNull UUID officerId) implements ComplaintCommand {}

    record Extend(
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}")
            String reasonCode,

            @NotBlank @Size(max = LONGEST) String notice)
            implements ComplaintCommand {}

    record DraftReply(
            @Nullable @Size(max = LONGEST) String facts,
            @Nullable @Size(max = LONGEST) String factBasis,
            @Nullable @Size(max = LONGEST) String measures,
            @NotNull Finding upheld)
            implements ComplaintCommand {}

    /** @param replyId the draft that was looked at, where the caller wants to be sure that it is still the same */
    record ApproveReply(@Nullable UUID replyId) implements ComplaintCommand {}

    record Reject(@NotBlank @Size(max = LONGEST) String reason) implements ComplaintCommand {}

    record Escalate(@NotNull EscalationTarget target, boolean consent) implements ComplaintCommand {}

    record RecordOutcome(@NotBlank @Size(max = LONGEST) String outcome) implements ComplaintCommand {}
}
