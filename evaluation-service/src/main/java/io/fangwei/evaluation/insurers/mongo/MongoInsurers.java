package io.fangwei.evaluation.insurers.mongo;

import io.fangwei.evaluation.insurers.Insurers;
import io.fangwei.kernel.audit.AuditLog;
import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.CurrentCaller;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.caller.Scope;
import io.fangwei.kernel.problems.NotFound;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class MongoInsurers implements Insurers {

    private static final Scope SCOPE = Scope.nobody()
            .own("insurerId", Caller::insurerId, Role.IM)
            .area("areas", Role.EA, Role.CP)
            .all(Role.FR, Role.SR, Role.AS);

    private final MongoOperations mongo;
    private final AuditLog audit;

    MongoInsurers(MongoOperations mongo, AuditLog audit) {
        this.mongo = mongo;
        this.audit = audit;
    }

    @Override
    public void requireVisible(UUID insurerId) {
        var insurer = mongo.findById(insurerId.toString(), Document.class, COLLECTION);
        if (insurer == null) {
            throw new NotFound("insurer", insurerId);
        }
        if (!SCOPE.shows(insurer, CurrentCaller.get())) {
            audit.refused(CurrentCaller.get(), AuditLog.Refused.SCOPE, "insurer/" + insurerId);
            throw new NotFound("insurer", insurerId);
        }
    }
}
