package io.fangwei.policy.entitlements;

import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.kernel.deadlines.Deadline;
import io.fangwei.policy.policies.ServiceItemType;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The policy years of which each needs an assessment or screening; none where that is not asked (CLK-16, AMB-14). */
record PolicyYears(List<YearlyService> all) {

    /** The items of which one a year is due in high-risk industries (CD-6b). */
    private static final Set<ServiceItemType> YEARLY =
            Set.of(ServiceItemType.RISK_ASSESSMENT, ServiceItemType.HAZARD_SCREENING);

    static PolicyYears of(Grant grant, Pace pace) {
        if (!grant.yearly()) {
            return new PolicyYears(List.of());
        }
        return new PolicyYears(
                IntStream.iterate(0, year -> !grant.from().plusYears(year).isAfter(grant.to()), year -> year + 1)
                        .mapToObj(year -> year(year, grant, pace))
                        .toList());
    }

    /** Of a year that is the same as before it was already told that it was missed. */
    PolicyYears after(PolicyYears before) {
        return changed(
                year -> before.all.stream().anyMatch(known -> known.missed() && known.isSameYearAs(year)),
                YearlyService::asMissed);
    }

    /** The years in which a service of this item is the first that counts. */
    PolicyYears servedBy(ServiceItemType item, LocalDate on) {
        return new PolicyYears(all.stream().filter(waitsFor(item, on)).toList());
    }

    PolicyYears after(ServiceItemType item, LocalDate on) {
        return changed(waitsFor(item, on), year -> year.done(on));
    }

    PolicyYears missedOn(LocalDate day) {
        return new PolicyYears(all.stream().filter(isMissedOn(day)).toList());
    }

    PolicyYears noticed(LocalDate day) {
        return changed(isMissedOn(day), YearlyService::asMissed);
    }

    /** Those that a contract which ends on this day still owes or has had. */
    PolicyYears endingOn(LocalDate day) {
        return new PolicyYears(all.stream()
                .filter(year -> !year.isOpen() || year.deadline().isMissedOn(day))
                .toList());
    }

    Stream<LocalDate> dueDays() {
        return all.stream()
                .filter(YearlyService::isOpen)
                .map(year -> year.deadline().due());
    }

    Stream<RunningClock> clocks() {
        return all.stream().map(year -> new RunningClock(year.deadline(), year.fact()));
    }

    List<ClockFact> facts() {
        return all.stream().map(YearlyService::fact).toList();
    }

    private PolicyYears changed(Predicate<YearlyService> which, UnaryOperator<YearlyService> change) {
        return new PolicyYears(all.stream()
                .map(year -> which.test(year) ? change.apply(year) : year)
                .toList());
    }

    private static Predicate<YearlyService> waitsFor(ServiceItemType item, LocalDate on) {
        return year -> YEARLY.contains(item) && year.doneOn() == null && year.covers(on);
    }

    private static Predicate<YearlyService> isMissedOn(LocalDate day) {
        return year -> year.isOpen() && year.deadline().isMissedOn(day);
    }

    private static YearlyService year(int year, Grant grant, Pace pace) {
        var start = grant.from().plusYears(year);
        var end = grant.from().plusYears(year + 1L).minusDays(1);
        var due = end.isAfter(grant.to()) ? grant.to() : end;
        return new YearlyService(Deadline.until("CLK-16", start, due, pace.calendar()), null, false);
    }
}
