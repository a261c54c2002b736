package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.NoSuchCommandException;
import io.fangwei.localmongo.values.Refusals;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells how a command finds its documents, in MongoDB's shape; nothing is changed. */
final class Explain {

    private static final Set<String> VERBOSITIES = Set.of("queryPlanner", "executionStats", "allPlansExecution");

    private final Database database;
    private final Terms terms;

    Explain(Database database, Terms terms) {
        this.database = database;
        this.terms = terms;
    }

    Document explain(Document explained, @Nullable Object verbosity) {
        if (verbosity != null && !VERBOSITIES.contains(verbosity)) {
            throw Refusals.badValue(
                    "Enumeration value '" + verbosity + "' for field 'explain.verbosity' is not a valid value.");
        }
        var name = explained.keySet().iterator().next();
        KnownFields.check(name.toLowerCase(Locale.ROOT), explained);
        var own = terms.with(explained);
        var run = run(name, explained, own);
        var collection = Arguments.collection(explained);
        var tree = new PlanTree(database.reader().examined()).of(run);
        var answer = new Document("explainVersion", "1").append("queryPlanner", planner(collection, run, tree));
        if (!"queryPlanner".equals(verbosity)) {
            answer.append("executionStats", statistics(run, tree));
        }
        return answer.append("command", explained)
                .append("serverInfo", new Document("version", LocalMongo.VERSION.toVersionString()))
                .append("ok", 1.0);
    }

    private Document planner(String collection, PlanTree.Run run, Document tree) {
        return new Document("namespace", database.namespace(collection))
                .append("indexFilterSet", false)
                .append("parsedQuery", run.query().filter())
                .append("winningPlan", tree)
                .append("rejectedPlans", List.of());
    }

    private Document statistics(PlanTree.Run run, Document tree) {
        var examined = database.reader().examined();
        var stages = new Document(tree).append("nReturned", Answers.count(run.returned()));
        return new Document("executionSuccess", true)
                .append("nReturned", Answers.count(run.returned()))
                .append("executionTimeMillis", 0)
                .append("totalKeysExamined", Answers.count(examined.keys()))
                .append("totalDocsExamined", Answers.count(examined.documents()))
                .append("executionStages", stages);
    }

    private PlanTree.Run run(String name, Document command, Terms own) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "find" -> found("", command, Reads.query(command, own));
            case "aggregate" -> aggregated(command, own);
            case "count" -> counted(command, new Reads(database, own).counted(command));
            case "distinct" -> distinct(command, own);
            case "update" -> found("UPDATE", command, new Writes(database, own).updated(first(command, "updates")));
            case "delete" -> found("DELETE", command, new Writes(database, own).deleted(first(command, "deletes")));
            case "findandmodify" ->
                found(
                        Arguments.flag(command, "remove") ? "DELETE" : "UPDATE",
                        command,
                        new Writes(database, own).found(command));
            default -> throw new NoSuchCommandException(name);
        };
    }

    private static Document first(Document command, String list) {
        var statements = Arguments.documents(command, list);
        if (statements.size() != 1) {
            throw new MongoServerError(16, "InvalidLength", "explained write batches must be of size 1");
        }
        return statements.get(0);
    }

    private PlanTree.Run found(String stage, Document command, Query query) {
        var documents = database.documents(Arguments.collection(command));
        long returned = 0;
        if (documents != null) {
            for (var rows = documents.find(query); rows.hasNext(); rows.next()) {
                returned++;
            }
        }
        return new PlanTree.Run(stage, query, stage.isEmpty() ? returned : 0);
    }

    private PlanTree.Run counted(Document command, Query query) {
        var documents = database.documents(Arguments.collection(command));
        if (documents != null) {
            documents.countMatches(query);
        }
        return new PlanTree.Run("COUNT", query, 0);
    }

    private PlanTree.Run distinct(Document command, Terms own) {
        var values = (List<?>) new Reads(database, own).distinct(command).get("values");
        var query = new Query(Arguments.document(command, "query"), null, 0, 0, null, own);
        return new PlanTree.Run("DISTINCT", query, values.size());
    }

    private PlanTree.Run aggregated(Document command, Terms own) {
        var aggregations = new Aggregations(database, own);
        var leading = aggregations.leading(command);
        if (leading == null) {
            throw Refusals.notImplemented("this server explains pipelines over a collection only");
        }
        long returned = 0;
        if (Aggregations.writes(command)) {
            found("", command, leading.query());
        } else {
            for (var rows = aggregations.aggregate(command); rows.hasNext(); rows.next()) {
                returned++;
            }
        }
        return new PlanTree.Run(leading.isCount() ? "COUNT" : "", leading.query(), returned);
    }
}
