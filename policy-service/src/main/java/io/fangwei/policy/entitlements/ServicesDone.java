package io.fangwei.policy.entitlements;

import io.fangwei.policy.entitlements.EntitlementEvent.DoneService;
import io.fangwei.policy.policies.ServiceItemType;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The visits of a policy and the services from before its insurer began here.
 *
 * @param to the last day on which a service counts
 */
record ServicesDone(
        List<CountedVisit> visits,
        List<EarlierService> earlier,
        @Nullable LocalDate to) {

    Optional<CountedVisit> find(UUID visitId) {
        return visits.stream().filter(visit -> visit.visitId().equals(visitId)).findFirst();
    }

    boolean knows(EarlierService service) {
        return earlier.stream().anyMatch(one -> one.serviceId().equals(service.serviceId()));
    }

    List<CountedVisit> with(CountedVisit visit) {
        return Stream.concat(visits.stream(), Stream.of(visit)).toList();
    }

    List<EarlierService> with(EarlierService service) {
        return Stream.concat(earlier.stream(), Stream.of(service)).toList();
    }

    List<CountedVisit> changed(UUID visitId, UnaryOperator<CountedVisit> change) {
        return visits.stream()
                .map(visit -> visit.visitId().equals(visitId) ? change.apply(visit) : visit)
                .toList();
    }

    int planned(ServiceItemType item) {
        return (int) planned().filter(visit -> visit.item() == item).count();
    }

    /** Planned for a day before this one and not done. */
    int late(ServiceItemType item, LocalDate day) {
        return (int) planned()
                .filter(visit -> visit.item() == item && visit.plannedOn().isBefore(day))
                .count();
    }

    int done(ServiceItemType item) {
        return (int) counting().filter(one -> one.item() == item).count();
    }

    int remaining(ItemTerm term) {
        return Math.max(0, term.agreed() - done(term.item()));
    }

    ItemCount count(ItemTerm term, int due, LocalDate day) {
        var item = term.item();
        return new ItemCount(
                item,
                term.agreed(),
                planned(item),
                done(item),
                Math.max(late(item, day), Math.max(0, due - done(item))),
                remaining(term));
    }

    /** What was done by the end of the term. */
    List<DoneService> proof() {
        return counting().toList();
    }

    /** All that was done, whenever. */
    Stream<DoneService> all() {
        var here = visits.stream()
                .filter(CountedVisit::isDone)
                .map(visit ->
                        new DoneService(visit.visitId(), visit.item(), Objects.requireNonNull(visit.doneOn()), null));
        var before = earlier.stream().map(one -> new DoneService(null, one.item(), one.doneOn(), one.proofHash()));
        return Stream.concat(here, before);
    }

    private Stream<DoneService> counting() {
        return all().filter(one -> to == null || !one.doneOn().isAfter(to));
    }

    private Stream<CountedVisit> planned() {
        return visits.stream().filter(CountedVisit::isPlanned);
    }
}
