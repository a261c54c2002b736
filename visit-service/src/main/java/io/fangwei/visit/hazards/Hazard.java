package io.fangwei.visit.hazards;

import static io.fangwei.visit.hazards.HazardStatus.CLASSIFIED;
import static io.fangwei.visit.hazards.HazardStatus.CLOSED;
import static io.fangwei.visit.hazards.HazardStatus.MEASURES_SET;
import static io.fangwei.visit.hazards.HazardStatus.NOTIFIED;
import static io.fangwei.visit.hazards.HazardStatus.RECTIFIED;
import static io.fangwei.visit.hazards.HazardStatus.RECTIFYING;
import static io.fangwei.visit.hazards.HazardStatus.REFUSED;
import static io.fangwei.visit.hazards.HazardStatus.REPORTED_TO_AUTHORITY;

import io.fangwei.kernel.deadlines.Deadlines;
import io.fangwei.kernel.deadlines.Recount;
import io.fangwei.kernel.deadlines.Recounted;
import io.fangwei.visit.clocks.Clocks;
import io.fangwei.visit.hazards.HazardCommand.Accept;
import io.fangwei.visit.hazards.HazardCommand.Notify;
import io.fangwei.visit.hazards.HazardCommand.Rectify;
import io.fangwei.visit.hazards.HazardCommand.RefuseTreatment;
import io.fangwei.visit.hazards.HazardCommand.RegisterHazard;
import io.fangwei.visit.hazards.HazardCommand.SetMeasures;
import io.fangwei.visit.hazards.HazardEvent.HazardMoved;
import io.fangwei.visit.problems.VisitRule;
import io.fangwei.visit.visits.Participant;
import io.fangwei.visit.visits.Visit;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A hazard found during a visit, until it is removed or reported to the authority (CD-6.3, requirements section 3.3). */
public final class Hazard implements Recounted {

    private static final String AUTHORITY_REPORT = "CLK-12";
    private static final String TREATMENT = "CLK-14";

    private HazardSubject subject;
    private final Finding finding;
    private final List<UUID> groupMemberIds;
    private final List<UUID> institutionIds;
    private HazardStatus status = CLASSIFIED;
    private Clocks clocks;
    private @Nullable Notice notice;
    private @Nullable Measures measures;
    private @Nullable Treatment treatment;
    private @Nullable Acceptance acceptance;
    private @Nullable String refusalProof;

    private Hazard(
            HazardSubject subject,
            Finding finding,
            List<UUID> groupMemberIds,
            List<UUID> institutionIds,
            Clocks clocks) {
        this.subject = subject;
        this.finding = finding;
        this.groupMemberIds = groupMemberIds;
        this.institutionIds = institutionIds;
        this.clocks = clocks;
    }

