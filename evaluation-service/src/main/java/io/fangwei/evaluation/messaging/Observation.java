package io.fangwei.evaluation.messaging;

import io.fangwei.evaluation.findings.Finding.Mode;
import io.fangwei.kernel.deadlines.ClockFact;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one event shows about one occasion to keep or break a rule.
 *
 * @param verdict none if the rule was kept
 * @param clock that was met or missed
 * @param doubtful whether a clock that was met is a case to confirm all the same
 */
record Observation(
        String rule,
        String caseKey,
        String subjectKind,
        UUID subject,
        int year,
        @Nullable Mode verdict,
        @Nullable ClockFact clock,
        boolean doubtful) {

    /** Of something that happened in the year of the event (AMB-72). */
    static Observation of(String rule, Heard heard, String subjectKind, UUID subject) {
        return new Observation(
                rule, subject.toString(), subjectKind, subject, heard.on().getYear(), null, null, false);
    }

    /** Of a clock that ended: it belongs to the year in which it was due (AMB-72). */
    static Observation of(ClockRule row, UUID subject, ClockFact clock, @Nullable Mode verdict, boolean doubtful) {
        return new Observation(
                row.rule(),
                subject.toString(),
                row.subject(),
                subject,
                clock.due().getYear(),
                verdict,
                clock,
                doubtful);
    }

    /** Which clock it is: a rule may run several times on one thing. */
    static String key(ClockFact clock) {
        return clock.rule() + "@" + clock.start();
    }

    /** Where in a row what this clock shows is kept; nowhere if it is no clock. */
    Optional<String> ground() {
        return Optional.ofNullable(clock).map(ended -> "." + key(ended));
    }

    Observation under(String key) {
        return new Observation(rule, key, subjectKind, subject, year, verdict, clock, doubtful);
    }

    Observation in(int otherYear) {
        return new Observation(rule, caseKey, subjectKind, subject, otherYear, verdict, clock, doubtful);
    }

    Observation broken(boolean broken, Mode mode) {
        return new Observation(rule, caseKey, subjectKind, subject, year, broken ? mode : null, clock, doubtful);
    }
}
