package io.fangwei.localmongo.stages;

import de.bwaldvogel.mongo.bson.Document;
import io.fangwei.localmongo.expressions.Scope;
import io.fangwei.localmongo.values.Refusals;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code $bucket}, written as the {@code $switch}, {@code $group} and {@code $sort} that it stands for. */
final class Buckets {

    private Buckets() {}

    static List<Document> stages(@Nullable Object specification, Scope scope) {
        if (!(specification instanceof Document document)) {
            throw Refusals.location(40201, "Argument to $bucket stage must be an object");
        }
        if (!document.containsKey("groupBy")
                || !(document.get("boundaries") instanceof List<?> boundaries)
                || boundaries.size() < 2) {
            throw Refusals.location(40198, "$bucket requires 'groupBy' and at least two 'boundaries' to be specified.");
        }
        var branches = new ArrayList<Document>();
        boolean isExpression = document.get("groupBy") instanceof String path && path.startsWith("$")
                || document.get("groupBy") instanceof Document;
        if (!isExpression) {
            throw Refusals.location(
                    40202, "The $bucket 'groupBy' field must be defined as a $-prefixed path or an expression object");
        }
        if (boundaries.contains(null)) {
            throw Refusals.location(
                    40191, "The 'boundaries' option to $bucket must hold constants that can be compared");
        }
        for (int i = 0; i + 1 < boundaries.size(); i++) {
            if (scope.order().compare(boundaries.get(i), boundaries.get(i + 1)) >= 0) {
                throw Refusals.location(40194, "The 'boundaries' option to $bucket must be sorted");
            }
            branches.add(new Document(
                            "case",
                            new Document(
                                    "$and",
                                    List.of(
                                            new Document(
                                                    "$gte",
                                                    List.of(document.get("groupBy"), literal(boundaries.get(i)))),
                                            new Document(
                                                    "$lt",
                                                    List.of(document.get("groupBy"), literal(boundaries.get(i + 1)))))))
                    .append("then", literal(boundaries.get(i))));
        }
        var choice = new Document("branches", branches);
        if (document.containsKey("default")) {
            choice.append("default", literal(document.get("default")));
        }
        var group = new Document("_id", new Document("$switch", choice));
        group.putAll(
                document.get("output") instanceof Document output
                        ? output
                        : new Document("count", new Document("$sum", 1)));
        return List.of(new Document("$group", group), new Document("$sort", new Document("_id", 1)));
    }

    private static Document literal(@Nullable Object value) {
        return new Document("$literal", value);
    }
}
