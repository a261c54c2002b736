package io.fangwei.visit.visits;

import static io.fangwei.visit.visits.Stage.ARCHIVED;
import static io.fangwei.visit.visits.Stage.CALLBACK_UNREACHABLE;
import static io.fangwei.visit.visits.Stage.CALLED_BACK;
import static io.fangwei.visit.visits.Stage.CANCELLED;
import static io.fangwei.visit.visits.Stage.CONFIRMED;
import static io.fangwei.visit.visits.Stage.FEEDBACK_DELIVERED;
import static io.fangwei.visit.visits.Stage.IN_PROGRESS;
import static io.fangwei.visit.visits.Stage.NON_COOPERATION_REPORTED;
import static io.fangwei.visit.visits.Stage.PLANNED;
import static io.fangwei.visit.visits.Stage.RECORD_APPROVED;
import static io.fangwei.visit.visits.Stage.RECORD_RETURNED;
import static io.fangwei.visit.visits.Stage.RECORD_SUBMITTED;
import static io.fangwei.visit.visits.Stage.REFUSED_BY_INSURED;
import static io.fangwei.visit.visits.Stage.SERVICE_DONE;

import io.fangwei.kernel.deadlines.Deadlines;
import io.fangwei.kernel.deadlines.Recount;
import io.fangwei.kernel.deadlines.Recounted;
import io.fangwei.kernel.scoring.ScoringModel;
import io.fangwei.visit.clocks.Clocks;
import io.fangwei.visit.items.RecordForms;
import io.fangwei.visit.people.Professional;
import io.fangwei.visit.people.Standing;
import io.fangwei.visit.policies.InsuredPolicy.Term;
import io.fangwei.visit.problems.VisitRule;
import io.fangwei.visit.visits.Review.Decision;
import io.fangwei.visit.visits.VisitCommand.Archive;
import io.fangwei.visit.visits.VisitCommand.CheckOut;
import io.fangwei.visit.visits.VisitCommand.CompleteCallback;
import io.fangwei.visit.visits.VisitCommand.Confirm;
import io.fangwei.visit.visits.VisitCommand.DecideOnRecord;
import io.fangwei.visit.visits.VisitCommand.DeliverFeedback;
import io.fangwei.visit.visits.VisitCommand.Refuse;
import io.fangwei.visit.visits.VisitCommand.Reschedule;
import io.fangwei.visit.visits.VisitCommand.SubmitRecord;
import io.fangwei.visit.visits.VisitCommand.TryCallback;
import io.fangwei.visit.visits.VisitEvent.VisitMoved;
import io.fangwei.visit.visits.VisitEvent.VisitPlanned;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One prevention service at one insured company, from the appointment to the archive (CD-5.3, requirements section 3.1). */
public final class Visit implements Recounted {

    private static final String RECORD = "CLK-01";
    private static final String REVIEW = "CLK-02";
    private static final String FEEDBACK = "CLK-03";
    private static final String RISK_FEEDBACK = "CLK-04";
    private static final String SCREENING_FEEDBACK = "CLK-05";
    private static final String CALLBACK = "CLK-06";
    private static final String ARCHIVE = "CLK-07";
    private static final String NON_COOPERATION = "CLK-13";

    /** So many days with an attempt make a company unreachable (AMB-07). */
    private static final int DAYS_TRIED = 3;

    private VisitSubject subject;
    private Term term;
    private LocalDate plannedOn;
    private String place;
    private Participants participants;
    private Stage stage = PLANNED;
    private Clocks clocks = Clocks.none();
    private List<CallbackAttempt> attempts = List.of();
    private @Nullable Confirmation confirmation;
    private @Nullable String refusalProof;
    private @Nullable LocalDate startedOn;
    private @Nullable LocalDate doneOn;
    private @Nullable ServiceRecord record;
    private @Nullable Review review;
    private @Nullable Feedback feedback;
    private @Nullable Callback callback;
    private @Nullable ArchiveManifest archive;

    private Visit(VisitSubject subject, Term term, LocalDate plannedOn, String place, Participants participants) {
        this.subject = subject;
        this.term = term;
        this.plannedOn = plannedOn;
        this.place = place;
        this.participants = participants;
    }

    /** A visit of people who may serve, or of whom it is not known yet. */
    public static Visit plan(Appointment appointment, List<Standing> standings) {
        return new Visit(
                appointment.subject(),
                appointment.term(),
                appointment.plannedOn(),
                appointment.place(),
                Participants.assigned(standings, appointment.groupMemberIds()));
    }

