package io.fangwei.policy.entitlements;

import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.kernel.deadlines.Deadline;
import io.fangwei.kernel.deadlines.Watched;
import io.fangwei.policy.entitlements.EntitlementEvent.DoneService;
import io.fangwei.policy.entitlements.EntitlementEvent.EarlierServiceRecorded;
import io.fangwei.policy.entitlements.EntitlementEvent.EntitlementAtRisk;
import io.fangwei.policy.entitlements.EntitlementEvent.EntitlementCounted;
import io.fangwei.policy.entitlements.EntitlementEvent.EntitlementGranted;
import io.fangwei.policy.entitlements.EntitlementEvent.EntitlementMoved;
import io.fangwei.policy.entitlements.EntitlementEvent.TermsFulfilled;
import io.fangwei.policy.entitlements.EntitlementEvent.TermsUnfulfilled;
import io.fangwei.policy.entitlements.EntitlementEvent.YearlyServiceMissed;
import io.fangwei.policy.policies.PolicyEvent.ContractedItem;
import io.fangwei.policy.policies.ServiceItemType;
import io.fangwei.policy.policies.ServiceTerm;
import io.fangwei.policy.rules.PolicyRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one policy entitles its company to: services agreed, planned, done and late, item by item (CD-5.1.2a). It hears of
 * the contract and of the visits in any order.
 */
public final class Entitlement implements Watched {

