package io.fangwei.complaint.complaints;

import static io.fangwei.complaint.rules.ComplaintRule.REPLY_PARTS_MISSING;

import io.fangwei.complaint.complaints.ComplaintCommand.DraftReply;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The answer to a complaint: with the request of the company it has the three parts of CD-5.4.2.1c.
 *
 * @param on when it was drafted, and once it is approved, when it was given
 * @param by subject of who drafted it
 */
public record Reply(
        UUID replyId, String facts, String factBasis, String measures, Finding upheld, LocalDate on, String by) {

    static Reply draft(UUID replyId, DraftReply said, LocalDate on, String by) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("facts", said.facts());
        parts.put("factBasis", said.factBasis());
        parts.put("measures", said.measures());
        var missing = parts.entrySet().stream()
                .filter(part -> part.getValue() == null || part.getValue().isBlank())
                .map(Map.Entry::getKey)
                .toList();
        REPLY_PARTS_MISSING.require(missing.isEmpty(), String.join(", ", missing));
        return new Reply(replyId, said.facts(), said.factBasis(), said.measures(), said.upheld(), on, by);
    }

    String hash() {
        return TextHash.of(facts, factBasis, measures);
    }

    Reply given(LocalDate day) {
        return new Reply(replyId, facts, factBasis, measures, upheld, day, by);
    }
}
