package io.fangwei.localmongo.stages;

import de.bwaldvogel.mongo.bson.Document;
import io.fangwei.localmongo.expressions.Expression;
import io.fangwei.localmongo.expressions.ExpressionReader;
import io.fangwei.localmongo.expressions.Scope;
import io.fangwei.localmongo.matching.Filter;
import io.fangwei.localmongo.values.Numbers;
import io.fangwei.localmongo.values.Refusals;
import io.fangwei.localmongo.values.Size;
import io.fangwei.localmongo.values.SortOrder;
import io.fangwei.localmongo.values.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A pipeline that has been read. */
public final class Pipeline implements Stage {

    private static final int MOST_STAGES = 1000;
    private static final Set<String> ONLY_FIRST = Set.of(
            "$changeStream",
            "$collStats",
            "$currentOp",
            "$documents",
            "$geoNear",
            "$indexStats",
            "$listLocalSessions",
            "$listSessions",
            "$planCacheStats",
            "$search",
            "$searchMeta",
            "$vectorSearch");
    private static final Set<String> NOT_HERE = Set.of(
            "$bucketAuto",
            "$setWindowFields",
            "$densify",
            "$fill",
            "$listSampledQueries",
            "$shardedDataDistribution",
            "$querySettings");

    private final List<Stage> stages = new ArrayList<>();
    private final Surroundings surroundings;
    private final Scope scope;

    /** Reads the stages. */
    public Pipeline(List<Document> stages, Surroundings surroundings, Scope scope) {
        this.surroundings = surroundings;
        this.scope = scope;
        for (int i = 0; i < stages.size(); i++) {
            var name = name(stages.get(i));
            if ((name.equals("$out") || name.equals("$merge")) && i < stages.size() - 1) {
                throw Refusals.location(40601, name + " can only be the final stage in the pipeline");
            }
            this.stages.add(
                    name.equals("$sort")
                            ? sort(stages.get(i).get(name), taken(stages.subList(i + 1, stages.size())))
                            : read(name, stages.get(i).get(name), stages.get(i)));
        }
    }

    /** The stages of what a client has sent as a pipeline. */
    public static List<Document> stages(@Nullable Object pipeline) {
        if (!(pipeline instanceof List<?> given)) {
            throw Refusals.typeMismatch("'pipeline' option must be specified as an array");
        }
        if (given.size() > MOST_STAGES) {
            throw Refusals.location(7749501, "Pipeline length must be no longer than " + MOST_STAGES + " stages");
        }
        var stages = new ArrayList<Document>(given.size());
        for (Object stage : given) {
            if (!(stage instanceof Document document)) {
                throw Refusals.typeMismatch("Each element of the 'pipeline' array must be an object");
            }
            name(document);
            stages.add(document);
        }
        return stages;
    }

    /** The name of a stage. */
    public static String name(Document stage) {
        if (stage.size() != 1) {
            throw Refusals.location(40323, "A pipeline stage specification object must contain exactly one field.");
        }
        return stage.keySet().iterator().next();
    }

    @Override
    public Stream<Document> apply(Stream<Document> documents) {
        var at = documents;
        for (Stage stage : stages) {
            at = stage.apply(at.peek(any -> surroundings.allowance().refuseIfOver()));
        }
        return at;
    }

    private Stage read(String name, @Nullable Object operand, Document stage) {
        return switch (name) {
            case "$match" -> match(operand);
            case "$project" -> projection(operand);
            case "$addFields", "$set" -> new Additions(name, operand, scope);
            case "$unset" -> removal(operand);
            case "$replaceRoot" -> replacement(newRoot(operand), "'newRoot'");
            case "$replaceWith" -> replacement(operand, "'replacement document'");
            case "$group" -> new Grouping(operand, scope, surroundings.allowance());
            case "$count" -> count(operand);
            case "$sortByCount" -> sortByCount(operand);
            case "$skip" -> skip(operand);
            case "$limit" -> limit(operand);
            case "$unwind" -> new Unwinding(operand);
            case "$sample" -> sample(operand);
            default -> readLarge(name, operand, stage);
        };
    }

    private Stage readLarge(String name, @Nullable Object operand, Document stage) {
        return switch (name) {
            case "$lookup" -> new Lookup(operand, surroundings, scope);
            case "$graphLookup" -> new GraphLookup(operand, surroundings, scope);
            case "$unionWith" -> union(operand);
            case "$facet" -> facets(operand);
            case "$bucket" -> new Pipeline(Buckets.stages(operand, scope), surroundings, scope);
            case "$redact" -> new Redaction(operand, scope);
            case "$out", "$merge" -> surroundings.output(stage, scope);
            default -> throw unknown(name);
        };
    }

