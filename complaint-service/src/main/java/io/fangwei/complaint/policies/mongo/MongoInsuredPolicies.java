package io.fangwei.complaint.policies.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.fangwei.complaint.policies.InsuredPolicies;
import io.fangwei.complaint.policies.InsuredPolicy;
import io.fangwei.kernel.listening.Dated;
import io.fangwei.kernel.store.AggregateStores;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

@Repository
class MongoInsuredPolicies implements InsuredPolicies {

    private static final String POLICIES = "policies";

    private final MongoOperations mongo;

    MongoInsuredPolicies(MongoOperations mongo, AggregateStores stores) {
        this.mongo = mongo;
        stores.index(POLICIES, "companyId", "insurerId");
    }

    /** A row without its activation is not known yet. */
    @Override
    public Optional<InsuredPolicy> policy(UUID policyId, LocalDate day) {
        return find(policyId, POLICIES)
                .filter(found -> found.containsKey("insurerId"))
                .map(found -> Dated.on(day, found))
                .map(found -> new InsuredPolicy(
                        policyId,
                        found.get("insurerId", UUID.class),
                        found.get("companyId", UUID.class),
                        found.getString("area")));
    }

    @Override
    public Optional<String> areaOf(UUID companyId) {
        return find(companyId, "companies").map(found -> found.getString("area"));
    }

    @Override
    public boolean isInsured(UUID companyId, UUID insurerId) {
        var policy = where("companyId").is(companyId).and("insurerId").is(insurerId);
        return mongo.exists(Query.query(policy), POLICIES);
    }

    private Optional<Document> find(UUID id, String collection) {
        return Optional.ofNullable(mongo.findById(id.toString(), Document.class, collection));
    }
}
