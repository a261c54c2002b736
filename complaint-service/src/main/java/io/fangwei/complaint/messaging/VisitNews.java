package io.fangwei.complaint.messaging;

import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.listening.Projection;
import io.fangwei.kernel.listening.Upsert;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Remembers visits and who took part in them, planned or present. */
@Component
class VisitNews implements Projection {

    private static final String PLANNED = "visit.visit-planned.v1";
    private static final String STARTED = "visit.visit-started.v1";

    @Override
    public Set<String> types() {
        return Set.of(PLANNED, STARTED);
    }

    @Override
    public List<Upsert> on(EventEnvelope event) {
        return List.of(Upsert.of("visits", event.uuid("visitId"), event)
                .set("policyId", event.uuid("policyId"))
                .set("insurerId", event.uuid("insurerId"))
                .set("companyId", event.uuid("companyId"))
                .set("area", event.text("area"))
                .with("$addToSet", "professionals", new Document("$each", professionals(event))));
    }

    private static List<UUID> professionals(EventEnvelope event) {
        return event.data()
                .path("participants")
                .valueStream()
                .map(participant ->
                        UUID.fromString(participant.path("professionalId").asString()))
                .toList();
    }
}
