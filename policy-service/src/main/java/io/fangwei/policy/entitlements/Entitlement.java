package io.fangwei.policy.entitlements;

import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.kernel.deadlines.Watched;
import io.fangwei.policy.entitlements.EntitlementEvent.EntitlementMoved;
import io.fangwei.policy.entitlements.EntitlementEvent.InsuredPersonsHeard;
import io.fangwei.policy.policies.Headcount;
import io.fangwei.policy.policies.Headcounts;
import io.fangwei.policy.policies.ServiceItemType;
import io.fangwei.policy.rules.PolicyRule;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one policy entitles its company to: services agreed, planned, done and late, item by item (CD-5.1.2a). It hears of
 * the contract and of the visits in any order.
 */
public final class Entitlement implements Watched {

    private final UUID policyId;
    private final UUID insurerId;
    private UUID companyId;
    private String area;
    private EntitlementStatus status;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private @Nullable LocalDate endedOn;
    private List<ItemTerm> terms = List.of();
    private List<CountedVisit> visits = List.of();
    private List<EarlierService> earlier = List.of();
    private List<YearlyService> years = List.of();
    private List<Headcount> insured = List.of();
    private @Nullable OnlineTraining training;

    private Entitlement(UUID policyId, UUID insurerId, UUID companyId, String area, EntitlementStatus status) {
        this.policyId = policyId;
        this.insurerId = insurerId;
        this.companyId = companyId;
        this.area = area;
        this.status = status;
    }

    public static Entitlement of(UUID policyId, UUID insurerId, UUID companyId, String area) {
        return new Entitlement(policyId, insurerId, companyId, area, EntitlementStatus.OPEN);
    }

    /** The contract says what is granted; said again by an endorsement, it counts anew what is known. */
    public List<EntitlementEvent> grant(Grant grant, Pace pace) {
        area = grant.area();
        from = grant.from();
        to = grant.to();
        terms = AgreedTerms.of(grant).all();
        years = PolicyYears.of(grant, pace).after(policyYears()).all();
        training = grant.trainsOnlyOnline() ? OnlineTraining.of(grant, pace).after(training) : null;
        services().all().forEach(one -> countYearly(one.item(), one.doneOn()));
        repace(pace);
        return List.of(announce().granted(grant, openClocks()));
    }

    public List<EntitlementEvent> plan(UUID visitId, ServiceItemType item, LocalDate plannedOn, Pace pace) {
        var known = services().find(visitId);
        if (known.isPresent()) {
            var moved = known.get().isPlanned() && !known.get().plannedOn().equals(plannedOn);
            return moved ? changed(visitId, visit -> visit.movedTo(plannedOn), List.of(), pace) : List.of();
        }
        visits = services().with(new CountedVisit(visitId, item, plannedOn, null, false));
        return List.of(announce().counted(item, visitId, List.of()));
    }

    /** A visit that was cancelled or refused counts no more. */
    public List<EntitlementEvent> drop(UUID visitId, Pace pace) {
        return services().find(visitId).filter(CountedVisit::isPlanned).isEmpty()
                ? List.of()
                : changed(visitId, CountedVisit::cancelled, List.of(), pace);
    }

    public List<EntitlementEvent> complete(UUID visitId, ServiceItemType item, LocalDate on, Pace pace) {
        var known = services().find(visitId);
        if (known.filter(CountedVisit::isDone).isPresent()) {
            return List.of();
        }
        if (known.isEmpty()) {
            plan(visitId, item, on, pace);
        }
        var clocks = countYearly(item, on);
        return changed(visitId, visit -> visit.done(on), clocks, pace);
    }

    /** A service from before its insurer began here. */
    public List<EntitlementEvent> recordEarlier(EarlierService service, LocalDate today, Pace pace) {
        if (services().knows(service)) {
            return List.of();
        }
        PolicyRule.EARLIER_SERVICE_OUT_OF_TERM.require(
                from != null
                        && !service.doneOn().isBefore(from)
                        && !service.doneOn().isAfter(today),
                service.doneOn(),
                String.valueOf(from));
        PolicyRule.ITEM_NOT_CONTRACTED.require(agreed().has(service.item()), service.item());
        earlier = services().with(service);
        var clocks = countYearly(service.item(), service.doneOn());
        repace(pace);
        return List.of(announce().recorded(service, clocks));
    }

    /** So many persons are insured from a day on. */
    public List<EntitlementEvent> insure(Headcount headcount) {
        insured = new Headcounts(insured).with(headcount).all();
        return List.of(new InsuredPersonsHeard(
                policyId,
                headcount.from(),
                headcount.insuredPersons(),
                coverage().clocks()));
    }

    /** Says how many of the insured have learned enough by a day, of a policy that trains online only. */
    public List<EntitlementEvent> recordLearning(
            Learning learning, @Nullable String correctionReason, LocalDate today) {
        if (coverage().knows(learning)) {
            return List.of();
        }
        training = coverage().with(learning, correctionReason, today);
        var persons = coverage().insuredOn(learning.asOf());
        return List.of(announce()
                .learned(learning, persons, correctionReason, coverage().clocks()));
    }

