package io.fangwei.complaint.complaints;

import static io.fangwei.complaint.complaints.ComplaintStatus.CLOSED;
import static io.fangwei.complaint.complaints.ComplaintStatus.CLOSED_SATISFIED;
import static io.fangwei.complaint.complaints.ComplaintStatus.CLOSED_UNRESOLVED;
import static io.fangwei.complaint.complaints.ComplaintStatus.DISSATISFIED;
import static io.fangwei.complaint.complaints.ComplaintStatus.ESCALATED_AUTHORITY;
import static io.fangwei.complaint.complaints.ComplaintStatus.ESCALATED_SELF_REGULATION;
import static io.fangwei.complaint.complaints.ComplaintStatus.EXTENDED;
import static io.fangwei.complaint.complaints.ComplaintStatus.REGISTERED;
import static io.fangwei.complaint.complaints.ComplaintStatus.REPLIED;
import static io.fangwei.complaint.complaints.ComplaintStatus.SUBMITTED;
import static io.fangwei.complaint.complaints.ComplaintStatus.WITHDRAWN;
import static io.fangwei.complaint.rules.ComplaintRule.ANSWER_TOO_LATE;
import static io.fangwei.complaint.rules.ComplaintRule.CONSENT_MISSING;
import static io.fangwei.complaint.rules.ComplaintRule.FOUR_EYES;
import static io.fangwei.complaint.rules.ComplaintRule.INSURED_DECIDES;
import static io.fangwei.complaint.rules.ComplaintRule.NOT_ESCALATED_TO_YOU;
import static io.fangwei.complaint.rules.ComplaintRule.NOT_THE_OFFICER;
import static io.fangwei.complaint.rules.ComplaintRule.NO_CLOCK_BREACHED;
import static io.fangwei.complaint.rules.ComplaintRule.OFFICER_CONCERNED;
import static io.fangwei.complaint.rules.ComplaintRule.OFFICER_NOT_ACTIVE;
import static io.fangwei.complaint.rules.ComplaintRule.RECEIVED_IN_FUTURE;
import static io.fangwei.complaint.rules.ComplaintRule.REPLY_CHANGED;
import static io.fangwei.complaint.rules.ComplaintRule.REPLY_NOT_DRAFTED;
import static io.fangwei.complaint.rules.ComplaintRule.WRONG_STAGE;

import io.fangwei.complaint.complaints.ComplaintCommand.DraftReply;
import io.fangwei.complaint.complaints.ComplaintCommand.Escalate;
import io.fangwei.complaint.complaints.ComplaintCommand.Extend;
import io.fangwei.complaint.complaints.ComplaintEvent.ComplaintClosed;
import io.fangwei.complaint.complaints.ComplaintEvent.ComplaintDissatisfied;
import io.fangwei.complaint.complaints.ComplaintEvent.ComplaintEscalated;
import io.fangwei.complaint.complaints.ComplaintEvent.ComplaintExtended;
import io.fangwei.complaint.complaints.ComplaintEvent.ComplaintMoved;
import io.fangwei.complaint.complaints.ComplaintEvent.ComplaintOverdue;
import io.fangwei.complaint.complaints.ComplaintEvent.ComplaintRegistered;
import io.fangwei.complaint.complaints.ComplaintEvent.ComplaintReplied;
import io.fangwei.complaint.complaints.ComplaintEvent.ComplaintSubmitted;
import io.fangwei.complaint.complaints.ComplaintEvent.ComplaintWithdrawn;
import io.fangwei.complaint.complaints.ComplaintEvent.DeadlineRecalculated;
import io.fangwei.complaint.complaints.ComplaintEvent.OfficerReplaced;
import io.fangwei.complaint.complaints.ComplaintEvent.ReplyDrafted;
import io.fangwei.complaint.officers.Officer;
import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.kernel.deadlines.Deadlines;
import io.fangwei.kernel.deadlines.Recount;
import io.fangwei.kernel.deadlines.Recounted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A complaint or objection of an insured company, from receipt to close (CD 5.4). */
public final class Complaint implements Recounted {

    private static final ComplaintStatus[] IN_HAND = {REGISTERED, EXTENDED};
    private static final ComplaintStatus[] NOT_YET_REPLIED = {SUBMITTED, REGISTERED, EXTENDED};
    private static final ComplaintStatus[] ESCALATED = {ESCALATED_SELF_REGULATION, ESCALATED_AUTHORITY};

