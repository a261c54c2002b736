package io.fangwei.complaint.complaints.mongo;

import io.fangwei.complaint.complaints.Complaint;
import io.fangwei.complaint.complaints.ComplaintEvent;
import io.fangwei.complaint.complaints.Complaints;
import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.caller.Scope;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.store.AggregateKind;
import io.fangwei.kernel.store.AggregateStore;
import io.fangwei.kernel.store.AggregateStores;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

@Repository
class MongoComplaints implements Complaints {

    private static final String COLLECTION = "complaints";

    /** Who sees which (requirements section 6): of the authorities only the one that the company turned to. */
    private static final Scope SCOPE = Scope.nobody()
            .own("state.insurerId", Caller::insurerId, Role.IM, Role.IC)
            .own("state.companyId", Caller::companyId, Role.ID)
            .own("state.escalations.body", caller -> Role.SR.name(), Role.SR)
            .own("state.escalations.body", caller -> Role.FR.name(), Role.FR)
            .area("state.escalations.authorityArea", Role.EA)
            .area("state.area", Role.CP);

    private final AggregateStore<Complaint> store;

    MongoComplaints(AggregateStores stores) {
        store = stores.open(new AggregateKind<>("complaint", COLLECTION, Complaint.class, SCOPE));
        for (var path : List.of(
                "state.insurerId",
                "state.companyId",
                "state.area",
                "state.escalations.body",
                "state.escalations.authorityArea")) {
            stores.index(COLLECTION, path, "_id");
        }
    }

    @Override
    public Complaint add(Complaint complaint, List<ComplaintEvent> events) {
        return store.create(complaint.getComplaintId(), complaint, events);
    }

    @Override
    public Complaint get(UUID complaintId) {
        return store.get(complaintId);
    }

    @Override
    public Optional<Complaint> find(UUID complaintId) {
        return store.find(complaintId);
    }

    @Override
    public Complaint change(UUID complaintId, Function<Complaint, List<ComplaintEvent>> action) {
        return store.change(complaintId, action);
    }

    @Override
    public Page<Complaint> page(Filter filter, Pages pages) {
        var criteria = new Criteria();
        criteria = and(criteria, "state.status", filter.status());
        criteria = and(criteria, "state.companyId", filter.companyId());
        criteria = and(criteria, "state.visitId", filter.visitId());
        return store.page(criteria, pages);
    }

    private static Criteria and(Criteria criteria, String path, @Nullable Object wanted) {
        return wanted == null ? criteria : criteria.and(path).is(wanted);
    }
}
