package io.fangwei.policy.budget.mongo;

import io.fangwei.policy.budget.KnownVisits;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class MongoKnownVisits implements KnownVisits {

    private final MongoOperations mongo;

    MongoKnownVisits(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<KnownVisit> find(UUID visitId) {
        return Optional.ofNullable(mongo.findById(visitId.toString(), Document.class, VisitRows.COLLECTION))
                .map(row -> mongo.getConverter().read(KnownVisit.class, row));
    }
}
