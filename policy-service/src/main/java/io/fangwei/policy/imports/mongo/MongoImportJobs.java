package io.fangwei.policy.imports.mongo;

import static io.fangwei.kernel.caller.Role.IM;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Scope;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.store.AggregateKind;
import io.fangwei.kernel.store.AggregateStore;
import io.fangwei.kernel.store.AggregateStores;
import io.fangwei.policy.imports.ImportEvent;
import io.fangwei.policy.imports.ImportJob;
import io.fangwei.policy.imports.ImportJobs;
import io.fangwei.policy.imports.ImportKind;
import io.fangwei.policy.imports.ImportStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

@Repository
class MongoImportJobs implements ImportJobs {

    private static final Scope SCOPE = Scope.nobody().own("state.insurerId", Caller::insurerId, IM);

    private final AggregateStore<ImportJob> store;

    MongoImportJobs(AggregateStores stores) {
        store = stores.open(new AggregateKind<>("import", "imports", ImportJob.class, SCOPE));
        stores.index("imports", "state.insurerId", "_id");
        stores.index("imports", "state.status", "_id");
        stores.index("imports", "state.insurerId", "state.kind", "_id");
        stores.index("imports", "state.insurerId", "state.status", "_id");
        stores.index("imports", "state.insurerId", "state.kind", "state.status", "_id");
    }

    @Override
    public ImportJob add(ImportJob job, List<ImportEvent> events) {
        return store.create(job.getImportId(), job, events);
    }

    @Override
    public ImportJob get(UUID importId) {
        return store.get(importId);
    }

    @Override
    public ImportJob change(UUID importId, Function<ImportJob, List<ImportEvent>> action) {
        return store.change(importId, action);
    }

    @Override
    public Page<ImportJob> page(@Nullable ImportKind kind, @Nullable ImportStatus status, Pages page) {
        var wanted = new Criteria();
        if (kind != null) {
            wanted.and("state.kind").is(kind.name());
        }
        if (status != null) {
            wanted.and("state.status").is(status.name());
        }
        return store.page(wanted, page);
    }

    @Override
    public List<UUID> unfinished() {
        var ids = new ArrayList<UUID>();
        for (var status : List.of(ImportStatus.CHECKING, ImportStatus.RUNNING)) {
            page(null, status, new Pages(Pages.MOST, null)).items().forEach(job -> ids.add(job.getImportId()));
        }
        return ids;
    }
}
