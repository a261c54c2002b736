package io.fangwei.localmongo.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.fangwei.localmongo.conformance.ConformanceCase.Stage;
import java.util.List;
import java.util.Objects;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Asks one server the cases of the suite, one after the other, and sets up what each of them needs. */
final class Questioning implements AutoCloseable {

    private final Server server;
    private @Nullable MongoDatabase database;
    private @Nullable Stage prepared;

    Questioning(Server server) {
        this.server = server;
    }

    void ask(ConformanceCase asked) {
        var at = prepare(asked.stage());
        try {
            var answers = new Answers(asked, at, content(at));
            answers.check(asked.commands());
        } catch (AssertionError different) {
            throw new AssertionError(asked.title() + " (" + asked.page() + ")\n" + different.getMessage(), different);
        } finally {
            if (!asked.onlyLooks()) {
                close();
            }
        }
    }

    private MongoDatabase prepare(Stage stage) {
        if (!stage.equals(prepared)) {
            close();
            database = server.freshDatabase();
            insert("c", stage.documents());
            insert("other", stage.other());
            createIndexes(stage.indexes());
            prepared = stage;
        }
        return Objects.requireNonNull(database);
    }

    private void insert(String collection, List<BsonDocument> documents) {
        if (!documents.isEmpty()) {
            succeed(new BsonDocument("insert", new BsonString(collection))
                    .append("documents", new BsonArray(documents)));
        }
    }

    private void createIndexes(List<BsonDocument> indexes) {
        if (!indexes.isEmpty()) {
            var named = indexes.stream().map(Questioning::named).toList();
            succeed(new BsonDocument("createIndexes", new BsonString("c")).append("indexes", new BsonArray(named)));
        }
    }

    private static BsonDocument named(BsonDocument index) {
        var named = index.clone();
        if (!named.containsKey("name")) {
            named.append("name", new BsonString("further"));
        }
        return named;
    }

    private void succeed(BsonDocument command) {
        var reply = Server.ask(Objects.requireNonNull(database), command);
        assertThat(reply.getNumber("ok").intValue()).as(reply.toJson()).isEqualTo(1);
        assertThat(reply).doesNotContainKey("writeErrors");
    }

    static List<BsonDocument> content(MongoDatabase database) {
        return Answers.all(
                database,
                BsonDocument.parse("{find: 'c', filter: {}, sort: {_id: 1}}"),
                new java.util.ArrayList<BsonValue>());
    }

    @Override
    public void close() {
        if (database != null) {
            database.drop();
        }
        database = null;
        prepared = null;
    }
}
