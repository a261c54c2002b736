package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.fangwei.localmongo.values.Collation;
import io.fangwei.localmongo.values.Refusals;
import java.util.List;

/** The commands that create, rename and drop collections. */
final class Definitions {

    private static final List<String> REFUSED = List.of(
            "capped",
            "size",
            "max",
            "validator",
            "timeseries",
            "viewOn",
            "pipeline",
            "expireAfterSeconds",
            "clusteredIndex",
            "changeStreamPreAndPostImages",
            "encryptedFields");

    private final Database database;

    Definitions(Database database) {
        this.database = database;
    }

    Document create(Document command) {
        for (String option : REFUSED) {
            if (command.containsKey(option) && !Boolean.FALSE.equals(command.get(option))) {
                throw invalid("this server knows no collection with " + option);
            }
        }
        if (Collation.of(command.get("collation")) != null) {
            throw invalid("this server knows no collection with a collation of its own");
        }
        database.createNew(Arguments.collection(command));
        return Answers.ok();
    }

    private static MongoServerError invalid(String message) {
        return new MongoServerError(72, "InvalidOptions", message);
    }

    Document drop(Document command) {
        var collection = Arguments.collection(command);
        if (!database.drop(collection)) {
            throw Answers.namespaceNotFound("ns not found");
        }
        return Answers.ok("ns", database.namespace(collection));
    }

    Document dropDatabase() {
        boolean any = !database.collections().isEmpty();
        database.dropAll();
        return any ? Answers.ok("dropped", database.name()) : Answers.ok();
    }

    Document rename(Document command) {
        var from = Arguments.text(command, "renameCollection");
        var to = Arguments.text(command, "to");
        if (from.equals(to)) {
            throw new MongoServerError(20, "IllegalOperation", "Can't rename a collection to itself");
        } else if (from.indexOf('.') < 1) {
            throw Refusals.badValue("Invalid namespace specified '" + from + "'");
        }
        database.rename(from, to, Arguments.flag(command, "dropTarget"));
        return Answers.ok();
    }
}
