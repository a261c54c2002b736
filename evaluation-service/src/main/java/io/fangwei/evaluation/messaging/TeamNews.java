package io.fangwei.evaluation.messaging;

import io.fangwei.evaluation.findings.Finding.Mode;
import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.listening.Projection;
import io.fangwei.kernel.listening.Upsert;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Teams that are too small: proposed to the assessor, for the source gives no figure (AMB-22). */
@Component
class TeamNews implements Projection {

    private static final String FORMED = "team.team-formed.v1";

    private final Rows rows;

    TeamNews(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Set<String> types() {
        return Set.of(FORMED);
    }

    @Override
    public List<Upsert> on(EventEnvelope event) {
        var heard = new Heard(event);
        return rows.of(
                heard,
                Stream.of(Observation.of("E-A6-R1", heard, "team", heard.id("teamId"))
                        .broken(heard.flag("belowThree"), Mode.ASSISTED)));
    }
}
