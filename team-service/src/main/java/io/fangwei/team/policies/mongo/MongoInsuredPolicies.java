package io.fangwei.team.policies.mongo;

import io.fangwei.kernel.listening.Dated;
import io.fangwei.team.policies.InsuredPolicies;
import io.fangwei.team.policies.InsuredPolicy;
import java.time.LocalDate;
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

    /** A row without its activation is not known yet. */
    @Override
    public Optional<InsuredPolicy> find(UUID id, LocalDate day) {
        return Optional.ofNullable(mongo.findById(id.toString(), Document.class, COLLECTION))
                .filter(row -> row.containsKey("insurerId"))
                .map(row -> read(id, Dated.on(day, row)));
    }

    private static InsuredPolicy read(UUID id, Document row) {
        return new InsuredPolicy(
                id,
                row.get("insurerId", UUID.class),
                row.get("companyId", UUID.class),
                row.getString("area"),
                LocalDate.parse(row.getString("from")),
                LocalDate.parse(row.getString("to")),
                row.getBoolean("active", false));
    }
}
