package io.fangwei.policy.feed.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.feed.FeedRecord;
import io.fangwei.kernel.feed.FeedSource;
import io.fangwei.kernel.journal.Journal;
import io.fangwei.kernel.store.Entry;
import io.fangwei.policy.budget.BudgetPools;
import io.fangwei.policy.budget.LedgerEntry;
import io.fangwei.policy.budget.mongo.LedgerLines;
import io.fangwei.policy.budget.mongo.LedgerRows;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The entries of the ledgers, each as it was written and as it is chained: a copy that no tampering can reach (D7, D15). */
@Component
class EntryRecords implements FeedSource {

    /**
     * @param sequence number in the history of the pool, in which drafts stand between the entries
     * @param previous hash of the line before
     */
    record Chained(long sequence, String previous, String hash) {}

    record Shown(
            String kind, @JsonIgnoreProperties("reversedBy") LedgerEntry entry, Chained chain) {}

    private final BudgetPools pools;
    private final Journal journal;

    EntryRecords(BudgetPools pools, Journal journal) {
        this.pools = pools;
        this.journal = journal;
    }

    @Override
    public Set<String> types() {
        return LedgerLines.types();
    }

    @Override
    public List<FeedRecord> on(List<EventEnvelope> events) {
        var known = PoolRecords.of(pools, events);
        var lines = journal.findAll(events.stream().map(EntryRecords::line).toList());
        return events.stream()
                .map(event -> {
                    var line = lines.get(line(event));
                    if (line == null
                            || !line.getString(Entry.ID).equals(event.id().toString())) {
                        throw new IllegalArgumentException("The journal knows nothing of " + line(event));
                    }
                    var entry = LedgerLines.read(event);
                    var chained =
                            new Chained(event.sequence(), line.getString(Entry.PREVIOUS), line.getString(Entry.HASH));
                    return FeedRecord.shown(
                            event,
                            LedgerRows.id(entry.poolId(), entry.entryNo()),
                            known.apply(event).getAreas(),
                            new Shown("ENTRY", entry, chained));
                })
                .toList();
    }

    private static String line(EventEnvelope event) {
        return Journal.id("budget-pool", event.subject(), event.sequence());
    }
}
