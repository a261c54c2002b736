package io.fangwei.evaluation.messaging;

import io.fangwei.evaluation.findings.Finding.Mode;
import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.listening.Projection;
import io.fangwei.kernel.listening.Upsert;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Visits: cancelled for want of funds, confirmed before they start, by people who meet the conditions, archived complete. */
@Component
class VisitNews implements Projection {

    private static final String STARTED = "visit.visit-started.v1";
    private static final String COMPLETED = "visit.service-completed.v1";
    private static final String CANCELLED = "visit.visit-cancelled.v1";
    private static final String ARCHIVED = "visit.visit-archived.v1";

    private static final String FUNDS_SHORT = "FUNDS_SHORT";

    private static final Set<String> NAMED = Set.of("OWN", "EXTERNAL", "BROKER");

    private final Rows rows;

    VisitNews(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Set<String> types() {
        return Set.of(STARTED, COMPLETED, CANCELLED, ARCHIVED);
    }

    @Override
    public List<Upsert> on(EventEnvelope event) {
        var heard = new Heard(event);
        return rows.of(
                heard,
                switch (event.type()) {
                    case STARTED -> started(heard);
                    case COMPLETED -> Stream.of(visit("E-B8-R1", heard));
                    case CANCELLED -> cancelled(heard);
                    default -> Stream.of(visit("E-B15-R2", heard).broken(!heard.flag("complete"), Mode.AUTO));
                });
    }

    private static Stream<Observation> started(Heard heard) {
        return Stream.concat(
                Stream.of(visit("E-B3-R1", heard).broken(heard.flag("startedWithoutConfirmation"), Mode.AUTO)),
                heard.list("participants").map(one -> person(heard, one)));
    }

    /** One case for each person and year; of people whom CD 5.2.4 does not name, only if an assessor confirms (AMB-76). */
    private static Observation person(Heard heard, JsonNode participant) {
        var person = UUID.fromString(Heard.text(participant, "professionalId"));
        var mode = NAMED.contains(Heard.text(participant, "source")) ? Mode.AUTO : Mode.ASSISTED;
        var seen = Observation.of("E-B5-R1", heard, "professional", person);
        return seen.under("%s:%s:%d".formatted(heard.id("insurerId"), person, seen.year()))
                .broken(!Heard.flag(participant, "eligible"), mode);
    }

    private static Stream<Observation> cancelled(Heard heard) {
        return heard.text("reason").equals(FUNDS_SHORT)
                ? Stream.of(visit("E-A7-R1", heard).broken(true, Mode.ASSISTED))
                : Stream.empty();
    }

    private static Observation visit(String rule, Heard heard) {
        return Observation.of(rule, heard, "visit", heard.id("visitId"));
    }
}
