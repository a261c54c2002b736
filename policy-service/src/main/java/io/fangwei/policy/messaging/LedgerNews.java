package io.fangwei.policy.messaging;

import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.listening.Projection;
import io.fangwei.kernel.listening.Upsert;
import io.fangwei.policy.budget.mongo.LedgerRows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Entries in the journals of the pools become rows of their statements. */
@Component
class LedgerNews implements Projection {

    private static final String POSTED = "policy.ledger-entry-posted.v1";
    private static final String REVERSED = "policy.ledger-entry-reversed.v1";

    @Override
    public Set<String> types() {
        return Set.of(POSTED, REVERSED);
    }

    @Override
    public List<Upsert> on(EventEnvelope event) {
        return event.type().equals(POSTED)
                ? List.of(row(event)
                        .set("expenseId", event.uuid("expenseId"))
                        .set("amount", new BigDecimal(event.text("amount")))
                        .set("on", LocalDate.parse(event.text("spentOn"))))
                : List.of(
                        row(event)
                                .set("amount", new BigDecimal(event.text("amount")).negate())
                                .set("on", LocalDate.parse(event.text("on")))
                                .set("reverses", number(event, "reversedEntryNo"))
                                .set("reason", event.text("reason")),
                        reversedRow(event));
    }

    private static Upsert row(EventEnvelope event) {
        var poolId = event.uuid("poolId");
        var entryNo = number(event, "entryNo");
        return Upsert.of(LedgerRows.COLLECTION, LedgerRows.id(poolId, entryNo), event)
                .set("poolId", poolId)
                .set("entryNo", entryNo)
                .set("category", event.text("category"))
                .set("voucherNo", event.text("voucherNo"))
                .set("purpose", event.text("purpose"))
                .set("visitId", optional(event, "visitId"))
                .set("planId", optional(event, "planId"))
                .set("companyId", optional(event, "companyId"))
                .set("accrued", new BigDecimal(event.text("accrued")))
                .set("spent", new BigDecimal(event.text("spent")));
    }

    private static Upsert reversedRow(EventEnvelope event) {
        var id = LedgerRows.id(event.uuid("poolId"), number(event, "reversedEntryNo"));
        return Upsert.of(LedgerRows.COLLECTION, id, event).set("reversedBy", number(event, "entryNo"));
    }

    private static int number(EventEnvelope event, String field) {
        return Integer.parseInt(event.text(field));
    }

    private static @Nullable UUID optional(EventEnvelope event, String field) {
        return event.data().hasNonNull(field) ? event.uuid(field) : null;
    }
}
