package io.fangwei.team.professionals;

import static java.util.Comparator.comparing;

import io.fangwei.team.vocabulary.Validity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The days on which a professional meets one of CD-5.2.4a–c, as periods with a gap between each and the next. */
record Qualification(List<Validity> periods) {

    static Qualification of(List<Certificate> certificates, int safetyWorkYears) {
        var periods = new ArrayList<Validity>();
        certificates.stream()
                .filter(certificate -> certificate.qualifies(safetyWorkYears))
                .map(Certificate::validity)
                .sorted(comparing(Validity::from))
                .forEach(next -> join(periods, next));
        return new Qualification(periods);
    }

    boolean holdsOn(LocalDate day) {
        return periods.stream().anyMatch(period -> period.holdsOn(day));
    }

    /** The period that the day lies in, or else the first one after it. */
    Optional<Validity> currentOrNext(LocalDate day) {
        return periods.stream().filter(period -> !period.to().isBefore(day)).findFirst();
    }

    /** The last days of all periods that end. */
    Stream<LocalDate> ends() {
        return periods.stream().map(Validity::to).filter(end -> !end.equals(Validity.FOREVER));
    }

    private static void join(List<Validity> periods, Validity next) {
        var last = periods.isEmpty() ? null : periods.get(periods.size() - 1);
        if (last == null || next.from().minusDays(1).isAfter(last.to())) {
            periods.add(next);
        } else if (next.to().isAfter(last.to())) {
            periods.set(periods.size() - 1, new Validity(last.from(), next.to()));
        }
    }
}
