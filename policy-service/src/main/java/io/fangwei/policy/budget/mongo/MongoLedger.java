package io.fangwei.policy.budget.mongo;

import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.store.AggregateStores;
import io.fangwei.policy.budget.Ledger;
import io.fangwei.policy.budget.LedgerEntry;
import java.util.Optional;
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
    }

    @Override
    public Optional<LedgerEntry> find(UUID poolId, int entryNo) {
        var row = mongo.findById(LedgerRows.id(poolId, entryNo), Document.class, LedgerRows.COLLECTION);
        return Optional.ofNullable(row).map(this::read);
    }

    @Override
    public Page<LedgerEntry> of(UUID poolId, Pages page) {
        return page.of(
                mongo.getCollection(LedgerRows.COLLECTION),
                Criteria.where("poolId").is(poolId),
                new Criteria(),
                this::read);
    }

    private LedgerEntry read(Document row) {
        return mongo.getConverter().read(LedgerEntry.class, row);
    }
}
