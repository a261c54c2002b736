package io.fangwei.complaint.complaints;

import io.fangwei.complaint.officers.ChannelKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a company said, how and when (requirements 4.5).
 *
 * @param request part a of the reply
 * @param receivedOn where both clocks start
 * @param reopens the earlier complaint that the insurer takes up again (AMB-12)
 */
public record Filing(
        ComplaintKind kind,
        ChannelKind channel,
        Category category,
        String request,
        LocalDate receivedOn,
        Instant submittedAt,
        @Nullable UUID reopens) {}