    private final UUID complaintId;
    private final UUID insurerId;
    private UUID companyId;
    private final String area;
    private final @Nullable UUID policyId;
    private final @Nullable UUID visitId;
    private final Filing filing;
    private ReplyClocks clocks;
    private ComplaintStatus status;
    private @Nullable Handler officer;
    private @Nullable Extension extension;
    private @Nullable Reply draft;
    private @Nullable Reply reply;
    private @Nullable LocalDate answerBy;
    private @Nullable Dissatisfaction dissatisfaction;
    private @Nullable LocalDate escalateBy;
    private List<Escalation> escalations = List.of();
    private @Nullable Outcome outcome;
    private boolean silentClose;
    private @Nullable LocalDate closedOn;

    private Complaint(
            UUID complaintId,
            UUID insurerId,
            UUID companyId,
            String area,
            @Nullable UUID policyId,
            @Nullable UUID visitId,
            Filing filing,
            ReplyClocks clocks,
            ComplaintStatus status) {
        this.complaintId = complaintId;
        this.insurerId = insurerId;
        this.companyId = companyId;
        this.area = area;
        this.policyId = policyId;
        this.visitId = visitId;
        this.filing = filing;
        this.clocks = clocks;
        this.status = status;
    }

    public static Complaint file(
            UUID complaintId, Subject subject, Filing filing, LocalDate today, Deadlines deadlines) {
        RECEIVED_IN_FUTURE.require(!filing.receivedOn().isAfter(today), filing.receivedOn(), today);
        return new Complaint(
                complaintId,
                subject.insurerId(),
                subject.companyId(),
                subject.area(),
                subject.policyId(),
                subject.visitId(),
                filing,
                ReplyClocks.start(filing.receivedOn(), deadlines),
                SUBMITTED);
    }

    List<ComplaintEvent> filed() {
        return List.of(new ComplaintSubmitted(
                complaintId,
                insurerId,
                companyId,
                area,
                policyId,
                visitId,
                filing.reopens(),
                filing.kind().name(),
                filing.channel().name(),
                filing.category().name(),
                TextHash.of(filing.request()),
                filing.receivedOn(),
                clocks.started()));
    }

    /** @param concerned the professionals whose service the complaint may be about */
    public List<ComplaintEvent> register(Officer assigned, Set<UUID> concerned, LocalDate today) {
        requireStatus(SUBMITTED);
        requireFit(assigned, concerned);
        officer = new Handler(assigned.getOfficerId(), assigned.getSubject());
        status = REGISTERED;
        return List.of(
                new ComplaintRegistered(complaintId, insurerId, companyId, area, assigned.getOfficerId(), today));
    }

    public List<ComplaintEvent> replaceOfficer(Officer assigned, Set<UUID> concerned, LocalDate today) {
        requireStatus(IN_HAND);
        requireFit(assigned, concerned);
        var previous = handler();
        officer = new Handler(assigned.getOfficerId(), assigned.getSubject());
        return List.of(new OfficerReplaced(
                complaintId, insurerId, companyId, area, assigned.getOfficerId(), previous.officerId(), today));
    }

    /** The notice in time ends CLK-08; a late one does not undo the breach, and CLK-09 runs from the receipt (AMB-11). */
    public List<ComplaintEvent> extend(Extend said, String subject, LocalDate today) {
        requireStatus(REGISTERED);
        requireOfficer(subject);
        var ended = List.of(clocks.reply().deadline().endedOn(today));
        clocks = clocks.extendedOn(today);
        extension = new Extension(today, said.reasonCode(), said.notice());
        status = EXTENDED;
        return List.of(new ComplaintExtended(
                complaintId, insurerId, companyId, area, said.reasonCode(), TextHash.of(said.notice()), today, ended));
    }

    public List<ComplaintEvent> draftReply(UUID replyId, DraftReply said, String subject, LocalDate today) {
        if (draft != null && draft.replyId().equals(replyId)) {
            return List.of();
        }
        requireStatus(IN_HAND);
        requireOfficer(subject);
        var drafted = Reply.draft(replyId, said, today, subject);
        draft = drafted;
        return List.of(new ReplyDrafted(
                complaintId,
                insurerId,
                companyId,
                area,
                replyId,
                drafted.upheld().name(),
                drafted.hash(),
                today));
    }

