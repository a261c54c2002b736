package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.fangwei.localmongo.expressions.ExpressionReader;
import io.fangwei.localmongo.expressions.Scope;
import io.fangwei.localmongo.stages.Allowance;
import io.fangwei.localmongo.stages.Pipeline;
import io.fangwei.localmongo.stages.Stage;
import io.fangwei.localmongo.stages.Surroundings;
import io.fangwei.localmongo.values.Refusals;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The aggregate command: the leading stages of a pipeline are a query, which may use the indexes. */
final class Aggregations implements Surroundings {

    private final Database database;
    private final Terms terms;

    Aggregations(Database database, Terms terms) {
        this.database = database;
        this.terms = terms;
    }

    Iterator<Row> aggregate(Document command) {
        var stages = Pipeline.stages(command.get("pipeline"));
        return documents(command, stages).map(Row::of).iterator();
    }

    private Stream<Document> documents(Document command, List<Document> stages) {
        var first = stages.isEmpty() ? "" : Pipeline.name(stages.get(0));
        if (first.equals("$changeStream")) {
            throw Refusals.location(40573, "The $changeStream stage is only supported on replica sets");
        }
        if (!(command.get("aggregate") instanceof String)) {
            return ofDatabase(stages, first);
        }
        var collection = Arguments.collection(command);
        refuseOfDatabase(first);
        if (first.equals("$collStats")) {
            var described = database.reader().catalogue().collection(database.namespace(collection));
            if (described == null) {
                throw Answers.namespaceNotFound("Collection [" + database.namespace(collection) + "] not found.");
            }
            return rest(stages).apply(Stream.of(statistics(stages.get(0), collection, described)));
        } else if (Pipeline.isOnlyFirst(first)) {
            throw Refusals.notImplemented("this server knows no stage " + first);
        }
        return run(collection, stages, terms);
    }

    private Pipeline rest(List<Document> stages) {
        return new Pipeline(stages.subList(1, stages.size()), this, terms.scope());
    }

    private static void refuseOfDatabase(String first) {
        if (first.equals("$documents") || first.equals("$currentOp") || first.equals("$listLocalSessions")) {
            throw new MongoServerError(73, "InvalidNamespace", "'" + first + "' can only be run with {aggregate: 1}");
        }
    }

    private Stream<Document> ofDatabase(List<Document> stages, String first) {
        if (!first.equals("$documents")) {
            throw notOfDatabase(first);
        }
        var value = new ExpressionReader(terms.scope().names())
                .read(stages.get(0).get(first))
                .evaluate(terms.scope());
        if (!(value instanceof List<?> given)) {
            throw Refusals.location(5858203, "an array is expected for $documents");
        }
        var documents = new ArrayList<Document>();
        for (Object each : given) {
            if (!(each instanceof Document document)) {
                throw Refusals.location(40228, "each element of $documents must be an object");
            }
            documents.add(document);
        }
        return rest(stages).apply(documents.stream());
    }

    private MongoServerError notOfDatabase(String first) {
        if (first.equals("$currentOp") && database.name().equals("admin") || first.equals("$listLocalSessions")) {
            return Refusals.notImplemented("this server knows no stage " + first);
        } else if (first.equals("$currentOp")) {
            return new MongoServerError(
                    73, "InvalidNamespace", "$currentOp must be run against the 'admin' database with {aggregate: 1}");
        }
        return new MongoServerError(
                73, "InvalidNamespace", "{aggregate: 1} is not valid for '" + first + "'; a collection is required.");
    }

    private Document statistics(Document stage, String collection, Catalogue.Described described) {
        var wanted = stage.get("$collStats") instanceof Document document ? document : new Document();
        var result = new Document("ns", database.namespace(collection))
                .append("localTime", terms.scope().now());
        var statistics = new Statistics(database.reader()).ofCollection(database.namespace(collection), described);
        if (wanted.containsKey("count")) {
            result.append("count", statistics.get("count"));
        }
        if (wanted.containsKey("storageStats")) {
            statistics.remove("ns");
            result.append("storageStats", statistics);
        }
        return result;
    }

    private Stream<Document> run(String collection, List<Document> stages, Terms of) {
        var leading = new LeadingQuery(stages, of);
        var rest = new Pipeline(leading.rest(), this, of.scope());
        var documents = database.documents(collection);
        if (documents != null && leading.isCount()) {
            return leading.counted(documents.countMatches(leading.countedQuery()));
        }
        var query = leading.query();
        var found = documents == null
                ? Stream.<Document>empty()
                : Documents.stream(documents.find(query)).map(Row::document);
        return rest.apply(found);
    }

    /** The query by which a pipeline begins; null if the database is asked. */
    @Nullable
    LeadingQuery leading(Document command) {
        return command.get("aggregate") instanceof String
                ? new LeadingQuery(Pipeline.stages(command.get("pipeline")), terms)
                : null;
    }

    @Override
    public Stream<Document> aggregate(String collection, List<Document> pipeline, Scope scope) {
        return run(collection, pipeline, new Terms(scope, null));
    }

    @Override
    public Allowance allowance() {
        return database.reader().examined();
    }

    @Override
    public Stage output(Document stage, Scope scope) {
        return new Outputs(database, scope).read(stage);
    }

    static boolean writes(Document command) {
        var stages = Pipeline.stages(command.get("pipeline"));
        return !stages.isEmpty() && isOutput(Pipeline.name(stages.get(stages.size() - 1)));
    }

    private static boolean isOutput(String stage) {
        return stage.equals("$out") || stage.equals("$merge");
    }
}
