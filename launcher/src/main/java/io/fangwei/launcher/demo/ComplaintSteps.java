package io.fangwei.launcher.demo;

import static io.fangwei.launcher.demo.Step.create;
import static io.fangwei.launcher.demo.Step.post;
import static io.fangwei.launcher.demo.Step.ref;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Writes what happens to a complaint. */
final class ComplaintSteps {

    private static final String COMPLAINTS = "/api/complaint/v1/complaints";

    private final WorkDays days;
    private final ScriptWriter script;

    ComplaintSteps(WorkDays days, ScriptWriter script) {
        this.days = days;
        this.script = script;
    }

    void write(ComplaintPlot complaint) {
        file(complaint);
        if (complaint.grievance().course() == ComplaintCourse.WITHDRAWN) {
            step(complaint, days.after(complaint.registered(), 2), "withdrawal", company(complaint), "withdrawals");
            return;
        }
        step(
                complaint,
                complaint.extended(),
                "extension",
                officer(complaint),
                "extensions",
                "reasonCode",
                "MORE_CHECKS_NEEDED",
                "notice",
                "需向第三方核实情况，依规定延长办理期限并书面告知");
        reply(complaint);
        answer(complaint);
    }

    private void file(ComplaintPlot complaint) {
        var grievance = complaint.grievance();
        var byStaff = grievance.isFiledByStaff();
        var visit = complaint.visit();
        script.add(
                complaint.filed(),
                complaint.slot(),
                create(
                        complaint.slot(),
                        byStaff ? officer(complaint) : company(complaint),
                        COMPLAINTS,
                        "policyId",
                        ref(complaint.policy().slot()),
                        "visitId",
                        visit == null ? null : ref(visit.slot()),
                        "companyId",
                        byStaff ? ref(complaint.policy().company().slot()) : null,
                        "kind",
                        grievance.kind(),
                        "channel",
                        grievance.channel(),
                        "category",
                        grievance.category(),
                        "request",
                        grievance.request(),
                        "receivedOn",
                        byStaff ? complaint.received().toString() : null));
        step(
                complaint,
                complaint.registered(),
                "registration",
                officer(complaint),
                "registrations",
                "officerId",
                ref("officer-" + grievance.insurer()));
    }

    private void reply(ComplaintPlot complaint) {
        var grievance = complaint.grievance();
        step(
                complaint,
                complaint.replied(),
                "reply",
                officer(complaint),
                "replies",
                "facts",
                grievance.facts(),
                "factBasis",
                "服务记录、现场影像、通话录音与双方访谈笔录",
                "measures",
                grievance.measures(),
                "upheld",
                grievance.upheld());
        step(
                complaint,
                complaint.replied(),
                "reply-approval",
                complaint.policy().insurer().manager(),
                "reply-approvals");
    }

    private void answer(ComplaintPlot complaint) {
        var replied = complaint.replied();
        if (replied == null) {
            return;
        }
        switch (complaint.grievance().course()) {
            case SILENT -> {}
            case DISSATISFIED -> dissatisfied(complaint, replied);
            case ESCALATED_SELF_REGULATION -> escalate(complaint, replied, "SELF_REGULATION", "sr.chengdu");
            case ESCALATED_EMERGENCY -> escalate(complaint, replied, "EMERGENCY_AUTHORITY", "ea.chengdu");
            case ESCALATED_FINANCIAL -> escalate(complaint, replied, "FINANCIAL_REGULATOR", "fr.chengdu");
            default -> step(complaint, days.after(replied, 3), "acceptance", company(complaint), "acceptances");
        }
    }

    private void dissatisfied(ComplaintPlot complaint, LocalDate replied) {
        step(
                complaint,
                days.after(replied, 4),
                "dissatisfaction",
                company(complaint),
                "dissatisfactions",
                "reason",
                "答复没有说明如何避免再次发生");
    }

    private void escalate(ComplaintPlot complaint, LocalDate replied, String target, String body) {
        dissatisfied(complaint, replied);
        step(
                complaint,
                days.after(replied, 6),
                "escalation",
                company(complaint),
                "escalations",
                "target",
                target,
                "consent",
                true);
        step(complaint, days.after(replied, 21), "outcome", body, "outcomes", "outcome", "经调解，双方就整改措施达成一致");
    }

    private void step(
            ComplaintPlot complaint,
            @Nullable LocalDate day,
            String what,
            String user,
            String noun,
            @Nullable Object... body) {
        script.add(
                day,
                complaint.slot(),
                post(complaint.slot() + "-" + what, user, COMPLAINTS + "/" + ref(complaint.slot()) + "/" + noun, body));
    }

    private static String officer(ComplaintPlot complaint) {
        return complaint.policy().insurer().officer();
    }

    private static String company(ComplaintPlot complaint) {
        return complaint.policy().company().user();
    }
}
