package io.fangwei.localmongo.differential;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.fangwei.localmongo.conformance.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.Test;

/**
 * Servers with indexes, the same without, and a naive model: all give the same answers to random questions, before and
 * after random changes. A round takes new documents and new indexes; a case is one change and the questions after it.
 */
class SameAsTheModelTest {

    private static final long SEED =
            Long.getLong("fangwei.seed", Boolean.getBoolean("fangwei.campaign") ? System.nanoTime() : 20261123);
    private static final int CASES =
            Integer.getInteger("fangwei.differential.cases", Boolean.getBoolean("fangwei.campaign") ? 20_000 : 1_000);
    private static final int A_ROUND = 20;
    private static final int DOCUMENTS = 30;

    private final List<MongoDatabase> databases =
            Server.all().map(Server::freshDatabase).toList();
    private String at = "";

    @Test
    void whatever_is_asked() {
        int first = Integer.getInteger("fangwei.differential.round", 0);
        System.out.println("SameAsTheModelTest: seed " + SEED + ", " + CASES + " cases from round " + first);
        var different = new ArrayList<String>();
        try {
            for (int round = first; round < first + CASES / A_ROUND; round++) {
                try {
                    round(round);
                } catch (AssertionError difference) {
                    different.add(difference.getMessage());
                }
            }
        } finally {
            databases.forEach(MongoDatabase::drop);
        }
        assertThat(different).isEmpty();
    }

    private void round(int round) {
        at = "-Dfangwei.seed=" + SEED + " -Dfangwei.differential.round=" + round;
        var data = new RandomData(SEED + round);
        var indexes = data.indexes();
        var model = new NaiveCollection(indexes);
        var servers = servers(round, indexes);
        for (int i = 0; i < DOCUMENTS; i++) {
            insert(model, servers, data.document());
        }
        for (int i = 0; i < A_ROUND; i++) {
            change(model, servers, data);
            ask(model, servers, data);
        }
        servers.forEach(server -> assertThat(Wire.texts(server.find(new BsonDocument(), id(), 0, 0)))
                .as("content of %s, %s", server.name(), at)
                .isEqualTo(Wire.texts(model.all())));
        servers.forEach(server -> assertThat(server.validation())
                .as("%s, %s", server.name(), at)
                .containsEntry("valid", BsonBoolean.TRUE));
        servers.forEach(server -> server.collection().drop());
    }

    private static BsonDocument id() {
        return new BsonDocument("_id", new BsonInt32(1));
    }

    /** A unique index decides what is let in, so those without other indexes have it as well. */
    private List<Wire> servers(int round, List<RandomIndex> indexes) {
        var servers = new ArrayList<Wire>();
        for (var database : databases) {
            servers.add(new Wire("indexed " + indexes, database, "indexed" + round));
            servers.get(servers.size() - 1).createIndexes(indexes);
            servers.add(new Wire("plain", database, "plain" + round));
            servers.get(servers.size() - 1)
                    .createIndexes(indexes.stream().filter(RandomIndex::unique).toList());
        }
        return servers;
    }

    private void insert(NaiveCollection model, List<Wire> servers, BsonDocument document) {
        var expected = Wire.outcome(() -> {
            model.insert(document);
            return "inserted";
        });
        servers.forEach(server -> assertThat(server.insert(document))
                .as("insert %s into %s, %s", document.toJson(), server.name(), at)
                .isEqualTo(expected));
    }

    private void change(NaiveCollection model, List<Wire> servers, RandomData data) {
        switch (data.below(8)) {
            case 0 -> insert(model, servers, data.document());
            case 1 -> delete(model, servers, data.oneIn(3) ? data.filter() : new BsonDocument("_id", data.id()));
            case 2 -> update(model, servers, data.filter(), data.safeUpdate(), false);
            default -> update(model, servers, new BsonDocument("_id", data.id()), data.anyUpdate(), data.oneIn(4));
        }
    }

    private void update(
            NaiveCollection model, List<Wire> servers, BsonDocument filter, BsonDocument update, boolean upsert) {
        var expected = Wire.outcome(() -> model.update(filter, update, upsert));
        servers.forEach(server -> assertThat(server.update(filter, update, upsert))
                .as("update %s %s in %s, %s", filter.toJson(), update.toJson(), server.name(), at)
                .isEqualTo(expected));
    }

    private void delete(NaiveCollection model, List<Wire> servers, BsonDocument filter) {
        var expected = model.delete(filter);
        servers.forEach(server -> assertThat(server.delete(filter))
                .as("delete %s from %s, %s", filter.toJson(), server.name(), at)
                .isEqualTo(expected));
    }

    private void ask(NaiveCollection model, List<Wire> servers, RandomData data) {
        var filter = data.filter();
        var sort = data.sort();
        int skip = data.oneIn(3) ? data.below(5) : 0;
        int limit = data.below(10);
        var path = data.path();
        var expected = Wire.texts(model.find(filter));
        for (var server : servers) {
            var what = filter.toJson() + " in " + server.name() + ", " + at;
            assertThat(Wire.texts(server.find(filter))).as(what).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(Wire.texts(server.find(filter, sort, skip, limit)))
                    .as("sort %s skip %d limit %d of %s", sort.toJson(), skip, limit, what)
                    .isEqualTo(Wire.texts(model.find(filter, sort, skip, limit)));
            askForSums(model, server, filter, path, what);
        }
    }

    private static void askForSums(NaiveCollection model, Wire server, BsonDocument filter, String path, String what) {
        assertThat(server.collection().countDocuments(filter))
                .as("count %s", what)
                .isEqualTo(model.find(filter).size());
        assertThat(server.distinct(path, filter))
                .as("distinct %s of %s", path, what)
                .usingElementComparator(NaiveValues.COMPARISON)
                .containsExactlyInAnyOrderElementsOf(model.distinct(path, filter));
        assertThat(server.grouped("a", filter)).as("groups of %s", what).isEqualTo(model.grouped("a", filter));
    }

    @Test
    void the_model_knows_what_the_manual_shows() {
        var five = BsonDocument.parse("{a: {$gt: 5, $lt: 9}}");
        assertThat(NaiveFilter.matches(BsonDocument.parse("{a: [3, 20]}"), five))
                .isTrue();
        assertThat(NaiveFilter.matches(BsonDocument.parse("{a: 20}"), five)).isFalse();
        assertThat(Stream.of("{}", "{a: null}", "{a: [1, null]}").map(BsonDocument::parse))
                .allMatch(document -> NaiveFilter.matches(document, BsonDocument.parse("{a: null}")));
        assertThat(new NaiveOrder(BsonDocument.parse("{a: 1}"))
                        .compare(BsonDocument.parse("{a: []}"), BsonDocument.parse("{}")))
                .isNegative();
    }
}
