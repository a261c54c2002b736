package io.fangwei.launcher.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * On which days a visit goes from step to step.
 *
 * @param confirmed none if nobody asked the company
 * @param submissions of the record; every one but the last is returned
 * @param reviews one for each submission
 * @param attempts to call back that reached nobody
 */
record VisitCourse(
        LocalDate planned,
        @Nullable LocalDate rescheduled,
        @Nullable LocalDate confirmed,
        List<LocalDate> submissions,
        List<LocalDate> reviews,
        LocalDate feedback,
        @Nullable LocalDate acknowledged,
        List<LocalDate> attempts,
        @Nullable LocalDate calledBack,
        LocalDate archived) {

    /** CLK-01, CLK-05, CLK-06 and CLK-07 allow so many working days each. */
    static final int A_WEEK = 7;

    static VisitCourse of(VisitPlot plot, WorkDays days, Random random) {
        var meant = plot.appointed() == null ? plot.day() : plot.appointed();
        var planned = latest(
                days.before(meant, 4 + random.nextInt(8)),
                days.after(plot.policy().agreed(), 1));
        var rescheduled = plot.appointed() == null ? null : days.before(meant, 1);
        var submissions = new ArrayList<>(List.of(submission(plot, days, random)));
        var reviews = new ArrayList<>(
                List.of(days.after(submissions.get(0), plot.has(Flaw.LATE_REVIEW) ? 4 + random.nextInt(3) : 1)));
        var again = days.after(reviews.get(0), 1);
        if (plot.flaws().isEmpty()
                && random.nextInt(8) == 0
                && days.after(again, 2).isBefore(due(plot.day(), days))) {
            submissions.add(again);
            reviews.add(days.after(again, 1));
        }
        var approved = reviews.get(reviews.size() - 1);
        var feedback = feedback(plot, approved, days, random);
        var attempts = plot.has(Flaw.UNREACHABLE)
                ? List.of(days.after(feedback, 2), days.after(feedback, 4), days.after(feedback, 6))
                : List.<LocalDate>of();
        var calledBack = plot.has(Flaw.UNREACHABLE) ? null : late(plot, Flaw.LATE_CALLBACK, feedback, days, random);
        var heard = calledBack == null ? attempts.get(attempts.size() - 1) : calledBack;
        return new VisitCourse(
                planned,
                rescheduled,
                plot.has(Flaw.UNCONFIRMED) ? null : latest(days.before(plot.day(), 1 + random.nextInt(2)), planned),
                List.copyOf(submissions),
                List.copyOf(reviews),
                feedback,
                random.nextInt(3) == 0 ? null : days.after(feedback, 1),
                attempts,
                calledBack,
                late(plot, Flaw.LATE_ARCHIVE, heard, days, random));
    }

    private static LocalDate submission(VisitPlot plot, WorkDays days, Random random) {
        if (plot.lastDay()) {
            return due(plot.day(), days);
        }
        if (plot.has(Flaw.LATE_RECORD)) {
            return days.after(due(plot.day(), days), 1 + random.nextInt(4));
        }
        return days.after(plot.day(), 1 + random.nextInt(plot.isFeedbackDueFromService() ? 3 : 5));
    }

    private static LocalDate feedback(VisitPlot plot, LocalDate approved, WorkDays days, Random random) {
        if (plot.has(Flaw.LATE_FEEDBACK)) {
            return days.after(due(plot.day(), days), 1 + random.nextInt(4));
        }
        return days.after(approved, random.nextInt(2));
    }

    private static LocalDate late(VisitPlot plot, Flaw flaw, LocalDate start, WorkDays days, Random random) {
        return days.after(start, plot.has(flaw) ? A_WEEK + 1 + random.nextInt(4) : 2 + random.nextInt(4));
    }

    private static LocalDate due(LocalDate start, WorkDays days) {
        return days.after(start, A_WEEK);
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
