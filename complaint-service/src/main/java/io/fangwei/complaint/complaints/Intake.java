package io.fangwei.complaint.complaints;

import static io.fangwei.complaint.rules.ComplaintRule.EARLIER_COMPLAINT_UNKNOWN;
import static io.fangwei.complaint.rules.ComplaintRule.RECEIPT_DAY_FIXED;
import static io.fangwei.complaint.rules.ComplaintRule.REOPENING_BY_INSURER_ONLY;

import io.fangwei.complaint.Own;
import io.fangwei.complaint.complaints.ComplaintCommand.FileComplaint;
import io.fangwei.kernel.caller.CurrentCaller;
import io.fangwei.kernel.caller.CurrentCommand;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.deadlines.Deadlines;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Where complaints come in: from the company itself, or through staff who took them by telephone, letter or in person. */
@Service
public class Intake {

    private final Complaints complaints;
    private final Subjects subjects;
    private final Deadlines deadlines;
    private final Clock clock;

    Intake(Complaints complaints, Subjects subjects, Deadlines deadlines, Clock clock) {
        this.complaints = complaints;
        this.subjects = subjects;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    public Complaint file(FileComplaint said) {
        var complaintId = CurrentCommand.derivedId("complaint");
        return complaints
                .find(complaintId)
                .map(known -> complaints.add(known, known.filed()))
                .orElseGet(() -> CurrentCaller.get().has(Role.ID) ? byCompany(said) : byInsurer(said));
    }

    private Complaint byCompany(FileComplaint said) {
        REOPENING_BY_INSURER_ONLY.require(said.reopens() == null);
        var now = now();
        var today = LocalDate.ofInstant(now, clock.getZone());
        RECEIPT_DAY_FIXED.require(said.receivedOn() == null || said.receivedOn().equals(today));
        return keep(subjects.byCompany(Own.company(), said), said, today, now);
    }

    private Complaint byInsurer(FileComplaint said) {
        var subject = subjects.byInsurer(Own.insurer(), said);
        if (said.reopens() != null) {
            requireEarlier(said.reopens(), subject);
        }
        var now = now();
        var today = LocalDate.ofInstant(now, clock.getZone());
        return keep(subject, said, Objects.requireNonNullElse(said.receivedOn(), today), now);
    }

    private void requireEarlier(UUID reopens, Subject subject) {
        EARLIER_COMPLAINT_UNKNOWN.require(complaints
                .find(reopens)
                .filter(earlier -> earlier.getCompanyId().equals(subject.companyId()))
                .isPresent());
    }

    /** As precise as it can be stored. */
    private Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.MILLIS);
    }

    private Complaint keep(Subject subject, FileComplaint said, LocalDate receivedOn, Instant now) {
        var filing = new Filing(
                said.kind(), said.channel(), said.category(), said.request(), receivedOn, now, said.reopens());
        var today = LocalDate.ofInstant(now, clock.getZone());
        var complaint = Complaint.file(CurrentCommand.derivedId("complaint"), subject, filing, today, deadlines);
        return complaints.add(complaint, complaint.filed());
    }
}
