package io.fangwei.policy.messaging;

import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.listening.Projection;
import io.fangwei.kernel.listening.Upsert;
import io.fangwei.policy.statements.mongo.UncoveredRows;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Remembers which agreed plans cost more than could be committed, until they end. */
@Component
class UncoveredNews implements Projection {

    private static final String BLOCKED = "policy.budget-overdraw-blocked.v1";
    private static final String TERMINATED = "visit.plan-terminated.v1";

    @Override
    public Set<String> types() {
        return Set.of(BLOCKED, TERMINATED);
    }

    @Override
    public List<Upsert> on(EventEnvelope event) {
        var row = Upsert.of(UncoveredRows.COLLECTION, event.uuid("planId"), event);
        return List.of(
                event.type().equals(TERMINATED)
                        ? row.set("ended", true)
                        : row.set("poolId", event.uuid("poolId"))
                                .set("uncovered." + event.text("item"), new BigDecimal(event.text("uncovered"))));
    }
}
