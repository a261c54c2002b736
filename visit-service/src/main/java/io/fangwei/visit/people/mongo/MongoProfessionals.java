package io.fangwei.visit.people.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.fangwei.visit.people.Professional;
import io.fangwei.visit.people.Professionals;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class MongoProfessionals implements Professionals {

    private final MongoOperations mongo;

    MongoProfessionals(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Map<UUID, Professional> find(Collection<UUID> ids) {
        var wanted = query(where("_id").in(ids.stream().map(UUID::toString).toList()));
        return mongo.find(wanted, Document.class, "professionals").stream()
                .map(MongoProfessionals::professional)
                .collect(Collectors.toMap(Professional::professionalId, Function.identity()));
    }

    private static Professional professional(Document found) {
        return new Professional(
                UUID.fromString(found.getString("_id")),
                Objects.requireNonNullElse(found.getString("source"), "UNKNOWN"),
                found.get("institutionId", UUID.class),
                Optional.ofNullable(found.getString("qualifiedUntil"))
                        .map(LocalDate::parse)
                        .orElse(null));
    }
}
