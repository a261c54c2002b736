package io.fangwei.localmongo.stages;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import io.fangwei.localmongo.expressions.Expression;
import io.fangwei.localmongo.expressions.ExpressionReader;
import io.fangwei.localmongo.expressions.Scope;
import io.fangwei.localmongo.values.Refusals;
import io.fangwei.localmongo.values.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code $lookup}: what belongs to a document in another collection. */
final class Lookup implements Stage {

    private static final Set<String> ARGUMENTS = Set.of("from", "as", "localField", "foreignField", "let", "pipeline");

    private final Surroundings surroundings;
    private final Scope scope;
    private final String from;
    private final String as;
    private final @Nullable Expression local;
    private final @Nullable String foreign;
    private final Map<String, Expression> variables = new LinkedHashMap<>();
    private final List<Document> pipeline;

    Lookup(@Nullable Object specification, Surroundings surroundings, Scope scope) {
        if (!(specification instanceof Document document)) {
            throw Refusals.failedToParse(
                    "the $lookup stage specification must be an object, but found " + Types.alias(specification));
        }
        document.keySet().forEach(name -> {
            if (!ARGUMENTS.contains(name)) {
                throw Refusals.failedToParse("unknown argument to $lookup: " + name);
            }
        });
        this.surroundings = surroundings;
        this.scope = scope;
        from = text(document, "from");
        as = Fields.checked(text(document, "as"));
        boolean joins = document.containsKey("localField") || document.containsKey("foreignField");
        if (!joins && !document.containsKey("pipeline")) {
            throw Refusals.failedToParse(
                    "$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified");
        }
        var reader = new ExpressionReader(scope.names());
        local = joins ? reader.read("$" + text(document, "localField")) : null;
        foreign = joins ? text(document, "foreignField") : null;
        if (document.get("let") instanceof Document let) {
            let.forEach((name, value) -> variables.put(name, reader.read(value)));
        }
        pipeline = document.containsKey("pipeline") ? Pipeline.stages(document.get("pipeline")) : List.of();
    }

    static String text(Document document, String name) {
        if (!document.containsKey(name)) {
            throw Refusals.failedToParse("missing '" + name + "' option to $lookup stage specification: " + document);
        }
        if (document.get(name) instanceof String text) {
            return text;
        }
        throw Refusals.failedToParse(
                "'" + name + "' option to $lookup must be a string, but was type " + Types.alias(document.get(name)));
    }

    @Override
    public Stream<Document> apply(Stream<Document> documents) {
        return documents.map(document -> {
            var result = document.clone();
            put(result, as, found(document));
            return result;
        });
    }

    private List<Document> found(Document document) {
        var here = scope.of(document);
        var inner = scope;
        for (Map.Entry<String, Expression> variable : variables.entrySet()) {
            inner = inner.with(variable.getKey(), variable.getValue().evaluate(here));
        }
        var all = new ArrayList<Document>();
        if (local != null) {
            all.add(new Document("$match", matching(foreign, local.evaluate(here))));
        }
        all.addAll(pipeline);
        var held = new Held(
                surroundings.allowance().mostHeld(),
                most -> Refusals.location(
                        4568, "Total size of documents in " + from + " matching pipeline exceeds " + most + " bytes"));
        return held.all(surroundings.aggregate(from, all, inner));
    }

    /** An element of an array matches as well; nothing matches nothing. */
    static Document matching(String field, @Nullable Object value) {
        if (value instanceof List<?> values) {
            return new Document(field, new Document("$in", new ArrayList<>(values)));
        }
        Object wanted = value instanceof Missing ? null : value;
        return new Document(field, new Document("$in", Collections.singletonList(wanted)));
    }

    static void put(Document document, String path, Object value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            document.put(path, value);
            return;
        }
        var step = path.substring(0, dot);
        var inner = document.get(step) instanceof Document before ? before.clone() : new Document();
        put(inner, path.substring(dot + 1), value);
        document.put(step, inner);
    }
}
