package io.fangwei.complaint.complaints;

import io.fangwei.complaint.complaints.ComplaintCommand.DraftReply;
import io.fangwei.complaint.complaints.ComplaintCommand.Escalate;
import io.fangwei.complaint.complaints.ComplaintCommand.Extend;
import io.fangwei.complaint.officers.ChannelKind;
import io.fangwei.complaint.officers.Officer;
import io.fangwei.kernel.calendar.CalendarFile;
import io.fangwei.kernel.calendar.CalendarYear;
import io.fangwei.kernel.calendar.WorkingCalendar;
import io.fangwei.kernel.deadlines.Deadlines;
import io.fangwei.kernel.deadlines.RulePacks;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Complaints in every status, brought there by the real steps. */
final class ComplaintFixture {

    static final UUID COMPLAINT = id(1);
    static final UUID INSURER = id(2);
    static final UUID COMPANY = id(3);
    static final UUID POLICY = id(4);
    static final UUID VISIT = id(5);
    static final UUID PROFESSIONAL = id(6);
    static final UUID REPLY = id(7);
    static final UUID ANOTHER_REPLY = id(8);
    static final String AREA = "510104";

    static final Deadlines CHENGDU = new Deadlines(RulePacks.read(RulePacks.CHENGDU), CalendarFile.read());
    /** The same, with a holiday on the Wednesday after receipt. */
    static final WorkingCalendar WITH_A_HOLIDAY = CHENGDU.calendar()
            .with(
                    new CalendarYear(
                            2025,
                            CalendarYear.Status.OFFICIAL,
                            Set.of(LocalDate.of(2025, 3, 5), LocalDate.of(2025, 4, 4)),
                            Set.of(LocalDate.of(2025, 4, 12)),
                            List.of()),
                    "2025.1");

    static final AnswerWindows WINDOWS = new AnswerWindows(15, 30, CHENGDU);

    /** A Monday; CLK-08 is due on Wednesday 12 March, CLK-09 on Tuesday 15 April. */
    static final LocalDate RECEIVED = LocalDate.of(2025, 3, 3);

    static final LocalDate REGISTERED = LocalDate.of(2025, 3, 4);
    static final LocalDate REPLY_DUE = LocalDate.of(2025, 3, 12);
    static final LocalDate CHECKING_DUE = LocalDate.of(2025, 4, 15);
    static final LocalDate DISSATISFIED = LocalDate.of(2025, 3, 20);

    static final String OFFICER_SUBJECT = "ic.one";
    static final String MANAGER_SUBJECT = "im.one";
    static final Extend FURTHER_CHECKING = new Extend("SITE_CHECK", "我们需要再次到现场核查。");
    static final DraftReply THREE_PARTS = new DraftReply("经查，服务晚到两天。", "服务记录与签到", "已补做并致歉。", Finding.UPHELD);

    private ComplaintFixture() {}

    static UUID id(int number) {
        return UUID.fromString("00000000-0000-4000-8000-%012d".formatted(number));
    }

    static Officer officer() {
        return officer(OFFICER_SUBJECT, INSURER);
    }

    static Officer officer(String subject, UUID insurerId) {
        return Officer.appoint(UUID.nameUUIDFromBytes(subject.getBytes()), insurerId, subject, PROFESSIONAL);
    }

    static Filing filing(LocalDate receivedOn) {
        var at = receivedOn.atTime(1, 0).toInstant(ZoneOffset.UTC);
        return new Filing(
                ComplaintKind.COMPLAINT,
                ChannelKind.HOTLINE,
                Category.LATE_FEEDBACK,
                "服务报告迟迟没有反馈给我们。",
                receivedOn,
                at,
                null);
    }

    static Complaint submittedOn(LocalDate receivedOn, Deadlines deadlines) {
        var subject = new Subject(INSURER, COMPANY, AREA, POLICY, VISIT);
        return Complaint.file(COMPLAINT, subject, filing(receivedOn), receivedOn, deadlines);
    }

    static Complaint submittedOn(String receivedOn) {
        return submittedOn(LocalDate.parse(receivedOn), CHENGDU);
    }

    static Complaint submitted() {
        return submittedOn(RECEIVED, CHENGDU);
    }

    static Complaint registered() {
        return registeredOn(submitted(), REGISTERED);
    }

    static Complaint registeredOn(Complaint complaint, LocalDate day) {
        complaint.register(officer(), Set.of(), day);
        return complaint;
    }

    static Complaint extended() {
        var complaint = registered();
        complaint.extend(FURTHER_CHECKING, OFFICER_SUBJECT, REPLY_DUE);
        return complaint;
    }

    static Complaint drafted() {
        var complaint = registered();
        complaint.draftReply(REPLY, THREE_PARTS, OFFICER_SUBJECT, REPLY_DUE);
        return complaint;
    }

    static Complaint replied() {
        var complaint = drafted();
        complaint.approveReply(REPLY, MANAGER_SUBJECT, REPLY_DUE, WINDOWS);
        return complaint;
    }

    static Complaint dissatisfied() {
        var complaint = replied();
        complaint.reject("没有说明原因", DISSATISFIED, WINDOWS);
        return complaint;
    }

    static Complaint escalated(EscalationTarget target) {
        var complaint = dissatisfied();
        complaint.escalate(new Escalate(target, true), true, DISSATISFIED);
        return complaint;
    }

    static Complaint in(ComplaintStatus status) {
        var complaint = switch (status) {
            case SUBMITTED -> submitted();
            case REGISTERED -> drafted();
            case EXTENDED -> {
                var checked = extended();
                checked.draftReply(REPLY, THREE_PARTS, OFFICER_SUBJECT, REPLY_DUE);
                yield checked;
            }
            case REPLIED -> replied();
            case DISSATISFIED -> dissatisfied();
            case ESCALATED_SELF_REGULATION -> escalated(EscalationTarget.SELF_REGULATION);
            case ESCALATED_AUTHORITY -> escalated(EscalationTarget.EMERGENCY_AUTHORITY);
            case CLOSED_SATISFIED -> {
                var accepted = replied();
                accepted.accept(REPLY_DUE);
                yield accepted;
            }
            case CLOSED_UNRESOLVED -> {
                var left = dissatisfied();
                left.noticeOverdue(LocalDate.of(2025, 5, 7));
                yield left;
            }
            case CLOSED -> {
                var decided = escalated(EscalationTarget.SELF_REGULATION);
                decided.recordOutcome("已调解", Set.of("SR"), LocalDate.of(2025, 4, 8));
                yield decided;
            }
            case WITHDRAWN -> {
                var withdrawn = submitted();
                withdrawn.withdraw(REGISTERED);
                yield withdrawn;
            }
        };
        if (complaint.getStatus() != status) {
            throw new IllegalStateException(complaint.getStatus() + ", not " + status);
        }
        return complaint;
    }
}
