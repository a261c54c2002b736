package io.fangwei.localmongo.stages;

import de.bwaldvogel.mongo.bson.Document;
import io.fangwei.localmongo.expressions.Expression;
import io.fangwei.localmongo.expressions.ExpressionReader;
import io.fangwei.localmongo.expressions.Scope;
import io.fangwei.localmongo.values.Numbers;
import io.fangwei.localmongo.values.Refusals;
import io.fangwei.localmongo.values.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code $graphLookup}: what can be reached from a document, step by step. */
final class GraphLookup implements Stage {

    private final Surroundings surroundings;
    private final Scope scope;
    private final String from;
    private final String as;
    private final Expression start;
    private final Expression next;
    private final String to;
    private final long depth;
    private final @Nullable String depthField;
    private final Document restriction;

    GraphLookup(@Nullable Object specification, Surroundings surroundings, Scope scope) {
        if (!(specification instanceof Document document)) {
            throw Refusals.failedToParse("the $graphLookup stage specification must be an object");
        }
        if (!document.containsKey("startWith")) {
            throw Refusals.location(
                    40105,
                    "$graphLookup requires 'from', 'as', 'startWith', 'connectFromField', and 'connectToField' to be specified.");
        }
        this.surroundings = surroundings;
        this.scope = scope;
        var reader = new ExpressionReader(scope.names());
        from = Lookup.text(document, "from");
        as = Fields.checked(Lookup.text(document, "as"));
        start = reader.read(document.get("startWith"));
        next = reader.read("$" + Lookup.text(document, "connectFromField"));
        to = Lookup.text(document, "connectToField");
        depth = document.containsKey("maxDepth") ? depth(document.get("maxDepth")) : Long.MAX_VALUE;
        depthField = document.containsKey("depthField") ? Fields.checked(Lookup.text(document, "depthField")) : null;
        restriction = restriction(document);
    }

    private static long depth(@Nullable Object given) {
        if (!(given instanceof Number most)) {
            throw Refusals.location(40100, "maxDepth requires numeric argument, found type: " + Types.alias(given));
        }
        if (Numbers.toLong(most) < 0) {
            throw Refusals.location(40101, "maxDepth requires a nonnegative argument, found: " + given);
        } else if (!Numbers.isIntegral(most)) {
            throw Refusals.location(40102, "maxDepth could not be represented as a long long: " + given);
        }
        return Numbers.toLong(most);
    }

    private static Document restriction(Document document) {
        if (!document.containsKey("restrictSearchWithMatch")) {
            return new Document();
        }
        if (document.get("restrictSearchWithMatch") instanceof Document match) {
            return match;
        }
        throw Refusals.location(
                40185,
                "restrictSearchWithMatch must be an object, found "
                        + Types.alias(document.get("restrictSearchWithMatch")));
    }

    @Override
    public Stream<Document> apply(Stream<Document> documents) {
        return documents.map(document -> {
            var result = document.clone();
            Lookup.put(result, as, reached(document));
            return result;
        });
    }

    private List<Document> reached(Document document) {
        var found = new TreeMap<@Nullable Object, Document>(scope.order());
        var held = new Held(
                surroundings.allowance().mostHeld(),
                most -> Refusals.location(
                        40099, "$graphLookup reached maximum memory consumption of " + most + " bytes"));
        var asked = new TreeSet<@Nullable Object>(scope.order());
        var frontier = values(start.evaluate(scope.of(document)));
        for (long step = 0; step <= depth && !frontier.isEmpty(); step++) {
            frontier.removeIf(value -> !asked.add(value));
            var match = new Document("$and", List.of(Lookup.matching(to, frontier), restriction));
            var further = new ArrayList<@Nullable Object>();
            for (var each : held.all(surroundings.aggregate(from, List.of(new Document("$match", match)), scope))) {
                if (!found.containsKey(each.get("_id"))) {
                    further.addAll(values(next.evaluate(scope.of(each))));
                    found.put(each.get("_id"), withDepth(each, step));
                }
            }
            frontier = further;
        }
        return new ArrayList<>(found.values());
    }

    private Document withDepth(Document document, long step) {
        return depthField == null ? document : document.clone().append(depthField, step);
    }

    private static List<@Nullable Object> values(@Nullable Object value) {
        if (value instanceof List<?> several) {
            return new ArrayList<>(several);
        }
        var one = new ArrayList<@Nullable Object>();
        if (!Types.isNothing(value)) {
            one.add(value);
        }
        return one;
    }
}
