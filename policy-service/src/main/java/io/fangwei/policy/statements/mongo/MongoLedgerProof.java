package io.fangwei.policy.statements.mongo;

import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.journal.ChainCheck;
import io.fangwei.kernel.journal.Journal;
import io.fangwei.kernel.problems.NotFound;
import io.fangwei.kernel.store.AggregateStores;
import io.fangwei.kernel.store.Entry;
import io.fangwei.policy.budget.BudgetPool;
import io.fangwei.policy.budget.LedgerEntry;
import io.fangwei.policy.budget.mongo.LedgerLines;
import io.fangwei.policy.budget.mongo.LedgerRows;
import io.fangwei.policy.statements.LedgerAudit;
import io.fangwei.policy.statements.LedgerCheck;
import io.fangwei.policy.statements.LedgerCheck.Broken;
import io.fangwei.policy.statements.LedgerCheck.Damage;
import io.fangwei.policy.statements.LedgerProof;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the journal of a pool page by page, then what still waits in its outbox. */
@Repository
class MongoLedgerProof implements LedgerProof {

    private static final String KIND = "budget-pool";
    private static final int A_PAGE = 500;

    private final MongoOperations mongo;
    private final Journal journal;
    private final ChainCheck chain;
    private final AggregateStores stores;
    private final JsonMapper json;

    MongoLedgerProof(
            MongoOperations mongo, Journal journal, ChainCheck chain, AggregateStores stores, JsonMapper json) {
        this.mongo = mongo;
        this.journal = journal;
        this.chain = chain;
        this.stores = stores;
        this.json = json;
    }

    @Override
    public LedgerCheck verify(UUID poolId) {
        var document = mongo.findById(poolId.toString(), Document.class, "budgetPools");
        if (document == null) {
            throw new NotFound(KIND, poolId);
        }
        var pool = mongo.getConverter().read(BudgetPool.class, document.get("state", Document.class));
        var checked = chain.verify(stores.find(KIND).orElseThrow().kind(), poolId);
        var walk = new Walk(rows(poolId), checked.broken());
        var lines = lines(poolId, document);
        while (lines.hasNext() && walk.broken == null) {
            walk.take(lines.next());
        }
        return walk.end(pool);
    }

    /** The entries of the pool as it was read, from the first. */
    private Iterator<Document> lines(UUID poolId, Document pool) {
        return new Lines(poolId, pool);
    }

    private Iterator<LedgerEntry> rows(UUID poolId) {
        var found = mongo.getCollection(LedgerRows.COLLECTION)
                .find(new Document("poolId", poolId))
                .sort(new Document("poolId", 1).append("_id", 1))
                .batchSize(A_PAGE)
                .iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return found.hasNext();
            }

            @Override
            public LedgerEntry next() {
                return mongo.getConverter().read(LedgerEntry.class, found.next());
            }
        };
    }

    private Optional<LedgerEntry> entry(Document line) {
        var type = line.getString(Entry.TYPE);
        return LedgerLines.types().contains(type)
                ? Optional.of(LedgerLines.read(new EventEnvelope(
                        UUID.fromString(line.getString(Entry.ID)),
                        type,
                        "",
                        "",
                        line.getLong(Entry.SEQUENCE),
                        Instant.parse(line.getString(Entry.AT)),
                        line.getString(Entry.ACTOR),
                        json.readTree(line.getString(Entry.DATA)))))
                : Optional.empty();
    }

    /** Pages through the journal as far as the pool had come, and ends with the outbox. */
    private final class Lines implements Iterator<Document> {

        private final UUID poolId;
        private final Document pool;
        private final List<Document> page = new ArrayList<>();
        private long taken;

        Lines(UUID poolId, Document pool) {
            this.poolId = poolId;
            this.pool = pool;
        }

        @Override
        public boolean hasNext() {
            if (page.isEmpty() && taken < pool.getLong("events")) {
                page.addAll(journal.of(KIND, poolId, taken, A_PAGE));
                if (page.isEmpty()) {
                    pool.getList("outbox", Document.class).stream()
                            .filter(waiting -> waiting.getLong(Entry.SEQUENCE) > taken)
                            .forEach(page::add);
                }
                page.removeIf(line -> line.getLong(Entry.SEQUENCE) > pool.getLong("events"));
            }
            return !page.isEmpty();
        }

        @Override
        public Document next() {
            var line = page.remove(0);
            taken = line.getLong(Entry.SEQUENCE);
            return line;
        }
    }

    /** The state of one check. */
    private final class Walk {

        private final LedgerAudit audit = new LedgerAudit();
        private final Iterator<LedgerEntry> rows;
        private final ChainCheck.@Nullable Broken chainBroken;
        private @Nullable LedgerEntry row;
        private @Nullable Broken broken;

        Walk(Iterator<LedgerEntry> rows, ChainCheck.@Nullable Broken chainBroken) {
            this.rows = rows;
            this.chainBroken = chainBroken;
        }

        void take(Document line) {
            var sequence = line.getLong(Entry.SEQUENCE);
            if (chainBroken != null && sequence >= chainBroken.sequence()) {
                broken = new Broken(
                        numberOf(line),
                        sequence,
                        line.getString(Entry.ID),
                        Damage.valueOf(chainBroken.damage().name()));
                return;
            }
            entry(line)
                    .ifPresent(entry -> audit.take(entry)
                            .or(() -> compared(entry))
                            .ifPresent(damage ->
                                    broken = new Broken(entry.entryNo(), sequence, line.getString(Entry.ID), damage)));
        }

        LedgerCheck end(BudgetPool pool) {
            if (broken == null && chainBroken != null) {
                broken = new Broken(
                        null,
                        chainBroken.sequence(),
                        chainBroken.entryId(),
                        Damage.valueOf(chainBroken.damage().name()));
            }
            var balances = pool.getBalances();
            if (broken == null
                    && !(audit.lastEntryNo() == pool.getLastEntryNo()
                            && audit.holds(balances.accrued(), balances.committed(), balances.spent()))) {
                broken = new Broken(null, null, null, Damage.POOL_CHANGED);
            }
            return new LedgerCheck(
                    broken == null, audit.lastEntryNo(), audit.accrued(), audit.committed(), audit.spent(), broken);
        }

        /** The line of the statement may come later than the entry, but it says the same and none is left out. */
        private Optional<Damage> compared(LedgerEntry entry) {
            if (row == null && rows.hasNext()) {
                row = rows.next();
            }
            if (row == null) {
                return Optional.empty();
            }
            if (row.entryNo() != entry.entryNo()) {
                return Optional.of(
                        row.entryNo() > entry.entryNo() ? Damage.STATEMENT_MISSING : Damage.STATEMENT_CHANGED);
            }
            var said = row.asWritten();
            row = null;
            return said.equals(entry) ? Optional.empty() : Optional.of(Damage.STATEMENT_CHANGED);
        }

        private @Nullable Integer numberOf(Document line) {
            try {
                return entry(line).map(LedgerEntry::entryNo).orElse(null);
            } catch (JacksonException | IllegalArgumentException unreadable) {
                return null;
            }
        }
    }
}
