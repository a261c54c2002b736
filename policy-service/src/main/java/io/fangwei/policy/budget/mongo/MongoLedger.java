package io.fangwei.policy.budget.mongo;

import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.store.AggregateStores;
import io.fangwei.policy.budget.EntryKind;
import io.fangwei.policy.budget.Ledger;
import io.fangwei.policy.budget.LedgerEntry;
import io.fangwei.policy.budget.LedgerFilter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

@Repository
class MongoLedger implements Ledger {

    private final MongoOperations mongo;

    MongoLedger(MongoOperations mongo, AggregateStores stores) {
        this.mongo = mongo;
        stores.index(LedgerRows.COLLECTION, "poolId", "_id");
        stores.index(LedgerRows.COLLECTION, "poolId", "category", "_id");
        stores.index(LedgerRows.COLLECTION, "poolId", "companyId", "_id");
        stores.index(LedgerRows.COLLECTION, "poolId", "visitId", "_id");
        stores.index(LedgerRows.COLLECTION, "poolId", "voucherNo");
        stores.index(LedgerRows.COLLECTION, "poolId", "kind", "_id");
        stores.index(LedgerRows.COLLECTION, "poolId", "bookedOn", "_id");
        stores.index(LedgerRows.COLLECTION, "poolId", "kind", "bookedOn");
        stores.index(LedgerRows.COLLECTION, "companyId", "year", "insurerId");
        stores.index(LedgerRows.COLLECTION, "institutionId", "_id");
    }

    @Override
    public Optional<LedgerEntry> find(UUID poolId, int entryNo) {
        var row = mongo.findById(LedgerRows.id(poolId, entryNo), Document.class, LedgerRows.COLLECTION);
        return Optional.ofNullable(row).map(this::read);
    }

    @Override
    public Page<LedgerEntry> of(UUID poolId, LedgerFilter filter, Pages page) {
        var wanted = Criteria.where("poolId").is(poolId);
        if (filter.category() != null) {
            wanted.and("category").is(filter.category().name());
        }
        if (filter.companyId() != null) {
            wanted.and("companyId").is(filter.companyId());
        }
        if (filter.visitId() != null) {
            wanted.and("visitId").is(filter.visitId());
        }
        if (filter.kind() != null) {
            wanted.and("kind").is(filter.kind().name());
        }
        return page(wanted, page);
    }

    @Override
    public Map<String, LedgerEntry> ofVouchers(UUID poolId, Set<String> voucherNos) {
        var wanted = new Document("poolId", poolId).append("voucherNo", new Document("$in", List.copyOf(voucherNos)));
        var entries = new HashMap<String, LedgerEntry>();
        for (var row : mongo.getCollection(LedgerRows.COLLECTION).find(wanted)) {
            var entry = read(row);
            if (entry.kind() == EntryKind.EXPENSE && entry.reversedBy() == null) {
                entries.put(Objects.requireNonNull(entry.voucherNo()), entry);
            }
        }
        return entries;
    }

    @Override
    public Page<LedgerEntry> paidTo(UUID institutionId, Pages page) {
        return page(Criteria.where("institutionId").is(institutionId), page);
    }

    private Page<LedgerEntry> page(Criteria wanted, Pages page) {
        return page.of(mongo.getCollection(LedgerRows.COLLECTION), wanted, new Criteria(), this::read);
    }

    private LedgerEntry read(Document row) {
        return mongo.getConverter().read(LedgerEntry.class, row);
    }
}