    /** What is told of a new visit. */
    public VisitPlanned planned(LocalDate today) {
        return subject.planned(today, plannedOn, participants.asPlanned());
    }

    /** An endorsed policy may have another term. */
    void follow(Term current) {
        term = current;
    }

    public List<VisitEvent> reschedule(Reschedule command, LocalDate today) {
        require(PLANNED, REFUSED_BY_INSURED);
        Appointment.requireWithin(term, command.plannedOn());
        stage = PLANNED;
        plannedOn = command.plannedOn();
        clocks = clocks.drop(NON_COOPERATION);
        return List.of(subject.rescheduled(today, plannedOn, command.reasonCode()));
    }

    /** Its policy belongs to another company now; what is archived or cancelled stays as it is. */
    public List<VisitEvent> moveTo(UUID survivingCompanyId) {
        if (stage == ARCHIVED || stage == CANCELLED || subject.companyId().equals(survivingCompanyId)) {
            return List.of();
        }
        subject = subject.at(survivingCompanyId);
        return List.of(new VisitMoved(subject.visitId(), survivingCompanyId));
    }

    public List<VisitEvent> confirm(Confirm command, Actor actor, LocalDate today) {
        require(PLANNED);
        VisitRule.THREE_POINTS_REQUIRED.require(command.isComplete());
        VisitRule.PROOF_REQUIRED.require(actor.insured() || command.proof() != null);
        stage = CONFIRMED;
        confirmation = new Confirmation(today, command.proof());
        return List.of(subject.confirmed(today, command.proof()));
    }

    public List<VisitEvent> cancel(String reasonCode, LocalDate today) {
        require(PLANNED, CONFIRMED);
        stage = CANCELLED;
        return List.of(subject.cancelled(today, reasonCode));
    }

    /** The company does not let the service happen. */
    public List<VisitEvent> refuse(Refuse command, LocalDate today, Deadlines deadlines) {
        require(PLANNED, CONFIRMED);
        stage = REFUSED_BY_INSURED;
        refusalProof = command.proof();
        clocks = clocks.start(deadlines.start(NON_COOPERATION, today));
        return List.of(subject.refused(today, command.reasonCode(), clocks.facts(NON_COOPERATION)));
    }

    public List<VisitEvent> reportNonCooperation(LocalDate today) {
        require(REFUSED_BY_INSURED);
        stage = NON_COOPERATION_REPORTED;
        clocks = clocks.end(NON_COOPERATION, today);
        return List.of(subject.nonCooperationReported(today, clocks.facts(NON_COOPERATION)));
    }

    /** Takes the late answer of team-service; too late once the visit has started. */
    public List<VisitEvent> resolve(Collection<Standing> answers, LocalDate today) {
        var resolved = participants.resolved(answers);
        if (!participants.hasUnchecked() || startedOn != null || resolved.equals(participants)) {
            return List.of();
        }
        participants = resolved;
        return List.of(subject.assignmentResolved(today, participants.asPlanned()));
    }

    /** Those who came without being planned. */
    public List<UUID> replacementsAmong(Collection<UUID> present) {
        return participants.newAmong(present);
    }

    /**
     * The people have come. What is not as it should be – no confirmation, fewer than two, somebody who may not serve – is
     * told, not refused: the service happens all the same.
     */
    public List<VisitEvent> checkIn(
            Collection<UUID> present, List<Standing> replacements, Map<UUID, Professional> known, LocalDate today) {
        require(PLANNED, CONFIRMED);
        var unconfirmed = stage == PLANNED;
        stage = IN_PROGRESS;
        startedOn = today;
        participants = participants.arrived(present, replacements, known, today);
        var belowTwo = participants.present().size() < subject.item().leastOnSite();
        return List.of(subject.started(today, unconfirmed, belowTwo, participants.asPresent()));
    }

    public List<VisitEvent> checkOut(CheckOut command, LocalDate today, Deadlines deadlines) {
        require(IN_PROGRESS);
        VisitRule.CHECKLIST_INCOMPLETE.require(!subject.item().needsChecklist() || command.checklistComplete());
        stage = SERVICE_DONE;
        doneOn = today;
        clocks = clocks.start(deadlines.start(RECORD, today));
        subject.item().feedbackClock().ifPresent(rule -> clocks = clocks.start(deadlines.start(rule, today)));
        return List.of(subject.completed(today, clocks.facts(RECORD, RISK_FEEDBACK, SCREENING_FEEDBACK)));
    }

