package io.fangwei.launcher.demo;

import io.fangwei.launcher.demo.Cast.Company;
import io.fangwei.launcher.demo.Cast.Insurer;
import io.fangwei.launcher.demo.Cast.Professional;
import java.time.LocalDate;
import java.util.List;

/**
 * One policy of the demo year with its group and plan.
 *
 * @param items of its visits, in their order
 * @param registered when the insurer makes the company known; for a renewal that is the day when it joins
 * @param agreed when both sides have confirmed the plan
 * @param termless whether the contract leaves open what services it promises
 */
record PolicyPlot(
        int no,
        Insurer insurer,
        Company company,
        LocalDate from,
        LocalDate to,
        int premium,
        List<String> items,
        List<Professional> group,
        LocalDate registered,
        LocalDate drafted,
        LocalDate activated,
        LocalDate received,
        LocalDate grouped,
        LocalDate planned,
        LocalDate agreed,
        boolean termless) {

    private static final int CANCELLED = 38;

    String slot() {
        return "policy-" + no;
    }

    String groupSlot() {
        return "group-" + no;
    }

    String planSlot() {
        return "plan-" + no;
    }

    String number() {
        return "AZX-%s-%d-%04d".formatted(insurer.licenceNo(), from.getYear(), no);
    }

    boolean isRenewal() {
        return from.isAfter(LocalDate.of(2025, 1, 1));
    }

    /** One is cancelled after the year. */
    boolean isCancelled() {
        return no == CANCELLED;
    }

    /** The first day on which there can be a visit. */
    LocalDate opens(WorkDays days) {
        return days.after(agreed, 3);
    }
}
