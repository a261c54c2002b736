package io.fangwei.visit.visits;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the management body says of a record (CD-5.3.3b). */
public record Review(Decision decision, @Nullable String reason, LocalDate on, String by) {

    /** The record is good, or goes back to the group. */
    public enum Decision {
        APPROVED,
        RETURNED
    }
}