    /** Whether a stage may only be the first, where it reads something else than documents. */
    public static boolean isOnlyFirst(String name) {
        return ONLY_FIRST.contains(name);
    }

    private static RuntimeException unknown(String name) {
        if (NOT_HERE.contains(name)) {
            return Refusals.notImplemented("this server knows no stage " + name);
        } else if (ONLY_FIRST.contains(name)) {
            return Refusals.location(40602, name + " is only valid as the first stage in a pipeline");
        }
        return Refusals.location(40324, "Unrecognized pipeline stage name: '" + name + "'");
    }

    private Stage match(@Nullable Object operand) {
        if (!(operand instanceof Document query)) {
            throw Refusals.location(15959, "the match filter must be an expression in an object");
        }
        var filter = Filter.of(query, scope.order(), scope);
        return documents -> documents.filter(filter::matches);
    }

    private Stage projection(@Nullable Object operand) {
        if (!(operand instanceof Document specification)) {
            throw Refusals.location(15969, "$project specification must be an object");
        }
        var projection = new Projection(specification, scope);
        return documents -> documents.map(projection::of);
    }

    private Stage removal(@Nullable Object operand) {
        var paths = operand instanceof List<?> several ? several : Collections.singletonList(operand);
        if (paths.isEmpty()) {
            throw Refusals.location(31119, "$unset specification must be a string or an array with at least one field");
        }
        var specification = new Document();
        for (Object path : paths) {
            if (!(path instanceof String text)) {
                throw Refusals.location(
                        31120, "$unset specification must be a string or an array containing only string values");
            }
            specification.put(Fields.checked(text), 0);
        }
        var projection = new Projection(specification, scope);
        return documents -> documents.map(projection::of);
    }

    private static @Nullable Object newRoot(@Nullable Object operand) {
        if (!(operand instanceof Document document)) {
            throw Refusals.location(
                    40229, "expected an object as specification for $replaceRoot stage, got " + Types.alias(operand));
        }
        document.keySet().forEach(name -> {
            if (!name.equals("newRoot")) {
                throw Refusals.location(40415, "BSON field '$replaceRoot." + name + "' is an unknown field.");
            }
        });
        if (!document.containsKey("newRoot")) {
            throw Refusals.location(40414, "BSON field '$replaceRoot.newRoot' is missing but a required field");
        }
        return document.get("newRoot");
    }

    private Stage replacement(@Nullable Object operand, String name) {
        Expression root = new ExpressionReader(scope.names()).read(operand);
        return documents -> documents.map(document -> {
            var value = root.evaluate(scope.of(document));
            if (value instanceof Document replaced) {
                return replaced;
            }
            throw Refusals.location(
                    40228,
                    name + " expression must evaluate to an object, but resulting value was of type: "
                            + Types.alias(value));
        });
    }

    private Stage count(@Nullable Object operand) {
        if (!(operand instanceof String name) || name.isEmpty() || name.startsWith("$") || name.contains(".")) {
            throw Refusals.location(40156, "the count field must be a non-empty string without '$' and '.'");
        }
        if (name.indexOf('\0') >= 0) {
            throw Refusals.location(40159, "the count field cannot contain a null byte");
        }
        return documents -> {
            long count = documents.count();
            return count == 0 ? Stream.empty() : Stream.of(new Document(name, narrow(count)));
        };
    }

    private static Number narrow(long count) {
        return Numbers.add(0, count).longValue() <= Integer.MAX_VALUE ? (Number) (int) count : (Number) count;
    }

    private Stage sortByCount(@Nullable Object operand) {
        boolean expression = operand instanceof String text && text.startsWith("$") || operand instanceof Document;
        if (!expression) {
            throw Refusals.location(
                    40148,
                    "the sortByCount field must be defined as a $-prefixed path or an expression inside an object");
        }
        return new Pipeline(
                List.of(
                        new Document("$group", new Document("_id", operand).append("count", new Document("$sum", 1))),
                        new Document("$sort", new Document("count", -1))),
                surroundings,
                scope);
    }

    /** How many of a sorted stream the stages behind take at most; 0 if they take all. */
    public static long taken(List<Document> behind) {
        long skipped = 0;
        for (Document stage : behind) {
            if (stage.get("$skip") instanceof Number more && Numbers.isIntegral(more) && Numbers.toLong(more) >= 0) {
                skipped += Numbers.toLong(more);
            } else if (stage.get("$limit") instanceof Number most && Numbers.isIntegral(most)) {
                return Math.max(0, skipped + Numbers.toLong(most));
            } else {
                return 0;
            }
        }
        return 0;
    }