    /** Every submission is judged against the same due day, also the one after a return (AMB-06). */
    public List<VisitEvent> submit(
            SubmitRecord command, RecordForms forms, Actor actor, LocalDate today, Deadlines deadlines) {
        require(SERVICE_DONE, RECORD_RETURNED);
        var attempt = record == null ? 1 : record.attempt() + 1;
        record = ServiceRecord.of(command, forms.of(subject.item()), attempt, today, actor.subject());
        stage = RECORD_SUBMITTED;
        clocks = clocks.end(RECORD, today).start(deadlines.start(REVIEW, today));
        return List.of(subject.recordSubmitted(today, attempt, clocks.facts(RECORD, REVIEW)));
    }

    public List<VisitEvent> review(DecideOnRecord command, Actor actor, LocalDate today, Deadlines deadlines) {
        require(RECORD_SUBMITTED);
        VisitRule.REVIEWER_IN_GROUP.require(!participants.include(actor.professionalId()));
        var approved = command.decision() == Decision.APPROVED;
        VisitRule.REASON_REQUIRED.require(
                approved || command.reason() != null && !command.reason().isBlank());
        review = new Review(command.decision(), command.reason(), today, actor.subject());
        clocks = clocks.end(REVIEW, today);
        return approved ? approve(today, deadlines) : returnToGroup(today);
    }

    private List<VisitEvent> approve(LocalDate today, Deadlines deadlines) {
        stage = RECORD_APPROVED;
        if (subject.item().feedbackClock().isEmpty()) {
            clocks = clocks.start(deadlines.start(FEEDBACK, today));
        }
        return List.of(subject.recordApproved(today, attempt(), clocks.facts(REVIEW, FEEDBACK)));
    }

    private List<VisitEvent> returnToGroup(LocalDate today) {
        stage = RECORD_RETURNED;
        clocks = clocks.reopen(RECORD);
        return List.of(subject.recordReturned(today, attempt(), clocks.facts(REVIEW)));
    }

    public List<VisitEvent> deliver(DeliverFeedback command, LocalDate today, Deadlines deadlines) {
        require(RECORD_APPROVED);
        stage = FEEDBACK_DELIVERED;
        feedback = new Feedback(today, command.channel(), command.receipt(), null);
        clocks = clocks.end(FEEDBACK, today)
                .end(RISK_FEEDBACK, today)
                .end(SCREENING_FEEDBACK, today)
                .start(deadlines.start(CALLBACK, today));
        return List.of(subject.feedbackDelivered(
                today, command.channel(), clocks.facts(FEEDBACK, RISK_FEEDBACK, SCREENING_FEEDBACK, CALLBACK)));
    }

    public List<VisitEvent> acknowledge(LocalDate today) {
        require(FEEDBACK_DELIVERED, CALLBACK_UNREACHABLE, CALLED_BACK, ARCHIVED);
        if (feedback == null || feedback.acknowledgedOn() != null) {
            return List.of();
        }
        feedback = feedback.acknowledged(today);
        return List.of(subject.feedbackAcknowledged(today));
    }

    /** Nobody was reached; after attempts on three days the company counts as unreachable. */
    public List<VisitEvent> tryCallback(
            UUID attemptId, TryCallback command, Actor actor, LocalDate today, Deadlines deadlines) {
        if (attempts.stream().anyMatch(one -> one.attemptId().equals(attemptId))) {
            return List.of();
        }
        require(FEEDBACK_DELIVERED);
        requireOutsideGroup(actor);
        var more = new ArrayList<>(attempts);
        more.add(new CallbackAttempt(attemptId, today, command.channel(), command.outcome()));
        attempts = List.copyOf(more);
        var attempted = subject.callbackAttempted(today, command.channel(), command.outcome());
        if (attempts.stream().map(CallbackAttempt::on).distinct().count() < DAYS_TRIED) {
            return List.of(attempted);
        }
        stage = CALLBACK_UNREACHABLE;
        clocks = clocks.end(CALLBACK, today).start(deadlines.start(ARCHIVE, today));
        return List.of(attempted, subject.callbackUnreachable(today, attempts.size(), clocks.facts(CALLBACK, ARCHIVE)));
    }