    /** The policy expired: what is missing now stays missing. */
    public List<EntitlementEvent> expire(LocalDate on) {
        return endedOn == null ? end(on) : List.of();
    }

    /** The policy was cancelled: only what was late by then is missing, and nothing where it never became active. */
    public List<EntitlementEvent> cancel(LocalDate on) {
        if (endedOn != null || from == null) {
            return List.of();
        }
        terms = agreed().upTo(on);
        years = policyYears().endingOn(on).all();
        training = coverage().endingEarly();
        return end(on);
    }

    /** Its policy belongs to another company now, of which this one was a duplicate. */
    public List<EntitlementEvent> moveTo(UUID survivingCompanyId) {
        if (companyId.equals(survivingCompanyId)) {
            return List.of();
        }
        companyId = survivingCompanyId;
        return List.of(new EntitlementMoved(policyId, companyId));
    }

    @Override
    public Optional<LocalDate> nextDue() {
        return status != EntitlementStatus.OPEN
                ? Optional.empty()
                : Stream.of(
                                agreed().lastDaysInTime(),
                                policyYears().dueDays(),
                                coverage().dueDays())
                        .flatMap(days -> days)
                        .min(Comparator.naturalOrder());
    }

    @Override
    public List<EntitlementEvent> noticeOverdue(LocalDate today) {
        var risks = agreed().outpaced(today).stream().map(term -> announce().atRisk(term, today));
        terms = agreed().warned(today);
        return Stream.concat(risks, missClocks(today)).toList();
    }

    @Override
    public String status() {
        return status.name();
    }

    /** How it stands on a day. */
    public List<ItemCount> counts(LocalDate day) {
        return agreed().counts(services(), day);
    }

    /** The items of which it was told that the pace no longer suffices, as long as something remains. */
    public List<ServiceItemType> itemsAtRisk() {
        return agreed().atRisk(services());
    }

    /** The clocks of its policy years (CLK-16) and of its online training (CLK-17). */
    public List<RunningClock> clocks() {
        return Stream.concat(policyYears().clocks(), coverage().clock()).toList();
    }

    private Stream<EntitlementEvent> missClocks(LocalDate today) {
        return Stream.concat(missYears(today), missTraining(today));
    }

    private Stream<EntitlementEvent> missYears(LocalDate today) {
        var missed = policyYears().missedOn(today).noticed(today).facts();
        years = policyYears().noticed(today).all();
        return missed.stream().map(clock -> announce().yearMissed(clock, today));
    }

    private Stream<EntitlementEvent> missTraining(LocalDate today) {
        if (training == null || !coverage().isMissedOn(today)) {
            return Stream.empty();
        }
        training = training.asMissed();
        return Stream.of(announce().coverageMissed(coverage(), today));
    }

    private List<ClockFact> openClocks() {
        return clocks().stream()
                .map(RunningClock::fact)
                .filter(clock -> clock.state() == ClockFact.State.STARTED)
                .toList();
    }

    private List<EntitlementEvent> end(LocalDate on) {
        var missed = missClocks(on);
        endedOn = on;
        return Stream.concat(missed, Stream.of(settled(on))).toList();
    }

    private EntitlementEvent settled(LocalDate on) {
        var fulfilled = counts(on).stream().allMatch(count -> count.remaining() == 0);
        status = fulfilled ? EntitlementStatus.FULFILLED : EntitlementStatus.UNFULFILLED;
        return announce().settled(fulfilled, on);
    }

    private List<EntitlementEvent> changed(
            UUID visitId, UnaryOperator<CountedVisit> change, List<ClockFact> clocks, Pace pace) {
        visits = services().changed(visitId, change);
        repace(pace);
        var item = services().find(visitId).orElseThrow().item();
        var counted = announce().counted(item, visitId, clocks);
        return endedOn == null ? List.of(counted) : List.of(counted, settled(endedOn));
    }

    private List<ClockFact> countYearly(ServiceItemType item, LocalDate on) {
        var met = policyYears().servedBy(item, on).after(item, on).facts();
        years = policyYears().after(item, on).all();
        return met;
    }

    private void repace(Pace pace) {
        terms = agreed().paced(services(), pace);
    }

    private AgreedTerms agreed() {
        return new AgreedTerms(terms, from, to);
    }

    private ServicesDone services() {
        return new ServicesDone(visits, earlier, to);
    }

    private PolicyYears policyYears() {
        return new PolicyYears(years);
    }

    private Coverage coverage() {
        return new Coverage(insured, training);
    }

    private Announcement announce() {
        return new Announcement(policyId, insurerId, companyId, area, agreed(), services());
    }

    public UUID getPolicyId() {
        return policyId;
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

    public EntitlementStatus getStatus() {
        return status;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public @Nullable LocalDate getTo() {
        return to;
    }

    public @Nullable OnlineTraining getTraining() {
        return training;
    }
}