    private Stage sort(@Nullable Object operand, long taken) {
        if (!(operand instanceof Document specification)) {
            throw Refusals.location(15973, "the $sort key specification must be an object");
        }
        if (specification.isEmpty()) {
            throw Refusals.location(15976, "$sort stage must have at least one sort key");
        }
        if (scope.order().collation() != null) {
            scope.order().collation().refuseToOrder();
        }
        var sorting =
                new Sorting<Document>(SortOrder.of(specification, scope.order()), Size::of, surroundings.allowance());
        return documents -> taken > 0 ? sorting.first(taken, documents) : sorting.all(documents);
    }

    private static Stage skip(@Nullable Object operand) {
        long count = whole(operand, "$skip");
        if (count < 0) {
            throw Refusals.location(
                    5107200, "invalid argument to $skip stage: Expected a non-negative number in: $skip: " + operand);
        }
        return documents -> documents.skip(count);
    }

    private static Stage limit(@Nullable Object operand) {
        long count = whole(operand, "$limit");
        if (count <= 0) {
            throw Refusals.location(15958, "the limit must be positive");
        }
        return documents -> documents.limit(count);
    }

    private static long whole(@Nullable Object operand, String name) {
        if (operand instanceof Number number && Numbers.isIntegral(number)) {
            return Numbers.toLong(number);
        }
        throw Refusals.location(
                name.equals("$limit") ? 5107201 : 5107200,
                "invalid argument to " + name + " stage: Expected a number in: " + name + ": " + operand);
    }

    private Stage sample(@Nullable Object operand) {
        if (!(operand instanceof Document document)) {
            throw Refusals.location(28745, "the $sample stage specification must be an object");
        }
        if (!(document.get("size") instanceof Number size)) {
            throw Refusals.location(28746, "size argument to $sample must be a number");
        }
        if (Numbers.toLong(size) <= 0) {
            throw Refusals.location(28747, "size argument to $sample must be positive");
        }
        var sorting = new Sorting<Map.Entry<Double, Document>>(
                Map.Entry.comparingByKey(), drawn -> Size.of(drawn.getValue()), surroundings.allowance());
        return documents -> sorting.first(
                        Numbers.toLong(size),
                        documents.map(
                                drawn -> Map.entry(ThreadLocalRandom.current().nextDouble(), drawn)))
                .map(Map.Entry::getValue);
    }

    private Stage union(@Nullable Object operand) {
        var document = operand instanceof String name ? new Document("coll", name) : operand;
        if (!(document instanceof Document specification)) {
            throw Refusals.failedToParse("the $unionWith stage specification must be an object or string, but found "
                    + Types.alias(operand));
        }
        if (!(specification.get("coll") instanceof String collection)) {
            throw Refusals.notImplemented("this server knows $unionWith with a collection only");
        }
        var inner = specification.containsKey("pipeline") ? stages(specification.get("pipeline")) : List.<Document>of();
        return documents -> Flat.of(
                Stream.<Supplier<Stream<Document>>>of(
                        () -> documents, () -> surroundings.aggregate(collection, inner, scope)),
                each -> each.get().iterator());
    }

    private Stage facets(@Nullable Object operand) {
        if (!(operand instanceof Document document) || document.isEmpty()) {
            throw Refusals.location(40169, "the $facet specification must be a non-empty object");
        }
        var facets = new LinkedHashMap<String, Pipeline>();
        document.forEach((name, given) -> {
            if (!(given instanceof List)) {
                throw Refusals.location(
                        40170, "arguments to $facet must be arrays, " + name + " is type " + Types.alias(given));
            }
            var stages = stages(given);
            stages.forEach(stage -> {
                if (Set.of("$facet", "$out", "$merge", "$geoNear", "$indexStats", "$collStats")
                        .contains(name(stage))) {
                    throw Refusals.location(40600, name(stage) + " is not allowed to be used within a $facet stage");
                }
            });
            facets.put(name, new Pipeline(stages, surroundings, scope));
        });
        return documents -> {
            var all = held("$facet").all(documents);
            var found = held("$facet");
            var result = new Document();
            facets.forEach((name, facet) -> result.put(name, found.all(facet.apply(all.stream()))));
            return Stream.of(result);
        };
    }

    private Held held(String stage) {
        return Held.onlyInMemory(stage, surroundings.allowance().mostHeld());
    }
}
