package io.fangwei.launcher.demo;

import static io.fangwei.launcher.demo.Step.body;
import static io.fangwei.launcher.demo.Step.create;
import static io.fangwei.launcher.demo.Step.post;
import static io.fangwei.launcher.demo.Step.ref;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes what happens to a visit from the appointment to the archive. */
final class VisitSteps {

    private static final String VISITS = "/api/visit/v1/visits";
    private static final List<String> CHANNELS = List.of("PHONE", "WECHAT", "ON_SITE", "EMAIL");

    private final Story story;
    private final WorkDays days;
    private final ScriptWriter script;

    VisitSteps(Story story, WorkDays days, ScriptWriter script) {
        this.story = story;
        this.days = days;
        this.script = script;
    }

    /** @param onSite writes what happens between check-in and check-out */
    void write(VisitPlot visit, VisitCourse course, Runnable onSite) {
        appointment(visit, course);
        if (visit.has(Flaw.CANCELLED) || visit.has(Flaw.REFUSED)) {
            end(visit);
            return;
        }
        confirmation(visit, course);
        if (!visit.takesPlace()) {
            return;
        }
        step(visit, visit.day(), "check-in", visit.actor(), "check-ins", "presentIds", peopleOf(visit));
        onSite.run();
        step(visit, visit.day(), "check-out", visit.actor(), "check-outs", "checklistComplete", true);
        record(visit, course);
        var channel = CHANNELS.get(visit.no() % CHANNELS.size());
        step(
                visit,
                course.feedback(),
                "feedback",
                staff(visit),
                "feedbacks",
                "channel",
                channel,
                "receipt",
                "回执 %s%03d".formatted(visit.insurer().toUpperCase(Locale.ROOT), visit.no()));
        step(visit, course.acknowledged(), "acknowledgement", company(visit), "acknowledgements");
        callback(visit, course, channel);
        step(visit, course.archived(), "archive", staff(visit), "archives", missing(visit));
    }

    private void appointment(VisitPlot visit, VisitCourse course) {
        var item = story.item(visit.item());
        script.add(
                course.planned(),
                visit.slot(),
                create(
                        visit.slot(),
                        staff(visit),
                        VISITS,
                        "planId",
                        ref(visit.policy().planSlot()),
                        "item",
                        visit.item(),
                        "plannedOn",
                        (visit.appointed() == null ? visit.day() : visit.appointed()).toString(),
                        "place",
                        visit.policy().company().shortName() + item.place(),
                        "participantIds",
                        peopleOf(visit)));
        step(
                visit,
                course.rescheduled(),
                "rescheduling",
                staff(visit),
                "reschedulings",
                "plannedOn",
                visit.day().toString(),
                "reasonCode",
                "COMPANY_BUSY");
    }

    private void end(VisitPlot visit) {
        var manager = visit.policy().insurer().manager();
        if (visit.has(Flaw.CANCELLED)) {
            var reason = visit.insurer().equals("bashu") ? "FUNDS_SHORT" : "COMPANY_RELOCATED";
            step(visit, visit.day(), "cancellation", manager, "cancellations", "reasonCode", reason);
        } else {
            step(
                    visit,
                    visit.day(),
                    "refusal",
                    staff(visit),
                    "refusals",
                    "reasonCode",
                    "PRODUCTION_FIRST",
                    "proof",
                    "现场负责人签署的拒绝接受服务说明");
            step(visit, days.after(visit.day(), 2), "non-cooperation", manager, "non-cooperation-reports");
        }
    }

    private void confirmation(VisitPlot visit, VisitCourse course) {
        var byStaff = visit.no() % 4 == 0;
        step(
                visit,
                course.confirmed(),
                "confirmation",
                byStaff ? staff(visit) : company(visit),
                "confirmations",
                "itemConfirmed",
                true,
                "measuresConfirmed",
                true,
                "timeConfirmed",
                true,
                "proof",
                byStaff ? "PHONE" : null);
    }

    private void record(VisitPlot visit, VisitCourse course) {
        var last = course.submissions().size() - 1;
        for (int i = 0; i <= last; i++) {
            var suffix = i == 0 ? "" : "-" + (i + 1);
            step(visit, course.submissions().get(i), "record" + suffix, visit.actor(), "records", recordOf(visit, i));
            step(
                    visit,
                    course.reviews().get(i),
                    "review" + suffix,
                    visit.policy().insurer().manager(),
                    "reviews",
                    "decision",
                    i == last ? "APPROVED" : "RETURNED",
                    "reason",
                    i == last ? null : "现场影像与记录不一致，请补充后重新提交");
        }
    }

    private Object[] recordOf(VisitPlot visit, int attempt) {
        var item = story.item(visit.item());
        var company = visit.policy().company();
        return new Object[] {
            "summary",
            "%s：为%s开展%s。%s"
                    .formatted(
                            visit.day(), company.shortName(), item.name(), attempt == 0 ? item.content() : "已补充现场影像。"),
            "startedAt",
            visit.day() + "T01:30:00Z",
            "endedAt",
            visit.day() + "T08:30:00Z",
            "place",
            company.address(),
            "deliverables",
            item.files(),
            "typeFields",
            item.fields()
        };
    }

    private void callback(VisitPlot visit, VisitCourse course, String channel) {
        for (int i = 0; i < course.attempts().size(); i++) {
            step(
                    visit,
                    course.attempts().get(i),
                    "callback-attempt-" + (i + 1),
                    staff(visit),
                    "callback-attempts",
                    "channel",
                    "PHONE",
                    "outcome",
                    "NO_ANSWER");
        }
        step(
                visit,
                course.calledBack(),
                "callback",
                staff(visit),
                "callbacks",
                "channels",
                List.of(channel),
                "survey",
                survey(visit),
                "d2",
                body("problemList", visit.isFeedbackDueFromService(), "rectified", visit.isFeedbackDueFromService()),
                "opinions",
                visit.no() % 6 == 0 ? "建议增加现场实操环节" : "服务认真负责",
                "dissatisfactionReasons",
                visit.flaws().isEmpty() ? null : "时间安排不及时");
    }

    private static @Nullable Map<String, Object> survey(VisitPlot visit) {
        return visit.flaws().isEmpty()
                ? body("cases", Map.of(), "discretionary", visit.no() % 5 == 0 ? Map.of("D1-02-R1", "1") : Map.of())
                : body("cases", Map.of("D1-07-R1", 1), "discretionary", Map.of("D1-01-R1", "2"));
    }

    private static Object[] missing(VisitPlot visit) {
        var kind =
                visit.has(Flaw.UNREACHABLE) ? "CALLBACK" : visit.has(Flaw.INCOMPLETE_ARCHIVE) ? "DELIVERABLES" : null;
        return kind == null
                ? new Object[] {"missing", List.of()}
                : new Object[] {
                    "missing",
                    List.of(Objects.requireNonNull(body(
                            "kind", kind, "justification", kind.equals("CALLBACK") ? "三次回访均未联系上企业" : "纸质成果在邮寄中遗失")))
                };
    }

    private void step(
            VisitPlot visit, @Nullable LocalDate day, String what, String user, String noun, @Nullable Object... body) {
        script.add(
                day,
                visit.slot(),
                post(visit.slot() + "-" + what, user, VISITS + "/" + ref(visit.slot()) + "/" + noun, body));
    }

    private static List<String> peopleOf(VisitPlot visit) {
        return visit.people().stream().map(one -> ref(one.slot())).toList();
    }

    private static String staff(VisitPlot visit) {
        return visit.policy().insurer().staff();
    }

    private static String company(VisitPlot visit) {
        return visit.policy().company().user();
    }
}