    /** The items of which one a year is due in high-risk industries (CD-6b). */
    private static final Set<ServiceItemType> YEARLY =
            Set.of(ServiceItemType.RISK_ASSESSMENT, ServiceItemType.HAZARD_SCREENING);

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
        terms = grant.items().stream()
                .map(ContractedItem::item)
                .distinct()
                .sorted()
                .map(item -> term(item, grant))
                .toList();
        years = grant.yearly() ? years(grant, pace) : List.of();
        visits.stream().filter(CountedVisit::isDone).forEach(this::countYearly);
        earlier.forEach(one -> countYearly(one.item(), one.doneOn()));
        repace(pace);
        return List.of(new EntitlementGranted(
                policyId,
                insurerId,
                companyId,
                area,
                grant.from(),
                grant.to(),
                counts(grant.from()),
                facts(YearlyService::isOpen)));
    }

    public List<EntitlementEvent> plan(UUID visitId, ServiceItemType item, LocalDate plannedOn, Pace pace) {
        var known = find(visitId);
        if (known.isPresent()) {
            var moved = known.get().isPlanned() && !known.get().plannedOn().equals(plannedOn);
            return moved ? changed(visitId, visit -> visit.movedTo(plannedOn), List.of(), pace) : List.of();
        }
        visits = Stream.concat(visits.stream(), Stream.of(new CountedVisit(visitId, item, plannedOn, null, false)))
                .toList();
        return List.of(counted(item, visitId, List.of()));
    }

    /** A visit that was cancelled or refused counts no more. */
    public List<EntitlementEvent> drop(UUID visitId, Pace pace) {
        return find(visitId).filter(CountedVisit::isPlanned).isEmpty()
                ? List.of()
                : changed(visitId, CountedVisit::cancelled, List.of(), pace);
    }

    public List<EntitlementEvent> complete(UUID visitId, ServiceItemType item, LocalDate on, Pace pace) {
        if (find(visitId).filter(CountedVisit::isDone).isPresent()) {
            return List.of();
        }
        if (find(visitId).isEmpty()) {
            plan(visitId, item, on, pace);
        }
        var clocks = countYearly(item, on);
        return changed(visitId, visit -> visit.done(on), clocks, pace);
    }

    /** A service from before its insurer began here. */
    public List<EntitlementEvent> recordEarlier(EarlierService service, LocalDate today, Pace pace) {
        if (earlier.stream().anyMatch(one -> one.serviceId().equals(service.serviceId()))) {
            return List.of();
        }
        PolicyRule.EARLIER_SERVICE_OUT_OF_TERM.require(
                from != null
                        && !service.doneOn().isBefore(from)
                        && !service.doneOn().isAfter(today),
                service.doneOn(),
                String.valueOf(from));
        PolicyRule.ITEM_NOT_CONTRACTED.require(
                terms.stream().anyMatch(term -> term.item() == service.item()), service.item());
        earlier = Stream.concat(earlier.stream(), Stream.of(service)).toList();
        var clocks = countYearly(service.item(), service.doneOn());
        repace(pace);
        return List.of(new EarlierServiceRecorded(
                policyId,
                insurerId,
                companyId,
                area,
                service.item(),
                service.doneOn(),
                service.proofReference(),
                service.proofHash(),
                clocks));
    }

    /** The policy expired: what is missing now stays missing. */
    public List<EntitlementEvent> expire(LocalDate on) {
        return endedOn == null ? end(on, on) : List.of();
    }

    /** The policy was cancelled: only what was late by then is missing. */
    public List<EntitlementEvent> cancel(LocalDate on) {
        if (endedOn != null) {
            return List.of();
        }
        terms = terms.stream().map(term -> upTo(term, on)).toList();
        years = years.stream()
                .filter(year -> !year.isOpen() || year.deadline().isMissedOn(on))
                .toList();
        return end(on, on);
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
                : Stream.concat(
                                terms.stream()
                                        .filter(term -> !term.warned())
                                        .flatMap(term -> Stream.ofNullable(term.lastDayInTime())),
                                years.stream()
                                        .filter(YearlyService::isOpen)
                                        .map(year -> year.deadline().due()))
                        .min(Comparator.naturalOrder());
    }

    @Override
    public List<EntitlementEvent> noticeOverdue(LocalDate today) {
        var events = new ArrayList<EntitlementEvent>();
        for (var term : terms) {
            var last = term.lastDayInTime();
            if (!term.warned() && last != null && today.isAfter(last)) {
                events.add(new EntitlementAtRisk(
                        policyId,
                        insurerId,
                        companyId,
                        area,
                        term.item(),
                        remaining(term),
                        last,
                        Objects.requireNonNull(to),
                        today));
            }
        }
        terms = terms.stream()
                .map(term -> events.stream().anyMatch(event -> isWarningOf(event, term)) ? term.asWarned() : term)
                .toList();
        events.addAll(missYears(today));
        return List.copyOf(events);
    }

    @Override
    public String status() {
        return status.name();
    }

    /** How it stands on a day. */
    public List<ItemCount> counts(LocalDate day) {
        return terms.stream().map(term -> count(term, day)).toList();
    }

    /** The items of which it was told that the pace no longer suffices, as long as something remains. */
    public List<ServiceItemType> itemsAtRisk() {
        return terms.stream()
                .filter(term -> term.warned() && remaining(term) > 0)
                .map(ItemTerm::item)
                .toList();
    }

    /** The clocks of its policy years (CLK-16). */
    public List<ClockFact> clocks() {
        return facts(year -> true);
    }

    private static boolean isWarningOf(EntitlementEvent event, ItemTerm term) {
        return event instanceof EntitlementAtRisk risk && risk.item() == term.item();
    }

    private List<EntitlementEvent> missYears(LocalDate today) {
        var missed = years.stream()
                .filter(year -> year.isOpen() && year.deadline().isMissedOn(today))
                .map(YearlyService::asMissed)
                .toList();
        years = years.stream()
                .map(year -> year.isOpen() && year.deadline().isMissedOn(today) ? year.asMissed() : year)
                .toList();
        return missed.stream()
                .<EntitlementEvent>map(year ->
                        new YearlyServiceMissed(policyId, insurerId, companyId, area, today, List.of(year.fact())))
                .toList();
    }

    private List<EntitlementEvent> end(LocalDate on, LocalDate day) {
        var missedYears = missYears(on);
        endedOn = on;
        return Stream.concat(missedYears.stream(), Stream.of(settled(day))).toList();
    }

    private EntitlementEvent settled(LocalDate on) {
        var items = counts(on);
        var fulfilled = items.stream().allMatch(count -> count.remaining() == 0);
        status = fulfilled ? EntitlementStatus.FULFILLED : EntitlementStatus.UNFULFILLED;
        return fulfilled
                ? new TermsFulfilled(policyId, insurerId, companyId, area, on, items, proof())
                : new TermsUnfulfilled(policyId, insurerId, companyId, area, on, items, proof());
    }

    private List<EntitlementEvent> changed(
            UUID visitId, UnaryOperator<CountedVisit> change, List<ClockFact> clocks, Pace pace) {
        visits = visits.stream()
                .map(visit -> visit.visitId().equals(visitId) ? change.apply(visit) : visit)
                .toList();
        repace(pace);
        var counted = counted(find(visitId).orElseThrow().item(), visitId, clocks);
        return endedOn == null ? List.of(counted) : List.of(counted, settled(endedOn));
    }

    private EntitlementCounted counted(ServiceItemType item, UUID visitId, List<ClockFact> clocks) {
        var agreed = terms.stream()
                .filter(term -> term.item() == item)
                .mapToInt(ItemTerm::agreed)
                .sum();
        return new EntitlementCounted(
                policyId, insurerId, companyId, area, item, agreed, planned(item), done(item), visitId, clocks);
    }

    private void countYearly(CountedVisit visit) {
        countYearly(visit.item(), Objects.requireNonNull(visit.doneOn()));
    }

    private List<ClockFact> countYearly(ServiceItemType item, LocalDate on) {
        if (!YEARLY.contains(item)) {
            return List.of();
        }
        var met = years.stream()
                .filter(year -> year.doneOn() == null && year.covers(on))
                .map(year -> year.done(on))
                .toList();
        years = years.stream()
                .map(year -> year.doneOn() == null && year.covers(on) ? year.done(on) : year)
                .toList();
        return met.stream().map(YearlyService::fact).toList();
    }

    private List<YearlyService> years(Grant grant, Pace pace) {
        return IntStream.iterate(0, year -> !grant.from().plusYears(year).isAfter(grant.to()), year -> year + 1)
                .mapToObj(year -> {
                    var start = grant.from().plusYears(year);
                    var end = grant.from().plusYears(year + 1L).minusDays(1);
                    var due = end.isAfter(grant.to()) ? grant.to() : end;
                    return new YearlyService(Deadline.until("CLK-16", start, due, pace.calendar()), null, false);
                })
                .toList();
    }

    private static ItemTerm term(ServiceItemType item, Grant grant) {
        var same = grant.items().stream().filter(one -> one.item() == item).toList();
        var terms = same.stream()
                .map(one -> ItemTerm.of(item, one.frequency(), one.period(), grant.from(), grant.to()))
                .toList();
        return terms.size() == 1
                ? terms.get(0)
                : ItemTerm.of(
                        item,
                        terms.stream().mapToInt(ItemTerm::agreed).sum(),
                        ServiceTerm.Period.TERM,
                        grant.from(),
                        grant.to());
    }

    private ItemTerm upTo(ItemTerm term, LocalDate on) {
        var due = from == null || to == null ? 0 : term.dueBy(on, from, to);
        return new ItemTerm(term.item(), term.frequency(), term.period(), due, null, term.warned());
    }

    private void repace(Pace pace) {
        terms = terms.stream()
                .map(term -> term.inTimeUntil(
                        remaining(term) == 0 || to == null ? null : pace.lastDayInTime(remaining(term), to)))
                .toList();
    }

    private ItemCount count(ItemTerm term, LocalDate day) {
        var late = (int) visits.stream()
                .filter(visit -> visit.item() == term.item() && visit.isPlanned())
                .filter(visit -> visit.plannedOn().isBefore(day))
                .count();
        var due = from == null || to == null ? 0 : term.dueBy(day, from, to) - done(term.item());
        return new ItemCount(
                term.item(),
                term.agreed(),
                planned(term.item()),
                done(term.item()),
                Math.max(late, Math.max(0, due)),
                remaining(term));
    }

    private int remaining(ItemTerm term) {
        return Math.max(0, term.agreed() - done(term.item()));
    }

    private int planned(ServiceItemType item) {
        return (int) visits.stream()
                .filter(visit -> visit.item() == item && visit.isPlanned())
                .count();
    }

    /** Services count that were done by the end of the term. */
    private int done(ServiceItemType item) {
        return (int) doneServices().filter(one -> one.item() == item).count();
    }

    private List<DoneService> proof() {
        return doneServices().toList();
    }

    private Stream<DoneService> doneServices() {
        var here = visits.stream()
                .filter(CountedVisit::isDone)
                .map(visit ->
                        new DoneService(visit.visitId(), visit.item(), Objects.requireNonNull(visit.doneOn()), null));
        var before = earlier.stream().map(one -> new DoneService(null, one.item(), one.doneOn(), one.proofHash()));
        return Stream.concat(here, before)
                .filter(one -> to == null || !one.doneOn().isAfter(to));
    }

    private List<ClockFact> facts(Predicate<YearlyService> which) {
        return years.stream().filter(which).map(YearlyService::fact).toList();
    }

    private Optional<CountedVisit> find(UUID visitId) {
        return visits.stream().filter(visit -> visit.visitId().equals(visitId)).findFirst();
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

    public @Nullable LocalDate getEndedOn() {
        return endedOn;
    }

    public List<ItemTerm> getTerms() {
        return terms;
    }

    public List<CountedVisit> getVisits() {
        return visits;
    }

    public List<YearlyService> getYears() {
        return years;
    }
}
