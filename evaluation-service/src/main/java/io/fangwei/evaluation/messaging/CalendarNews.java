package io.fangwei.evaluation.messaging;

import io.fangwei.evaluation.findings.Finding.Mode;
import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.listening.Projection;
import io.fangwei.kernel.listening.Upsert;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Clocks that another calendar has moved, with how they stand now: a finding whose clock is not missed any more is
 * withdrawn, one that now arises is raised (D4).
 */
@Component
class CalendarNews implements Projection {

    private final ClockRules table = ClockRules.read();
    private final MovedRows rows;

    CalendarNews(MovedRows rows) {
        this.rows = rows;
    }

    @Override
    public Set<String> types() {
        return Set.of(
                "complaint.deadline-recalculated.v1",
                "visit.deadline-recalculated.v1",
                "visit.hazard-deadline-recalculated.v1");
    }

    @Override
    public List<Upsert> on(EventEnvelope event) {
        var heard = new Heard(event);
        return rows.of(heard, heard.clocks().stream().flatMap(clock -> moved(heard, clock)));
    }

    private Stream<MovedClock> moved(Heard heard, ClockFact clock) {
        return table.of(clock.rule()).stream()
                .map(row -> new MovedClock(
                        Observation.of(row, heard.id(row.subject() + "Id"), clock, verdict(row, clock), false),
                        clock,
                        heard.wasDue(clock).getYear()));
    }

    private static @Nullable Mode verdict(ClockRule row, ClockFact clock) {
        return clock.state() == ClockFact.State.MISSED ? row.mode() : null;
    }
}
