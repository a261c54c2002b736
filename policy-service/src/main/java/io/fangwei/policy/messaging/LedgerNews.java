package io.fangwei.policy.messaging;

import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.listening.Projection;
import io.fangwei.kernel.listening.Upsert;
import io.fangwei.policy.budget.LedgerEntry;
import io.fangwei.policy.budget.mongo.LedgerLines;
import io.fangwei.policy.budget.mongo.LedgerRows;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Entries in the journals of the pools become rows of their statements. */
@Component
class LedgerNews implements Projection {

    @Override
    public Set<String> types() {
        return LedgerLines.types();
    }

    @Override
    public List<Upsert> on(EventEnvelope event) {
        var entry = LedgerLines.read(event);
        var row = row(entry, event);
        return entry.reverses() == null ? List.of(row) : List.of(row, reversedRow(entry, event));
    }

    private static Upsert row(LedgerEntry entry, EventEnvelope event) {
        return Upsert.of(LedgerRows.COLLECTION, LedgerRows.id(entry.poolId(), entry.entryNo()), event)
                .set("poolId", entry.poolId())
                .set("insurerId", entry.insurerId())
                .set("year", entry.year())
                .set("entryNo", entry.entryNo())
                .set("kind", entry.kind().name())
                .set("amount", entry.amount())
                .set("drawn", entry.drawn())
                .set("expenseId", entry.expenseId())
                .set("commitmentId", entry.commitmentId())
                .set("category", name(entry.category()))
                .set("voucherNo", entry.voucherNo())
                .set("purpose", name(entry.purpose()))
                .set("item", name(entry.item()))
                .set("visitId", entry.visitId())
                .set("planId", entry.planId())
                .set("policyId", entry.policyId())
                .set("companyId", entry.companyId())
                .set("payeeId", entry.payeeId())
                .set("institutionId", entry.institutionId())
                .set("attachmentHash", entry.attachmentHash())
                .set("on", entry.on())
                .set("bookedOn", entry.bookedOn())
                .set("reverses", entry.reverses())
                .set("reason", entry.reason())
                .set("premium", entry.premium())
                .set("required", entry.required())
                .set("rulePack", entry.rulePack())
                .set("accrued", entry.accrued())
                .set("committed", entry.committed())
                .set("spent", entry.spent());
    }

    private static Upsert reversedRow(LedgerEntry entry, EventEnvelope event) {
        return Upsert.of(LedgerRows.COLLECTION, LedgerRows.id(entry.poolId(), entry.reverses()), event)
                .set("reversedBy", entry.entryNo());
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
