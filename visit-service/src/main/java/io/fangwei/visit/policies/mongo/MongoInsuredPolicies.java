package io.fangwei.visit.policies.mongo;

import io.fangwei.kernel.listening.Dated;
import io.fangwei.visit.items.ServiceItem;
import io.fangwei.visit.policies.InsuredPolicies;
import io.fangwei.visit.policies.InsuredPolicy;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class MongoInsuredPolicies implements InsuredPolicies {

    private final MongoOperations mongo;

    MongoInsuredPolicies(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** A row without its activation is not known yet. */
    @Override
    public Optional<InsuredPolicy> find(UUID policyId, LocalDate day) {
        return Optional.ofNullable(mongo.findById(policyId.toString(), Document.class, "policies"))
                .filter(found -> found.containsKey("insurerId"))
                .map(found -> policy(policyId, Dated.on(day, found)));
    }

    private static InsuredPolicy policy(UUID policyId, Document found) {
        return new InsuredPolicy(
                policyId,
                found.get("insurerId", UUID.class),
                found.get("companyId", UUID.class),
                found.getString("area"),
                LocalDate.parse(found.getString("from")),
                LocalDate.parse(found.getString("to")),
                found.getList("items", String.class).stream()
                        .map(ServiceItem::valueOf)
                        .collect(Collectors.toSet()),
                "ACTIVE".equals(found.getString("status")));
    }
}
