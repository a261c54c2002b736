package io.fangwei.team.vocabulary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days on which a certificate, a permit or an agreement holds; first and last day included (CLK-25). */
public record Validity(LocalDate from, LocalDate to) {

    /** The last day of what has no end. */
    public static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    public Validity {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(to + " lies before " + from);
        }
    }

    /** The days as people give them; refuses an end before the beginning. */
    public static Validity of(LocalDate from, @Nullable LocalDate to) {
        var last = to == null ? FOREVER : to;
        TeamRule.PERIOD_REVERSED.require(!last.isBefore(from), from.toString(), last.toString());
        return new Validity(from, last);
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