    /** The company was heard; of several callbacks the last counts (AMB-08). */
    public List<VisitEvent> callBack(
            CompleteCallback command, ScoringModel model, Actor actor, LocalDate today, Deadlines deadlines) {
        require(FEEDBACK_DELIVERED, CALLBACK_UNREACHABLE);
        requireOutsideGroup(actor);
        var said = Callback.of(command, model, today, actor.subject());
        callback = said;
        stage = CALLED_BACK;
        clocks = clocks.end(CALLBACK, today).drop(ARCHIVE).start(deadlines.start(ARCHIVE, today));
        var satisfaction = said.satisfaction();
        return List.of(subject.calledBack(
                today,
                said.channels(),
                said.refused(),
                satisfaction == null ? null : satisfaction.total(),
                clocks.facts(CALLBACK, ARCHIVE)));
    }

    /** @param hashing makes one hash of several texts */
    public List<VisitEvent> archive(Archive command, Function<List<String>, String> hashing, LocalDate today) {
        require(CALLED_BACK, CALLBACK_UNREACHABLE);
        var manifest = ArchiveManifest.of(contents(command.complaints()), command.justified(), hashing, today);
        archive = manifest;
        stage = ARCHIVED;
        clocks = clocks.end(ARCHIVE, today);
        return List.of(subject.archived(today, manifest, clocks.facts(ARCHIVE)));
    }

    private Map<ArchiveKind, List<String>> contents(List<UUID> complaintIds) {
        var contents = ArchiveManifest.contents();
        contents.put(
                ArchiveKind.PLAN,
                List.of(subject.planId().toString(), subject.policyId().toString()));
        contents.put(
                ArchiveKind.PEOPLE,
                participants.present().stream().map(Participant::text).toList());
        if (record != null) {
            contents.put(ArchiveKind.RECORD, record.texts());
            contents.put(ArchiveKind.DELIVERABLES, record.deliverables());
        }
        if (callback != null) {
            contents.put(ArchiveKind.CALLBACK, callback.texts());
        }
        contents.put(
                ArchiveKind.COMPLAINTS,
                complaintIds.stream().map(UUID::toString).sorted().toList());
        return contents;
    }

    @Override
    public Optional<LocalDate> lastDue() {
        return clocks.lastDue();
    }

    @Override
    public Optional<LocalDate> nextDue() {
        return clocks.nextDue();
    }

    @Override
    public List<VisitEvent> noticeOverdue(LocalDate today) {
        var overdue = clocks.overdueOn(today);
        clocks = clocks.noticedOn(today);
        return overdue.stream().<VisitEvent>map(subject::overdue).toList();
    }

    @Override
    public List<VisitEvent> recount(Recount recount) {
        var before = clocks;
        clocks = clocks.recounted(recount);
        var moved = clocks.movedSince(before);
        return moved.isEmpty() ? List.of() : List.of(subject.recalculated(moved, clocks.movesSince(before)));
    }

    /** True while hazards may be found. */
    public boolean isInProgress() {
        return stage == IN_PROGRESS;
    }

    private int attempt() {
        return record == null ? 0 : record.attempt();
    }

    private void requireOutsideGroup(Actor actor) {
        VisitRule.CALLER_IN_GROUP.require(!participants.include(actor.professionalId()));
    }

    private void require(Stage... expected) {
        VisitRule.WRONG_STAGE.require(List.of(expected).contains(stage), stage, List.of(expected));
    }

    @Override
    public String status() {
        return stage.name();
    }

    public VisitSubject getSubject() {
        return subject;
    }

    public Stage getStage() {
        return stage;
    }

    public LocalDate getPlannedOn() {
        return plannedOn;
    }

    public String getPlace() {
        return place;
    }

    public Participants getParticipants() {
        return participants;
    }

    public Clocks getClocks() {
        return clocks;
    }

    public List<CallbackAttempt> getAttempts() {
        return attempts;
    }

    public @Nullable Confirmation getConfirmation() {
        return confirmation;
    }

    public @Nullable String getRefusalProof() {
        return refusalProof;
    }

    public @Nullable LocalDate getStartedOn() {
        return startedOn;
    }

    public @Nullable LocalDate getDoneOn() {
        return doneOn;
    }

    public @Nullable ServiceRecord getRecord() {
        return record;
    }

    public @Nullable Review getReview() {
        return review;
    }

    public @Nullable Feedback getFeedback() {
        return feedback;
    }

    public @Nullable Callback getCallback() {
        return callback;
    }

    public @Nullable ArchiveManifest getArchive() {
        return archive;
    }
}
