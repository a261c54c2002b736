package io.fangwei.team.eligibility.mongo;

import static io.fangwei.kernel.caller.Role.IM;
import static io.fangwei.kernel.caller.Role.IS;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Scope;
import io.fangwei.kernel.store.AggregateKind;
import io.fangwei.kernel.store.AggregateStore;
import io.fangwei.kernel.store.AggregateStores;
import io.fangwei.team.eligibility.AssignmentCheck;
import io.fangwei.team.eligibility.AssignmentChecks;
import java.util.List;
import org.springframework.stereotype.Repository;

@Repository
class MongoAssignmentChecks implements AssignmentChecks {

    private static final Scope SCOPE = Scope.nobody().own("state.insurerId", Caller::insurerId, IM, IS);

    private final AggregateStore<AssignmentCheck> store;

    MongoAssignmentChecks(AggregateStores stores) {
        store = stores.open(new AggregateKind<>("assignment-check", "assignmentChecks", AssignmentCheck.class, SCOPE));
    }

    @Override
    public AssignmentCheck add(AssignmentCheck check) {
        return store.create(check.getId(), check, List.of(check.checked()));
    }
}
