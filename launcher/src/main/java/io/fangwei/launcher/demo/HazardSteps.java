package io.fangwei.launcher.demo;

import static io.fangwei.launcher.demo.Step.create;
import static io.fangwei.launcher.demo.Step.post;
import static io.fangwei.launcher.demo.Step.ref;

import io.fangwei.launcher.demo.HazardPlot.Fate;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Writes what happens to a hazard from its finding to its end. */
final class HazardSteps {

    private static final int LIMIT = 14;

    private final WorkDays days;
    private final ScriptWriter script;

    HazardSteps(WorkDays days, ScriptWriter script) {
        this.days = days;
        this.script = script;
    }

    /** What happens while the visit is going on. */
    void find(HazardPlot hazard) {
        var found = hazard.found();
        script.add(
                hazard.visit().day(),
                hazard.visit().slot(),
                create(
                        hazard.slot(),
                        hazard.visit().actor(),
                        "/api/visit/v1/visits/" + ref(hazard.visit().slot()) + "/hazards",
                        "description",
                        found.description(),
                        "category",
                        found.category(),
                        "cause",
                        found.cause(),
                        "place",
                        found.place(),
                        "level",
                        found.isMajor() ? "MAJOR" : "GENERAL",
                        "criterion",
                        found.criterion()));
    }

    /** What happens from the written notice on. */
    void follow(HazardPlot hazard) {
        var notified = hazard.notified();
        step(
                hazard,
                notified,
                "notice",
                hazard.visit().actor(),
                "notices",
                "advice",
                hazard.found().advice(),
                "receipt",
                "隐患告知书签收单 %04d".formatted(hazard.no()));
        if (notified == null || hazard.fate() == Fate.LEFT_OPEN) {
            return;
        }
        if (hazard.fate() == Fate.REPORTED) {
            report(hazard, notified);
        } else {
            treat(hazard, days.after(notified, 2));
        }
    }

    private void report(HazardPlot hazard, LocalDate notified) {
        var refused = days.after(notified, 5);
        step(hazard, refused, "refusal", staff(hazard), "refusals", "proof", "企业书面答复拒绝整改并附负责人签字");
        step(
                hazard,
                days.after(refused, 1),
                "authority-report",
                hazard.visit().policy().insurer().manager(),
                "authority-reports");
    }

    private void treat(HazardPlot hazard, LocalDate measures) {
        var limit = measures.plusDays(LIMIT);
        step(
                hazard,
                measures,
                "measures",
                company(hazard),
                "measures",
                "measures",
                hazard.found().measures(),
                "rectifyBy",
                limit.toString(),
                "responsiblePerson",
                hazard.visit().policy().company().safetyHead(),
                "funding",
                "安全生产费用列支");
        step(hazard, days.after(measures, 1), "start", company(hazard), "rectification-starts");
        var late = hazard.fate() == Fate.TREATED_LATE;
        var treated = late ? days.after(limit, 3) : days.onOrBefore(limit.minusDays(2));
        treated(hazard, "rectification", treated);
        var seen = days.after(treated, 1);
        if (hazard.fate() == Fate.TREATED_AGAIN) {
            var again = limit.plusDays(LIMIT);
            step(
                    hazard,
                    seen,
                    "rejection",
                    staff(hazard),
                    "acceptances",
                    "accepted",
                    false,
                    "reason",
                    "整改部位不完整，复测不合格",
                    "rectifyBy",
                    again.toString());
            treated(hazard, "rectification-2", days.onOrBefore(again.minusDays(1)));
            seen = days.after(again, 1);
        }
        step(hazard, seen, "acceptance", staff(hazard), "acceptances", "accepted", true, "acceptedBy", "企业安全科");
    }

    private void treated(HazardPlot hazard, String what, LocalDate day) {
        step(
                hazard,
                day,
                what,
                company(hazard),
                "rectifications",
                "treatment",
                hazard.found().treatment());
    }

    private void step(
            HazardPlot hazard,
            @Nullable LocalDate day,
            String what,
            String user,
            String noun,
            @Nullable Object... body) {
        script.add(
                day,
                hazard.visit().slot(),
                post(
                        hazard.slot() + "-" + what,
                        user,
                        "/api/visit/v1/hazards/" + ref(hazard.slot()) + "/" + noun,
                        body));
    }

    private static String staff(HazardPlot hazard) {
        return hazard.visit().policy().insurer().staff();
    }

    private static String company(HazardPlot hazard) {
        return hazard.visit().policy().company().user();
    }
}
