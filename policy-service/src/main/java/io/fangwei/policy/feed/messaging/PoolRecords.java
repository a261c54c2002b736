package io.fangwei.policy.feed.messaging;

import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.feed.FeedRecord;
import io.fangwei.kernel.feed.FeedSource;
import io.fangwei.policy.budget.BudgetPool;
import io.fangwei.policy.budget.BudgetPools;
import io.fangwei.policy.budget.mongo.LedgerLines;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Pools with their balances, wherever their insurer works (CD-5.1.4e). */
@Component
class PoolRecords implements FeedSource {

    /** @param lastEntryNo up to which entry the balances go */
    record Shown(
            String kind,
            UUID insurerId,
            int year,
            String status,
            BigDecimal accrued,
            BigDecimal committed,
            BigDecimal spent,
            BigDecimal released,
            BigDecimal shortfall,
            BigDecimal free,
            int lastEntryNo) {}

    private final BudgetPools pools;

    PoolRecords(BudgetPools pools) {
        this.pools = pools;
    }

    @Override
    public Set<String> types() {
        return LedgerLines.types();
    }

    @Override
    public List<FeedRecord> on(List<EventEnvelope> events) {
        var known = of(pools, events);
        return events.stream()
                .map(event -> {
                    var pool = known.apply(event);
                    return FeedRecord.shown(event, event.subject(), pool.getAreas(), shown(pool));
                })
                .toList();
    }

    /** The pools of these events, each read once. */
    static Function<EventEnvelope, BudgetPool> of(BudgetPools pools, List<EventEnvelope> events) {
        var known = events.stream()
                .map(EventEnvelope::subjectId)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), pools::get));
        return event -> known.get(event.subjectId());
    }

    private static Shown shown(BudgetPool pool) {
        var balances = pool.getBalances();
        return new Shown(
                "POOL",
                pool.getInsurerId(),
                pool.getYear(),
                pool.status(),
                balances.accrued(),
                balances.committed(),
                balances.spent(),
                balances.released(),
                balances.shortfall(),
                balances.free(),
                pool.getLastEntryNo());
    }
}
