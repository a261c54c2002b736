package io.fangwei.complaint.visits.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.fangwei.complaint.visits.ServedVisit;
import io.fangwei.complaint.visits.ServedVisits;
import io.fangwei.kernel.store.AggregateStores;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

@Repository
class MongoServedVisits implements ServedVisits {

    private static final String COLLECTION = "visits";

    private final MongoOperations mongo;

    MongoServedVisits(MongoOperations mongo, AggregateStores stores) {
        this.mongo = mongo;
        stores.index(COLLECTION, "policyId");
    }

    @Override
    public Optional<ServedVisit> visit(UUID visitId) {
        return Optional.ofNullable(mongo.findById(visitId.toString(), Document.class, COLLECTION))
                .map(found -> new ServedVisit(
                        visitId,
                        found.get("policyId", UUID.class),
                        found.get("insurerId", UUID.class),
                        found.get("companyId", UUID.class),
                        found.getString("area")));
    }

    @Override
    public Set<UUID> professionals(@Nullable UUID policyId, @Nullable UUID visitId) {
        if (policyId == null && visitId == null) {
            return Set.of();
        }
        var which = visitId != null
                ? where("_id").is(visitId.toString())
                : where("policyId").is(policyId);
        return mongo.find(Query.query(which), Document.class, COLLECTION).stream()
                .flatMap(found -> found.getList("professionals", UUID.class, List.of()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
