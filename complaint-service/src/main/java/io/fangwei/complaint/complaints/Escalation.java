package io.fangwei.complaint.complaints;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A complaint taken to a body or authority, with the company's consent to share its data.
 *
 * @param body role of those who may look at it
 * @param authorityArea where an emergency-management department must be responsible to look at it
 */
public record Escalation(
        EscalationTarget target,
        LocalDate on,
        @Nullable String body,
        @Nullable String authorityArea,
        @Nullable String outcome,
        @Nullable LocalDate outcomeOn) {

    static Escalation to(EscalationTarget target, String area, LocalDate on) {
        var authorityArea = target == EscalationTarget.EMERGENCY_AUTHORITY ? area : null;
        return new Escalation(target, on, target.body(), authorityArea, null, null);
    }

    Escalation decided(String given, LocalDate day) {
        return new Escalation(target, on, body, authorityArea, given, day);
    }
}
