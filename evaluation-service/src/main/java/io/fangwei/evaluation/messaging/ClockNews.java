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

/** Every clock that ends, in time or not; which rule it feeds is a table. */
@Component
class ClockNews implements Projection {

    private final ClockRules table = ClockRules.read();
    private final Rows rows;

    ClockNews(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Set<String> types() {
        return table.events();
    }

    @Override
    public List<Upsert> on(EventEnvelope event) {
        var heard = new Heard(event);
        return rows.of(heard, heard.clocks().stream().flatMap(clock -> observed(heard, clock)));
    }

    private Stream<Observation> observed(Heard heard, ClockFact clock) {
        var doubtful = table.isDoubtful(heard.event().type(), clock.rule());
        return clock.state() == ClockFact.State.STARTED
                ? Stream.empty()
                : table.of(clock.rule()).stream()
                        .map(row -> Observation.of(
                                row, heard.id(row.subject() + "Id"), clock, verdict(row, clock, doubtful), doubtful));
    }

    private static @Nullable Mode verdict(ClockRule row, ClockFact clock, boolean doubtful) {
        if (clock.state() == ClockFact.State.MISSED) {
            return row.mode();
        }
        return doubtful ? Mode.ASSISTED : null;
    }
}
