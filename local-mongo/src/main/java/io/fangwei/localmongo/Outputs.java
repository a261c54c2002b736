package io.fangwei.localmongo;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.fangwei.localmongo.expressions.ExpressionReader;
import io.fangwei.localmongo.expressions.Scope;
import io.fangwei.localmongo.matching.Position;
import io.fangwei.localmongo.stages.Held;
import io.fangwei.localmongo.stages.Stage;
import io.fangwei.localmongo.updates.Update;
import io.fangwei.localmongo.values.Refusals;
import io.fangwei.localmongo.values.Types;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The last stages that write: {@code $out} replaces a collection, {@code $merge} enters into it. */
final class Outputs {

    private record Target(Database database, String collection) {}

    private final Database database;
    private final Scope scope;

    Outputs(Database database, Scope scope) {
        this.database = database;
        this.scope = scope;
    }

    Stage read(Document stage) {
        if (stage.containsKey("$out")) {
            var target = target(stage.get("$out"), "$out");
            return documents -> replace(target, held("$out", documents));
        }
        return merge(stage.get("$merge"));
    }

    private Target target(@Nullable Object given, String stage) {
        if (given instanceof String collection) {
            return new Target(database, collection);
        }
        if (given instanceof Document document && document.get("coll") instanceof String collection) {
            var name = document.get("db") instanceof String other ? other : database.name();
            return new Target(database.sibling(name), collection);
        }
        throw Refusals.location(
                stage.equals("$out") ? 16990 : 51178,
                stage + " only supports a string or object argument, but found " + Types.alias(given));
    }

    /** All before the first is written, or a pipeline could read what it writes. */
    private List<Document> held(String stage, Stream<Document> documents) {
        return Held.onlyInMemory(stage, database.reader().examined().mostHeld()).all(documents);
    }

    private static Stream<Document> replace(Target target, List<Document> documents) {
        var collection = target.database().documentsForWriting(target.collection());
        var ids = collection.rows().map(Row::id).toList();
        ids.forEach(id -> collection.removeDocument(Objects.requireNonNull(collection.document(id))));
        documents.forEach(collection::addDocument);
        return Stream.empty();
    }

    // ---- $merge

    private Stage merge(@Nullable Object given) {
        var options = given instanceof Document document ? document : new Document("into", given);
        options.keySet().forEach(name -> {
            if (!Set.of("into", "on", "let", "whenMatched", "whenNotMatched").contains(name)) {
                throw Refusals.location(40415, "BSON field '$merge." + name + "' is an unknown field.");
            }
        });
        var target = target(options.get("into"), "$merge");
        var on = on(options.get("on"));
        refuseUnlessUnique(target, on);
        var whenMatched = action(options, "whenMatched", "merge");
        var whenNotMatched = action(options, "whenNotMatched", "insert");
        if (!(whenMatched instanceof List)
                && !Set.of("replace", "keepExisting", "merge", "fail").contains(whenMatched)) {
            throw Refusals.badValue(
                    "Enumeration value '" + whenMatched + "' for field 'whenMatched' is not a valid value.");
        } else if (!Set.of("insert", "discard", "fail").contains(whenNotMatched)) {
            throw Refusals.badValue("Enumeration value '" + whenNotMatched
                    + "' for field '$merge.whenNotMatched' is not a valid value.");
        }
        var let = options.get("let") instanceof Document variables ? variables : new Document("new", "$$ROOT");
        return documents -> {
            held("$merge", documents)
                    .forEach(document -> enter(target, on, whenMatched, (String) whenNotMatched, let, document));
            return Stream.empty();
        };
    }

    private static Object action(Document options, String name, String otherwise) {
        var given = options.get(name);
        return given == null ? otherwise : given;
    }

    private static List<String> on(@Nullable Object given) {
        if (given == null) {
            return List.of("_id");
        } else if (given instanceof String one) {
            return List.of(one);
        } else if (given instanceof List<?> several
                && !several.isEmpty()
                && several.stream().allMatch(String.class::isInstance)) {
            return several.stream().map(String.class::cast).toList();
        }
        throw Refusals.location(
                51186,
                "$merge 'on' field must be either a string or an array of strings, but found " + Types.alias(given));
    }

    private static void refuseUnlessUnique(Target target, List<String> on) {
        if (on.equals(List.of("_id"))) {
            return;
        }
        var documents = target.database().documents(target.collection());
        boolean unique = documents != null
                && documents.indexes().stream()
                        .anyMatch(index -> index.unique()
                                && !index.sparse()
                                && index.partial() == null
                                && index.keyPattern().keySet().equals(Set.copyOf(on)));
        if (!unique) {
            throw Refusals.location(51183, "Cannot find index to verify that join fields will be unique");
        }
    }

    private void enter(
            Target target,
            List<String> on,
            Object whenMatched,
            String whenNotMatched,
            Document let,
            Document document) {
        var existing = existing(target, on, document);
        if (existing == null) {
            enterNew(target, whenNotMatched, document);
        } else if (whenMatched.equals("fail")) {
            throw new MongoServerError(
                    11000, "DuplicateKey", "$merge failed to insert: a document with the same " + on + " exists");
        } else if (!whenMatched.equals("keepExisting")) {
            var after = whenMatched instanceof List
                    ? piped(whenMatched, let, existing, document)
                    : merged(whenMatched.equals("replace"), existing, document);
            target.database().documents(target.collection()).change(existing, Update.keepingId(existing, after));
        }
    }

    private static @Nullable Document existing(Target target, List<String> on, Document document) {
        var documents = target.database().documents(target.collection());
        if (documents == null) {
            return null;
        }
        var filter = new Document();
        for (String path : on) {
            Object value = document;
            for (String step : path.split("\\.")) {
                value = value instanceof Document at ? at.getOrMissing(step) : Missing.getInstance();
            }
            if (Types.isNothing(value) && !(path.equals("_id"))) {
                throw Refusals.location(
                        51132, "$merge write error: 'on' field cannot be missing, null, undefined or an array");
            }
            filter.put(path, new Document("$eq", value instanceof Missing ? ObjectIds.next() : value));
        }
        var rows = documents.find(new Query(filter, null, 0, 1, null));
        return rows.hasNext() ? rows.next().document() : null;
    }

    private static void enterNew(Target target, String whenNotMatched, Document document) {
        if (whenNotMatched.equals("insert")) {
            target.database().documentsForWriting(target.collection()).addDocument(document);
        } else if (whenNotMatched.equals("fail")) {
            throw new MongoServerError(
                    13113,
                    "MergeStageNoMatchingDocument",
                    "$merge could not find a matching document in the target collection for at least one document in"
                            + " the source collection");
        }
    }

    private static Document merged(boolean replaces, Document existing, Document document) {
        if (replaces) {
            return document;
        }
        var merged = existing.clone();
        merged.putAll(document);
        return merged;
    }

    private Document piped(Object pipeline, Document let, Document existing, Document document) {
        var inner = scope;
        for (Map.Entry<String, Object> variable : let.entrySet()) {
            var value = new ExpressionReader(scope.names()).read(variable.getValue());
            inner = inner.with(variable.getKey(), value.evaluate(scope.of(document)));
        }
        return Update.of(pipeline, null, inner).apply(existing, new Position(), false);
    }
}
