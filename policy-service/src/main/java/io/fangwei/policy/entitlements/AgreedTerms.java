package io.fangwei.policy.entitlements;

import io.fangwei.policy.policies.PolicyEvent.ContractedItem;
import io.fangwei.policy.policies.ServiceItemType;
import io.fangwei.policy.policies.ServiceTerm;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a contract grants, one term for each item.
 *
 * @param from the first day, as soon as a contract is known
 * @param to the last day
 */
record AgreedTerms(
        List<ItemTerm> all,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    static AgreedTerms of(Grant grant) {
        var terms = grant.items().stream()
                .map(ContractedItem::item)
                .distinct()
                .sorted()
                .map(item -> term(item, grant))
                .toList();
        return new AgreedTerms(terms, grant.from(), grant.to());
    }

    boolean has(ServiceItemType item) {
        return all.stream().anyMatch(term -> term.item() == item);
    }

    int agreed(ServiceItemType item) {
        return all.stream()
                .filter(term -> term.item() == item)
                .mapToInt(ItemTerm::agreed)
                .sum();
    }

    /** A contract that is cancelled on a day grants only what was due by then. */
    List<ItemTerm> upTo(LocalDate day) {
        return all.stream()
                .map(term ->
                        new ItemTerm(term.item(), term.frequency(), term.period(), due(term, day), null, term.warned()))
                .toList();
    }

    /** By when what remains must be begun, now that so much is done. */
    List<ItemTerm> paced(ServicesDone services, Pace pace) {
        return all.stream()
                .map(term -> term.inTimeUntil(
                        services.remaining(term) == 0 || to == null
                                ? null
                                : pace.lastDayInTime(services.remaining(term), to)))
                .toList();
    }

    List<ItemCount> counts(ServicesDone services, LocalDate day) {
        return all.stream()
                .map(term -> services.count(term, due(term, day), day))
                .toList();
    }

    /** Those of which nobody was warned and the pace no longer suffices. */
    List<ItemTerm> outpaced(LocalDate today) {
        return all.stream().filter(isOutpaced(today)).toList();
    }

    List<ItemTerm> warned(LocalDate today) {
        return all.stream()
                .map(term -> isOutpaced(today).test(term) ? term.asWarned() : term)
                .toList();
    }

    /** The items of which somebody was warned, as long as something remains. */
    List<ServiceItemType> atRisk(ServicesDone services) {
        return all.stream()
                .filter(term -> term.warned() && services.remaining(term) > 0)
                .map(ItemTerm::item)
                .toList();
    }

    Stream<LocalDate> lastDaysInTime() {
        return all.stream().filter(term -> !term.warned()).flatMap(term -> Stream.ofNullable(term.lastDayInTime()));
    }

    private int due(ItemTerm term, LocalDate day) {
        return from == null || to == null ? 0 : term.dueBy(day, from, to);
    }

    private static Predicate<ItemTerm> isOutpaced(LocalDate today) {
        return term -> !term.warned() && term.lastDayInTime() != null && today.isAfter(term.lastDayInTime());
    }

    private static ItemTerm term(ServiceItemType item, Grant grant) {
        var terms = grant.items().stream()
                .filter(one -> one.item() == item)
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
}
