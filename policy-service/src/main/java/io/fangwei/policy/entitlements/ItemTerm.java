package io.fangwei.policy.entitlements;

import io.fangwei.policy.policies.ServiceItemType;
import io.fangwei.policy.policies.ServiceTerm.Period;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the contract grants of one item.
 *
 * @param agreed services in the whole term
 * @param lastDayInTime on which what remains can still be done at the usual pace; none if nothing remains
 * @param warned somebody was told that the pace no longer suffices
 */
public record ItemTerm(
        ServiceItemType item,
        int frequency,
        Period period,
        int agreed,
        @Nullable LocalDate lastDayInTime,
        boolean warned) {

    static ItemTerm of(ServiceItemType item, int frequency, Period period, LocalDate from, LocalDate to) {
        var months = java.time.Period.between(from, to.plusDays(1)).toTotalMonths();
        var whole = from.plusMonths(months).isAfter(to) ? months : months + 1;
        var agreed = period == Period.TERM ? frequency : Math.toIntExact((frequency * whole + 11) / 12);
        return new ItemTerm(item, frequency, period, agreed, null, false);
    }

    ItemTerm inTimeUntil(@Nullable LocalDate day) {
        return new ItemTerm(item, frequency, period, agreed, day, warned);
    }

    ItemTerm asWarned() {
        return new ItemTerm(item, frequency, period, agreed, lastDayInTime, true);
    }

    /** How many should have been done when a day begins: those of the policy years that have ended. */
    int dueBy(LocalDate day, LocalDate from, LocalDate to) {
        if (day.isAfter(to)) {
            return agreed;
        }
        var ended = day.isBefore(from) ? 0 : java.time.Period.between(from, day).getYears();
        return period == Period.TERM ? 0 : Math.min(agreed, frequency * ended);
    }
}
