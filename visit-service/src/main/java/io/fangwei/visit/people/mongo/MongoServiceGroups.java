package io.fangwei.visit.people.mongo;

import io.fangwei.visit.people.ServiceGroup;
import io.fangwei.visit.people.ServiceGroups;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class MongoServiceGroups implements ServiceGroups {

    private final MongoOperations mongo;

    MongoServiceGroups(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<ServiceGroup> of(UUID policyId) {
        return Optional.ofNullable(mongo.findById(policyId.toString(), Document.class, "groups"))
                .map(found -> new ServiceGroup(policyId, found.getList("memberIds", UUID.class)));
    }
}
