package io.fangwei.launcher.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The whole plot of the demo year and the script that follows from it; the same for the same seed. */
record DemoYear(
        Cast cast,
        List<PolicyPlot> policies,
        List<VisitPlot> visits,
        Map<VisitPlot, VisitCourse> courses,
        List<HazardPlot> hazards,
        List<ComplaintPlot> complaints,
        Script script) {

    static final long SEED = 20250101L;

    static DemoYear plan() {
        return plan(SEED);
    }

    static DemoYear plan(long seed) {
        var days = new WorkDays();
        var cast = Cast.read();
        var story = Story.read();
        var policies = new PolicyPlots(cast, days, seed).all();
        var visits = new VisitPlots(cast, story, days, seed + 1).all(policies);
        var courses = new LinkedHashMap<VisitPlot, VisitCourse>();
        visits.forEach(visit -> courses.put(visit, VisitCourse.of(visit, days, new Random(seed + 1000L * visit.no()))));
        var hazards = new HazardPlots(story, days, seed + 2).all(visits);
        var complaints = new ComplaintPlots(story, days).all(policies, visits);
        var year = new DemoYear(cast, policies, visits, courses, hazards, complaints, new Script(List.of()));
        return new DemoYear(cast, policies, visits, courses, hazards, complaints, year.write(story, days));
    }

    private Script write(Story story, WorkDays days) {
        var script = new ScriptWriter();
        new Foundations(cast, story, script).write();
        var policySteps = new PolicySteps(story, days, script);
        policies.forEach(policy -> policySteps.write(policy, visits));
        var visitSteps = new VisitSteps(story, days, script);
        var hazardSteps = new HazardSteps(days, script);
        courses.forEach((visit, course) -> {
            var found =
                    hazards.stream().filter(one -> one.visit().equals(visit)).toList();
            visitSteps.write(visit, course, () -> found.forEach(hazardSteps::find));
            found.forEach(hazardSteps::follow);
        });
        var complaintSteps = new ComplaintSteps(days, script);
        complaints.forEach(complaintSteps::write);
        var expenseSteps = new ExpenseSteps(days, script);
        cast.insurers().forEach(insurer -> expenseSteps.write(insurer, visits));
        return script.script();
    }

    /** What goes wrong, and under which rule of App. E it must be found. */
    List<PlannedCase> cases() {
        var cases = new ArrayList<PlannedCase>();
        var rules = new CaseRules(new WorkDays(), cases::add);
        policies.forEach(rules::ofPolicy);
        courses.forEach(rules::ofVisit);
        hazards.forEach(rules::ofHazard);
        complaints.forEach(rules::ofComplaint);
        cast.insurers().forEach(rules::ofLedger);
        return List.copyOf(cases);
    }
}
