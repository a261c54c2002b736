package io.fangwei.complaint.policies.mongo;

import io.fangwei.complaint.policies.InsuredPolicies;
import io.fangwei.complaint.policies.InsuredPolicy;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class MongoInsuredPolicies implements InsuredPolicies {

    private final MongoOperations mongo;

    MongoInsuredPolicies(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<InsuredPolicy> policy(UUID policyId) {
        return find(policyId, "policies")
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
    public boolean knowsInsurer(UUID insurerId) {
        return find(insurerId, "insurers").isPresent();
    }

    private Optional<Document> find(UUID id, String collection) {
        return Optional.ofNullable(mongo.findById(id.toString(), Document.class, collection));
    }
}