    /** @param seen the draft that was looked at, if the manager says so */
    public List<ComplaintEvent> approveReply(
            @Nullable UUID seen, String subject, LocalDate today, AnswerWindows windows) {
        requireStatus(IN_HAND);
        REPLY_NOT_DRAFTED.require(draft != null);
        var approved = Objects.requireNonNull(draft);
        REPLY_CHANGED.require(seen == null || seen.equals(approved.replyId()));
        FOUR_EYES.require(!subject.equals(approved.by()));
        var ended = clocks.endingOn(today);
        clocks = clocks.repliedOn(today);
        reply = approved.given(today);
        draft = null;
        answerBy = windows.answerBy(today);
        status = REPLIED;
        return List.of(new ComplaintReplied(
                complaintId,
                insurerId,
                companyId,
                area,
                handler().officerId(),
                approved.replyId(),
                filing.category().name(),
                approved.upheld().name(),
                approved.hash(),
                today,
                ended));
    }

    public List<ComplaintEvent> accept(LocalDate today) {
        requireStatus(REPLIED);
        requireInTimeForAnAnswer(today);
        return close(CLOSED_SATISFIED, Outcome.SATISFIED, today, null);
    }

    public List<ComplaintEvent> reject(String reason, LocalDate today, AnswerWindows windows) {
        requireStatus(REPLIED);
        requireInTimeForAnAnswer(today);
        dissatisfaction = new Dissatisfaction(today, reason);
        answerBy = null;
        escalateBy = windows.escalateBy(today);
        status = DISSATISFIED;
        return List.of(new ComplaintDissatisfied(complaintId, insurerId, companyId, area, TextHash.of(reason), today));
    }

    /**
     * The company decides where it turns; an officer may bring it to the self-regulation body at its request. Without a
     * reply it may turn there as soon as a clock is breached, noticed or not (CD-5.4.2.2).
     */
    public List<ComplaintEvent> escalate(Escalate said, boolean byCompany, LocalDate today) {
        requireEscalable(said.target(), today);
        INSURED_DECIDES.require(
                byCompany || status == DISSATISFIED && said.target() == EscalationTarget.SELF_REGULATION);
        CONSENT_MISSING.require(said.consent());
        var missed = clocks.untoldOn(today);
        clocks = clocks.toldOn(today);
        escalations = Stream.concat(escalations.stream(), Stream.of(Escalation.to(said.target(), area, today)))
                .toList();
        escalateBy = null;
        outcome = null;
        closedOn = null;
        draft = null;
        status = said.target().status();
        return List.of(new ComplaintEscalated(
                complaintId, insurerId, companyId, area, said.target().name(), today, missed));
    }

    /** @param bodies the roles in which the caller speaks */
    public List<ComplaintEvent> recordOutcome(String said, Set<String> bodies, LocalDate today) {
        requireStatus(ESCALATED);
        var current = escalations.get(escalations.size() - 1);
        NOT_ESCALATED_TO_YOU.require(current.body() != null && bodies.contains(current.body()));
        escalations = Stream.concat(
                        escalations.stream().limit(escalations.size() - 1L), Stream.of(current.decided(said, today)))
                .toList();
        return close(CLOSED, Outcome.DECIDED, today, said);
    }

    public List<ComplaintEvent> withdraw(LocalDate today) {
        requireStatus(NOT_YET_REPLIED);
        var missed = clocks.untoldOn(today);
        clocks = clocks.stoppedOn(today);
        draft = null;
        closedOn = today;
        status = WITHDRAWN;
        return List.of(new ComplaintWithdrawn(complaintId, insurerId, companyId, area, today, missed));
    }

    @Override
    public List<ComplaintEvent> noticeOverdue(LocalDate today) {
        var events = new ArrayList<ComplaintEvent>();
        clocks.untoldOn(today).forEach(missed -> events.add(overdue(missed, today)));
        clocks = clocks.toldOn(today);
        if (status == REPLIED && isOver(answerBy, today)) {
            silentClose = true;
            events.addAll(close(CLOSED_SATISFIED, Outcome.SATISFIED, today, null));
        } else if (status == DISSATISFIED && isOver(escalateBy, today)) {
            events.addAll(close(CLOSED_UNRESOLVED, Outcome.UNRESOLVED, today, null));
        }
        return events;
    }

    @Override
    public List<ComplaintEvent> recount(Recount recount) {
        var before = clocks;
        clocks = clocks.recounted(recount);
        var moved = clocks.movedSince(before);
        return moved.isEmpty()
                ? List.of()
                : List.of(new DeadlineRecalculated(
                        complaintId, insurerId, companyId, area, moved, clocks.movesSince(before)));
    }

    @Override
    public Optional<LocalDate> lastDue() {
        return clocks.lastDue();
    }

