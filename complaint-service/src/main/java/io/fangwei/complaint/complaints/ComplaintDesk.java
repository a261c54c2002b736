package io.fangwei.complaint.complaints;

import static io.fangwei.complaint.rules.ComplaintRule.OFFICER_NOT_ACTIVE;

import io.fangwei.complaint.complaints.ComplaintCommand.ApproveReply;
import io.fangwei.complaint.complaints.ComplaintCommand.DraftReply;
import io.fangwei.complaint.complaints.ComplaintCommand.Escalate;
import io.fangwei.complaint.complaints.ComplaintCommand.Extend;
import io.fangwei.complaint.complaints.ComplaintCommand.RecordOutcome;
import io.fangwei.complaint.complaints.ComplaintCommand.Register;
import io.fangwei.complaint.complaints.ComplaintCommand.Reject;
import io.fangwei.complaint.officers.Officer;
import io.fangwei.complaint.officers.Officers;
import io.fangwei.kernel.caller.CurrentCaller;
import io.fangwei.kernel.caller.CurrentCommand;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The use cases of a complaint that has been filed, one method each. */
@Service
public class ComplaintDesk {

    private final Complaints complaints;
    private final Officers officers;
    private final Subjects subjects;
    private final AnswerWindows windows;
    private final Clock clock;

    ComplaintDesk(Complaints complaints, Officers officers, Subjects subjects, AnswerWindows windows, Clock clock) {
        this.complaints = complaints;
        this.officers = officers;
        this.subjects = subjects;
        this.windows = windows;
        this.clock = clock;
    }

    /** All complaints of a duplicate go to the company that stays. */
    public void companyMerged(UUID duplicateId, UUID survivingId) {
        var filter = new Complaints.Filter(null, duplicateId, null);
        String after = null;
        do {
            var page = complaints.page(filter, Pages.of(Pages.MOST, after));
            page.items()
                    .forEach(
                            one -> complaints.change(one.getComplaintId(), complaint -> complaint.moveTo(survivingId)));
            after = page.next();
        } while (after != null);
    }

    public Complaint register(UUID id, Register said) {
        return complaints.change(
                id, complaint -> complaint.register(officer(said), subjects.concerned(complaint), today()));
    }

    public Complaint replaceOfficer(UUID id, Register said) {
        return complaints.change(
                id, complaint -> complaint.replaceOfficer(officer(said), subjects.concerned(complaint), today()));
    }

    public Complaint extend(UUID id, Extend said) {
        return complaints.change(id, complaint -> complaint.extend(said, subject(), today()));
    }

    public Complaint draftReply(UUID id, DraftReply said) {
        var replyId = CurrentCommand.derivedId("reply");
        return complaints.change(id, complaint -> complaint.draftReply(replyId, said, subject(), today()));
    }

    public Complaint approveReply(UUID id, @Nullable ApproveReply said) {
        var seen = said == null ? null : said.replyId();
        return complaints.change(id, complaint -> complaint.approveReply(seen, subject(), today(), windows));
    }

    public Complaint accept(UUID id) {
        return complaints.change(id, complaint -> complaint.accept(today()));
    }

    public Complaint reject(UUID id, Reject said) {
        return complaints.change(id, complaint -> complaint.reject(said.reason(), today(), windows));
    }

    public Complaint escalate(UUID id, Escalate said) {
        var byCompany = CurrentCaller.get().has(Role.ID);
        return complaints.change(id, complaint -> complaint.escalate(said, byCompany, today()));
    }

    public Complaint recordOutcome(UUID id, RecordOutcome said) {
        var bodies = CurrentCaller.get().roles().stream().map(Enum::name).collect(Collectors.toSet());
        return complaints.change(id, complaint -> complaint.recordOutcome(said.outcome(), bodies, today()));
    }

    public Complaint withdraw(UUID id) {
        return complaints.change(id, complaint -> complaint.withdraw(today()));
    }

    public Complaint get(UUID id) {
        return complaints.get(id);
    }

    public Page<Complaint> page(Complaints.Filter filter, Pages pages) {
        return complaints.page(filter, pages);
    }

    /** Both clocks with each of their days. */
    public List<ExplainedClock> deadlines(UUID id) {
        return complaints
                .get(id)
                .getClocks()
                .all()
                .map(clock -> ExplainedClock.of(clock, today(), windows.calendar()))
                .toList();
    }

    private Officer officer(Register said) {
        return officers.find(said.officerId()).orElseThrow(OFFICER_NOT_ACTIVE::broken);
    }

    private static String subject() {
        return CurrentCaller.get().subject();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
