package io.fangwei.visit.visits;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The results as handed to the company (CD-5.3.3c).
 *
 * @param receipt what proves the delivery
 */
public record Feedback(
        LocalDate on,
        ContactChannel channel,
        String receipt,
        @Nullable LocalDate acknowledgedOn) {

    Feedback acknowledged(LocalDate day) {
        return new Feedback(on, channel, receipt, day);
    }
}
