package io.fangwei.launcher.demo;

import io.fangwei.launcher.demo.HazardPlot.Fate;
import io.fangwei.launcher.demo.Story.FoundHazard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Thinks up the hazards that are found during visits, and whose written notice comes too late. */
final class HazardPlots {

    private static final int GENERAL_KINDS = 4;
    private static final int EVERY_MAJOR = 9;

    private final Story story;
    private final WorkDays days;
    private final Random random;
    private final List<HazardPlot> plots = new ArrayList<>();
    private int major;

    HazardPlots(Story story, WorkDays days, long seed) {
        this.story = story;
        this.days = days;
        random = new Random(seed);
    }

    List<HazardPlot> all(List<VisitPlot> visits) {
        var late = story.flaws().keySet().stream()
                .flatMap(insurer -> lateNotices(insurer, visits).stream())
                .collect(Collectors.toSet());
        for (var visit : visits) {
            var count = count(visit, late);
            for (int i = 0; i < count; i++) {
                add(visit, late.contains(visit.no()) && i == 0);
            }
        }
        return List.copyOf(plots);
    }

    /** The numbers of the visits after which the notice is late: screenings, those around the holidays first. */
    private List<Integer> lateNotices(String insurer, List<VisitPlot> visits) {
        var cases = story.flaws().get(insurer).getOrDefault(Flaw.LATE_NOTICE, 0);
        var chosen = visits.stream()
                .filter(visit -> visit.insurer().equals(insurer) && visit.takesPlace() && isScreening(visit))
                .filter(visit -> visit.day().isBefore(LocalDate.of(2025, 12, 1)))
                .sorted((one, other) ->
                        Boolean.compare(VisitPlots.isAroundHolidays(other), VisitPlots.isAroundHolidays(one)))
                .limit(cases)
                .map(VisitPlot::no)
                .toList();
        if (chosen.size() < cases) {
            throw new IllegalStateException("Only %d screenings of %s".formatted(chosen.size(), insurer));
        }
        return chosen;
    }

    private int count(VisitPlot visit, Set<Integer> late) {
        if (!visit.takesPlace() || !visit.isFeedbackDueFromService()) {
            return 0;
        }
        var dice = random.nextInt(10);
        var found = isScreening(visit) ? (dice < 2 ? 0 : dice < 8 ? 1 : 2) : (dice < 3 ? 1 : 0);
        return late.contains(visit.no()) ? Math.max(1, found) : found;
    }

    private void add(VisitPlot visit, boolean late) {
        var no = plots.size() + 1;
        var kinds = story.industryOf(visit.policy().company()).hazards();
        var found = no % EVERY_MAJOR == 5 ? kinds.get(GENERAL_KINDS) : kinds.get(random.nextInt(GENERAL_KINDS));
        var fate = fate(no, found);
        plots.add(new HazardPlot(no, visit, found, notified(visit, found, late, fate), fate));
    }

    private @Nullable LocalDate notified(VisitPlot visit, FoundHazard found, boolean late, Fate fate) {
        if (late && fate == Fate.LEFT_OPEN) {
            return null;
        }
        if (found.isMajor()) {
            return late ? days.after(visit.day(), 1) : visit.day();
        }
        return days.after(visit.day(), late ? VisitCourse.A_WEEK + 1 + random.nextInt(3) : 1 + random.nextInt(5));
    }

    private Fate fate(int no, FoundHazard found) {
        if (found.isMajor()) {
            major++;
            return major == 3 ? Fate.REPORTED : Fate.TREATED;
        }
        return switch (no % 17) {
            case 3 -> Fate.TREATED_LATE;
            case 8 -> Fate.TREATED_AGAIN;
            case 12 -> Fate.LEFT_OPEN;
            default -> Fate.TREATED;
        };
    }

    private static boolean isScreening(VisitPlot visit) {
        return visit.item().equals(VisitPlot.HAZARD_SCREENING);
    }
}
