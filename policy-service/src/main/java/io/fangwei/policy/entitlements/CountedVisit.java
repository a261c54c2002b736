package io.fangwei.policy.entitlements;

import io.fangwei.policy.policies.ServiceItemType;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit that counts, or would.
 *
 * @param doneOn the day on which its service was completed
 * @param dropped it was cancelled or refused and counts no more
 */
public record CountedVisit(
        UUID visitId,
        ServiceItemType item,
        LocalDate plannedOn,
        @Nullable LocalDate doneOn,
        boolean dropped) {

    boolean isDone() {
        return doneOn != null;
    }

    boolean isPlanned() {
        return doneOn == null && !dropped;
    }

    CountedVisit done(LocalDate on) {
        return new CountedVisit(visitId, item, plannedOn, on, false);
    }

    CountedVisit movedTo(LocalDate day) {
        return new CountedVisit(visitId, item, day, doneOn, dropped);
    }

    CountedVisit cancelled() {
        return new CountedVisit(visitId, item, plannedOn, doneOn, true);
    }
}