    /** Found and classified on site; the clock of the written notice runs. */
    public static Hazard found(
            UUID hazardId, Visit visit, RegisterHazard command, LocalDate today, Deadlines deadlines) {
        VisitRule.VISIT_NOT_IN_PROGRESS.require(visit.isInProgress(), visit.getStage());
        VisitRule.CRITERION_REQUIRED.require(command.level() != HazardLevel.MAJOR
                || command.criterion() != null && !command.criterion().isBlank());
        var of = visit.getSubject();
        var finding = new Finding(
                command.description(),
                command.category(),
                command.subCategory(),
                command.cause(),
                command.place(),
                command.criterion(),
                today);
        return new Hazard(
                new HazardSubject(
                        hazardId,
                        of.visitId(),
                        of.policyId(),
                        of.insurerId(),
                        of.companyId(),
                        of.area(),
                        command.level()),
                finding,
                visit.getParticipants().groupMemberIds(),
                visit.getParticipants().people().stream()
                        .map(Participant::institutionId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                Clocks.none().start(deadlines.start(command.level().noticeClock(), today)));
    }

    /** What is told of a new hazard. */
    public List<HazardEvent> registered() {
        return List.of(
                subject.found(finding.cause(), finding.foundOn(), clocks.facts(noticeClock())),
                subject.classified(finding.cause(), finding.foundOn()));
    }

    public List<HazardEvent> notifyCompany(Notify command, LocalDate today) {
        require(CLASSIFIED);
        status = NOTIFIED;
        notice = new Notice(today, command.advice(), command.receipt());
        clocks = clocks.end(noticeClock(), today);
        return List.of(subject.notified(today, clocks.facts(noticeClock())));
    }

    /** A company that had refused before any measures were set sets them when it gives in. */
    public List<HazardEvent> setMeasures(SetMeasures command, LocalDate today, Deadlines deadlines) {
        if (measures != null || status != NOTIFIED && !mayRestart()) {
            require(NOTIFIED);
        }
        startLimit(command.rectifyBy(), today, deadlines);
        status = MEASURES_SET;
        measures = new Measures(
                today, command.measures(), command.rectifyBy(), command.responsiblePerson(), command.funding());
        return List.of(subject.measuresSet(today, command.rectifyBy(), clocks.facts(TREATMENT)));
    }

    public List<HazardEvent> startRectification(LocalDate today) {
        VisitRule.REPORT_FIRST.require(status != REFUSED || !isMajor());
        require(MEASURES_SET, REFUSED, REPORTED_TO_AUTHORITY);
        VisitRule.MEASURES_MISSING.require(measures != null);
        status = RECTIFYING;
        return List.of(subject.rectificationStarted(today));
    }

    public List<HazardEvent> rectify(Rectify command, LocalDate today) {
        require(RECTIFYING);
        status = RECTIFIED;
        treatment = new Treatment(today, command.treatment());
        clocks = clocks.end(TREATMENT, today);
        return List.of(subject.rectified(today, clocks.facts(TREATMENT)));
    }

    public List<HazardEvent> accept(Accept command, String by, LocalDate today, Deadlines deadlines) {
        require(RECTIFIED);
        if (!command.accepted()) {
            return sendBack(command, by, today, deadlines);
        }
        VisitRule.ACCEPTOR_IS_RESPONSIBLE.require(!isMajor() || !isResponsible(command.acceptedBy()));
        status = CLOSED;
        acceptance = new Acceptance(today, true, command.reason(), by, command.acceptedBy());
        return List.of(subject.accepted(today), subject.closed(today));
    }

    private List<HazardEvent> sendBack(Accept command, String by, LocalDate today, Deadlines deadlines) {
        VisitRule.REASON_REQUIRED.require(
                command.reason() != null && !command.reason().isBlank());
        var limit = command.rectifyBy();
        if (limit == null) {
            clocks = clocks.reopen(TREATMENT);
        } else {
            startLimit(limit, today, deadlines);
            measures = Objects.requireNonNull(measures).until(limit);
        }
        status = RECTIFYING;
        acceptance = new Acceptance(today, false, command.reason(), by, command.acceptedBy());
        return List.of(subject.acceptanceFailed(today, clocks.facts(TREATMENT)));
    }

    /** The company does not treat the hazard; a major one must be reported. */
    public List<HazardEvent> refuse(RefuseTreatment command, LocalDate today, Deadlines deadlines) {
        require(NOTIFIED, MEASURES_SET, RECTIFYING);
        status = REFUSED;
        refusalProof = command.proof();
        if (isMajor()) {
            clocks = clocks.start(deadlines.start(AUTHORITY_REPORT, today));
        }
        return List.of(subject.rectificationRefused(today, clocks.facts(AUTHORITY_REPORT)));
    }

    public List<HazardEvent> reportToAuthority(LocalDate today) {
        VisitRule.MAJOR_ONLY.require(isMajor());
        require(REFUSED);
        status = REPORTED_TO_AUTHORITY;
        clocks = clocks.end(AUTHORITY_REPORT, today);
        return List.of(subject.reportedToAuthority(today, clocks.facts(AUTHORITY_REPORT)));
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
    public List<HazardEvent> noticeOverdue(LocalDate today) {
        var overdue = clocks.overdueOn(today);
        clocks = clocks.noticedOn(today);
        return overdue.stream().<HazardEvent>map(subject::overdue).toList();
    }

    @Override
    public List<HazardEvent> recount(Recount recount) {
        var before = clocks;
        clocks = clocks.recounted(recount);
        var moved = clocks.movedSince(before);
        return moved.isEmpty() ? List.of() : List.of(subject.recalculated(moved, clocks.movesSince(before)));
    }

    private void startLimit(LocalDate limit, LocalDate today, Deadlines deadlines) {
        VisitRule.LIMIT_IN_THE_PAST.require(!limit.isBefore(today), limit, today);
        clocks = clocks.start(deadlines.until(TREATMENT, today, limit));
    }

    private boolean mayRestart() {
        return status == REPORTED_TO_AUTHORITY || status == REFUSED && !isMajor();
    }

    private boolean isMajor() {
        return subject.level() == HazardLevel.MAJOR;
    }

    private boolean isResponsible(@Nullable String person) {
        return measures != null && measures.responsiblePerson().equals(person);
    }

    private String noticeClock() {
        return subject.level().noticeClock();
    }

    private void require(HazardStatus... expected) {
        VisitRule.WRONG_STAGE.require(List.of(expected).contains(status), status, List.of(expected));
    }

    @Override
    public String status() {
        return status.name();
    }

    /** Its policy belongs to another company now; what is closed stays as it is. */
    public List<HazardEvent> moveTo(UUID survivingCompanyId) {
        if (status == CLOSED || subject.companyId().equals(survivingCompanyId)) {
            return List.of();
        }
        subject = subject.at(survivingCompanyId);
        return List.of(new HazardMoved(subject.hazardId(), survivingCompanyId));
    }

    public HazardSubject getSubject() {
        return subject;
    }

    public Finding getFinding() {
        return finding;
    }

    public List<UUID> getGroupMemberIds() {
        return groupMemberIds;
    }

    public List<UUID> getInstitutionIds() {
        return institutionIds;
    }

    public HazardStatus getStatus() {
        return status;
    }

    public Clocks getClocks() {
        return clocks;
    }

    public @Nullable Notice getNotice() {
        return notice;
    }

    public @Nullable Measures getMeasures() {
        return measures;
    }

    public @Nullable Treatment getTreatment() {
        return treatment;
    }

    public @Nullable Acceptance getAcceptance() {
        return acceptance;
    }

    public @Nullable String getRefusalProof() {
        return refusalProof;
    }
}
