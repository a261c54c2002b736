package io.fangwei.kernel.testing;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonDocument;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/** The queries that a service sends to its database while somebody looks, and what the database says of their plans. */
public final class SeenQueries implements CommandListener {

    private static final Set<String> QUERIES = Set.of("find", "aggregate", "count", "distinct");
    private static final Set<String> OF_THE_SESSION =
            Set.of("$db", "lsid", "$clusterTime", "$readPreference", "txnNumber", "readConcern");

    private final List<BsonDocument> seen = new CopyOnWriteArrayList<>();
    private volatile boolean looking;

    @Override
    public void commandStarted(CommandStartedEvent command) {
        if (looking && QUERIES.contains(command.getCommandName())) {
            seen.add(BsonDocument.parse(command.getCommand().toJson()));
        }
    }

    public void look() {
        seen.clear();
        looking = true;
    }

    /** What became of every query since {@link #look}: the answers of {@code explain}. */
    public List<Document> explained(MongoOperations mongo) {
        looking = false;
        return seen.stream()
                .map(query -> mongo.executeCommand(
                        new Document("explain", ofItself(query)).append("verbosity", "executionStats")))
                .toList();
    }

    private static BsonDocument ofItself(BsonDocument query) {
        var rest = query.clone();
        OF_THE_SESSION.forEach(rest::remove);
        return rest;
    }
}
