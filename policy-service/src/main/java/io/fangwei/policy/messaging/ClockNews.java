package io.fangwei.policy.messaging;

import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.listening.Projection;
import io.fangwei.kernel.listening.Upsert;
import io.fangwei.policy.calendars.mongo.ClockRows;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The clocks that others start, meet and miss, so that a proposed calendar can be tried on them (D2). */
@Component
class ClockNews implements Projection {

    @Override
    public Set<String> types() {
        return Set.of(
                "complaint.complaint-closed.v1",
                "complaint.complaint-escalated.v1",
                "complaint.complaint-extended.v1",
                "complaint.complaint-overdue.v1",
                "complaint.complaint-replied.v1",
                "complaint.complaint-submitted.v1",
                "complaint.complaint-withdrawn.v1",
                "complaint.deadline-recalculated.v1",
                "visit.callback-completed.v1",
                "visit.callback-unreachable.v1",
                "visit.deadline-overdue.v1",
                "visit.deadline-recalculated.v1",
                "visit.feedback-delivered.v1",
                "visit.hazard-acceptance-failed.v1",
                "visit.hazard-deadline-recalculated.v1",
                "visit.hazard-found.v1",
                "visit.hazard-measures-set.v1",
                "visit.hazard-notified.v1",
                "visit.hazard-overdue.v1",
                "visit.hazard-rectification-refused.v1",
                "visit.hazard-rectified.v1",
                "visit.hazard-reported-to-authority.v1",
                "visit.non-cooperation-reported.v1",
                "visit.record-approved.v1",
                "visit.record-returned.v1",
                "visit.record-submitted.v1",
                "visit.service-completed.v1",
                "visit.visit-archived.v1",
                "visit.visit-refused-by-insured.v1");
    }

    @Override
    public List<Upsert> on(EventEnvelope event) {
        return event.data()
                .path("clocks")
                .valueStream()
                .map(clock -> row(event, clock))
                .toList();
    }

    private static Upsert row(EventEnvelope event, JsonNode clock) {
        var rule = text(event, clock, "rule");
        return Upsert.of(ClockRows.COLLECTION, event.subject() + ":" + rule, event)
                .set("service", event.type().substring(0, event.type().indexOf('.')))
                .set("subject", event.subject())
                .set("rule", rule)
                .set("state", text(event, clock, "state"))
                .set("start", text(event, clock, "start"))
                .set("due", text(event, clock, "due"))
                .set("endedOn", clock.hasNonNull("endedOn") ? text(event, clock, "endedOn") : null)
                .set("insurerId", insurer(event));
    }

    private static String text(EventEnvelope event, JsonNode clock, String field) {
        if (!clock.path(field).isString()) {
            throw new IllegalArgumentException(event.type() + " has a clock without " + field);
        }
        return clock.path(field).asString();
    }

    private static java.util.@Nullable UUID insurer(EventEnvelope event) {
        return event.data().hasNonNull("insurerId") ? event.uuid("insurerId") : null;
    }
}
