package io.fangwei.kernel.tally;

import static io.fangwei.kernel.testing.Callers.act;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.caller.Scope;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.store.AggregateKind;
import io.fangwei.kernel.store.AggregateStore;
import io.fangwei.kernel.store.AggregateStores;
import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.testing.ServiceTest;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;

/** Documents carry the areas they lie in, by which authorities find them; the name of a tally stands for its area. */
@ServiceTest("spring.config.name=tally-service")
class PlacingTest {

    private static final Caller SYSTEM = Caller.system("test");

    @Autowired
    AggregateStores stores;

    @Autowired
    MongoTemplate mongo;

    @Test
    void a_tally_carries_its_areas_from_the_first_write_and_whoever_supervises_one_of_them_finds_it() {
        var store = open("placed");
        var id = begin(store, "510105");

        assertThat(stored("placed", id).get(Scope.AREAS))
                .isEqualTo(new Document("state_name", List.of("51", "5101", "510105")));
        assertThat(found(store, "510000")).containsExactly(id);
        assertThat(found(store, "510100")).containsExactly(id);
        assertThat(found(store, "510105")).containsExactly(id);
        assertThat(found(store, "320000", "510105")).containsExactly(id);
        assertThat(found(store, "510106")).isEmpty();
        assertThat(found(store, "520000")).isEmpty();
        assertThat(found(store)).isEmpty();
    }

    @Test
    void a_tally_that_moves_is_found_where_it_is() {
        var store = open("moved");
        var id = begin(store, "510105");

        act(SYSTEM, () -> store.change(id, tally -> tally.rename("320505")));

        assertThat(found(store, "510000")).isEmpty();
        assertThat(found(store, "320500")).containsExactly(id);
    }

    @Test
    void what_was_written_before_there_were_areas_is_placed_when_its_collection_is_opened() {
        var id = UUID.randomUUID();
        var old = stored("older", begin(open("older"), "510105"));
        old.remove(Scope.AREAS);
        mongo.getCollection("oldest").insertOne(old.append("_id", id.toString()));

        var store = open("oldest");

        assertThat(found(store, "510100")).hasSize(1);
        assertThat(stored("oldest", id).get(Scope.AREAS, Document.class)).isNotEmpty();
    }

    private AggregateStore<Tally> open(String collection) {
        var scope = Scope.nobody().area("state.name", Role.EA);
        return stores.open(new AggregateKind<>("tally-" + collection, collection, Tally.class, scope));
    }

    private static UUID begin(AggregateStore<Tally> store, String area) {
        var id = UUID.randomUUID();
        var tally = Tally.begun(id, UUID.randomUUID(), area);
        act(SYSTEM, () -> store.create(id, tally, tally.count(1)));
        return id;
    }

    private static List<UUID> found(AggregateStore<Tally> store, String... areas) {
        return act(Callers.ofArea("ea", Role.EA, areas), () -> store.page(new Criteria(), Pages.of(null, null)))
                .items()
                .stream()
                .map(Tally::getId)
                .toList();
    }

    private Document stored(String collection, UUID id) {
        return mongo.findById(id.toString(), Document.class, collection);
    }
}
