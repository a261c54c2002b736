package io.fangwei.launcher.demo;

import io.fangwei.launcher.demo.Story.Grievance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds for each complaint of the story the policy and the visit that it is about. */
final class ComplaintPlots {

    private final Story story;
    private final WorkDays days;

    ComplaintPlots(Story story, WorkDays days) {
        this.story = story;
        this.days = days;
    }

    List<ComplaintPlot> all(List<PolicyPlot> policies, List<VisitPlot> visits) {
        var plots = new ArrayList<ComplaintPlot>();
        for (var grievance : story.complaints()) {
            var no = plots.size() + 1;
            var visit = grievance.about().equals("VISIT") ? visit(no, grievance, visits) : null;
            var policy = visit == null ? policy(no, grievance, policies) : visit.policy();
            plots.add(ComplaintPlot.of(no, grievance, policy, visit, days));
        }
        return List.copyOf(plots);
    }

    private static @Nullable VisitPlot visit(int no, Grievance grievance, List<VisitPlot> visits) {
        var served = visits.stream()
                .filter(visit -> visit.insurer().equals(grievance.insurer()) && visit.takesPlace())
                .filter(visit -> visit.day().isBefore(grievance.on().minusDays(2)))
                .filter(visit -> visit.day().isAfter(grievance.on().minusDays(45)))
                .toList();
        return served.isEmpty() ? null : served.get(no % served.size());
    }

    private static PolicyPlot policy(int no, Grievance grievance, List<PolicyPlot> policies) {
        var inForce = policies.stream()
                .filter(policy -> policy.insurer().key().equals(grievance.insurer()))
                .filter(policy -> isOpen(policy, grievance.on()))
                .toList();
        return inForce.get(no % inForce.size());
    }

    private static boolean isOpen(PolicyPlot policy, LocalDate day) {
        return policy.agreed().isBefore(day) && policy.to().isAfter(day);
    }
}