    @Override
    public Optional<LocalDate> nextDue() {
        return Stream.of(clocks.nextDue(), Optional.ofNullable(answerBy), Optional.ofNullable(escalateBy))
                .flatMap(Optional::stream)
                .min(LocalDate::compareTo);
    }

    @Override
    public String status() {
        return status.name();
    }

    /** Its company turned out to be a duplicate of another, which may go on with it. */
    public List<ComplaintEvent> moveTo(UUID survivingCompanyId) {
        if (companyId.equals(survivingCompanyId)) {
            return List.of();
        }
        companyId = survivingCompanyId;
        return List.of(new ComplaintMoved(complaintId, insurerId, companyId, area));
    }

    /** By which number people know it. */
    public String number() {
        var day = filing.receivedOn().toString().replace("-", "");
        return "C" + day + "-" + complaintId.toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    private ComplaintOverdue overdue(ClockFact missed, LocalDate today) {
        return new ComplaintOverdue(complaintId, insurerId, companyId, area, today, List.of(missed));
    }

    private List<ComplaintEvent> close(ComplaintStatus as, Outcome how, LocalDate today, @Nullable String said) {
        var missed = clocks.untoldOn(today);
        clocks = clocks.stoppedOn(today);
        answerBy = null;
        escalateBy = null;
        outcome = how;
        closedOn = today;
        status = as;
        return List.of(new ComplaintClosed(
                complaintId,
                insurerId,
                companyId,
                area,
                how.name(),
                silentClose,
                said == null ? null : TextHash.of(said),
                today,
                missed));
    }

    private void requireFit(Officer assigned, Set<UUID> concerned) {
        OFFICER_NOT_ACTIVE.require(assigned.acts() && assigned.getInsurerId().equals(insurerId));
        var professional = assigned.getProfessionalId();
        OFFICER_CONCERNED.require(professional == null || !concerned.contains(professional));
    }

    private void requireOfficer(String subject) {
        NOT_THE_OFFICER.require(handler().subject().equals(subject));
    }

    private void requireInTimeForAnAnswer(LocalDate today) {
        ANSWER_TOO_LATE.require(!isOver(answerBy, today), String.valueOf(answerBy));
    }

    private void requireEscalable(EscalationTarget target, LocalDate today) {
        var from = EnumSet.of(REGISTERED, EXTENDED, DISSATISFIED, CLOSED_UNRESOLVED);
        if (target.status() == ESCALATED_AUTHORITY) {
            from.add(ESCALATED_SELF_REGULATION);
        }
        requireStatus(from.toArray(ComplaintStatus[]::new));
        var replied = status != REGISTERED && status != EXTENDED;
        NO_CLOCK_BREACHED.require(replied || clocks.isAnyMissedOn(today));
    }

    private void requireStatus(ComplaintStatus... wanted) {
        var kept = Arrays.asList(wanted);
        WRONG_STAGE.require(
                kept.contains(status),
                status,
                String.join(", ", kept.stream().map(Enum::name).toList()));
    }

    private Handler handler() {
        return Objects.requireNonNull(officer);
    }

    private static boolean isOver(@Nullable LocalDate lastDay, LocalDate today) {
        return lastDay != null && today.isAfter(lastDay);
    }

    public UUID getComplaintId() {
        return complaintId;
    }

    public UUID getInsurerId() {
        return insurerId;
    }

    public UUID getCompanyId() {
        return companyId;
    }

    public String getArea() {
        return area;
    }

    public @Nullable UUID getPolicyId() {
        return policyId;
    }

    public @Nullable UUID getVisitId() {
        return visitId;
    }

    public Filing getFiling() {
        return filing;
    }

    public ReplyClocks getClocks() {
        return clocks;
    }

    public ComplaintStatus getStatus() {
        return status;
    }

    public @Nullable Handler getOfficer() {
        return officer;
    }

    public @Nullable Extension getExtension() {
        return extension;
    }

    public @Nullable Reply getDraft() {
        return draft;
    }

    public @Nullable Reply getReply() {
        return reply;
    }

    public @Nullable LocalDate getAnswerBy() {
        return answerBy;
    }

    public @Nullable Dissatisfaction getDissatisfaction() {
        return dissatisfaction;
    }

    public @Nullable LocalDate getEscalateBy() {
        return escalateBy;
    }

    public List<Escalation> getEscalations() {
        return escalations;
    }

    public @Nullable Outcome getOutcome() {
        return outcome;
    }

    public boolean isSilentClose() {
        return silentClose;
    }

    public @Nullable LocalDate getClosedOn() {
        return closedOn;
    }
}
