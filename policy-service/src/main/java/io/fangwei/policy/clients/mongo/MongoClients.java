package io.fangwei.policy.clients.mongo;

import io.fangwei.kernel.store.AggregateStores;
import io.fangwei.policy.clients.Client;
import io.fangwei.policy.clients.Clients;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Asks the engagements themselves, so that one that has ended shows nothing from that moment on. */
@Repository
class MongoClients implements Clients {

    private static final String ENGAGEMENTS = "brokerEngagements";

    private final MongoOperations mongo;
    private final Clock clock;

    MongoClients(MongoOperations mongo, AggregateStores stores, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
        stores.index(ENGAGEMENTS, "state.brokerId", "state.to");
        stores.index(ENGAGEMENTS, "state.brokerId", "state.companyId");
    }

    @Override
    public List<Client> of(UUID brokerId) {
        return inForce(Criteria.where("state.brokerId").is(brokerId));
    }

    @Override
    public List<Client> of(UUID brokerId, UUID companyId) {
        return inForce(Criteria.where("state.brokerId")
                .is(brokerId)
                .and("state.companyId")
                .is(companyId));
    }

    private List<Client> inForce(Criteria whose) {
        var today = LocalDate.now(clock);
        var query = new Query(whose.and("state.from")
                .lte(today)
                .and("state.to")
                .gte(today)
                .and("state.endedOn")
                .not()
                .lte(today));
        query.fields().include("state.insurerId", "state.companyId", "state.policyId");
        return mongo.find(query, Document.class, ENGAGEMENTS).stream()
                .map(found -> client(found.get("state", Document.class)))
                .distinct()
                .toList();
    }

    private static Client client(Document engagement) {
        return new Client(
                engagement.get("insurerId", UUID.class),
                engagement.get("companyId", UUID.class),
                engagement.get("policyId", UUID.class));
    }
}
