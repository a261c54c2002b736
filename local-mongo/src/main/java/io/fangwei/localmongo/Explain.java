package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.NoSuchCommandException;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Runs a query to its end and tells how, in MongoDB's shape. */
final class Explain {

    private final Database database;

    Explain(Database database) {
        this.database = database;
    }

    Document explain(Document command) {
        var name = command.keySet().iterator().next();
        var collection = (String) command.get(name);
        long returned = run(name, command);
        var examined = database.reader().examined();
        var plan = examined.plan();
        return Answers.ok("explainVersion", "1")
                .append(
                        "queryPlanner",
                        new Document("namespace", database.namespace(collection))
                                .append("winningPlan", plan == null ? new Document("stage", "EOF") : stages(plan))
                                .append("rejectedPlans", List.of()))
                .append(
                        "executionStats",
                        new Document("executionSuccess", true)
                                .append("nReturned", Math.toIntExact(returned))
                                .append("totalKeysExamined", Math.toIntExact(examined.keys()))
                                .append("totalDocsExamined", Math.toIntExact(examined.documents())));
    }

    private long run(String name, Document command) {
        var reads = new Reads(database);
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "find" -> length(reads.find(command));
            case "aggregate" -> length(reads.aggregate(command));
            case "count" -> ((Number) reads.count(command).get("n")).longValue();
            case "distinct" -> ((Collection<?>) reads.distinct(command).get("values")).size();
            case "update" -> ofFirst(name, command, "updates", "multi");
            case "delete" -> ofFirst(name, command, "deletes", "limit");
            case "findandmodify" ->
                length(documents((String) command.get(name))
                        .find(new Query(
                                (Document) command.getOrDefault("query", new Document()),
                                (Document) command.get("sort"),
                                0,
                                1,
                                null)));
            default -> throw new NoSuchCommandException("explain of " + name);
        };
    }

    private long ofFirst(String name, Document command, String list, String scope) {
        var change = (Document) ((Collection<?>) command.get(list)).iterator().next();
        boolean all = Boolean.TRUE.equals(change.get(scope)) || Objects.equals(change.get(scope), 0);
        return length(documents((String) command.get(name))
                .find(new Query((Document) change.get("q"), null, 0, all ? 0 : 1, null)));
    }

    private Documents documents(String collection) {
        return Objects.requireNonNull(database.documents(collection), "no collection " + collection);
    }

    private static long length(Iterator<Row> rows) {
        long length = 0;
        for (; rows.hasNext(); rows.next()) {
            length++;
        }
        return length;
    }

    private static Document stages(Plan plan) {
        var access = plan.isScanOfAll()
                ? new Document("stage", "COLLSCAN").append("direction", direction(plan))
                : new Document("stage", "FETCH").append("inputStage", scans(plan));
        return plan.ordered() ? access : new Document("stage", "SORT").append("inputStage", access);
    }

    private static Document scans(Plan plan) {
        var scans = plan.indexes().stream()
                .map(index -> new Document("stage", "IXSCAN")
                        .append("indexName", index.name())
                        .append("keyPattern", index.keyPattern())
                        .append("isMultiKey", index.multikey())
                        .append("direction", direction(plan)))
                .toList();
        return scans.size() == 1 ? scans.get(0) : new Document("stage", "OR").append("inputStages", scans);
    }

    private static String direction(Plan plan) {
        return plan.backwards() ? "backward" : "forward";
    }
}
