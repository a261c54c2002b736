package io.fangwei.localmongo.stages;

import de.bwaldvogel.mongo.bson.Document;
import io.fangwei.localmongo.expressions.Expression;
import io.fangwei.localmongo.expressions.ExpressionReader;
import io.fangwei.localmongo.expressions.Scope;
import io.fangwei.localmongo.values.Refusals;
import io.fangwei.localmongo.values.Size;
import io.fangwei.localmongo.values.Types;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code $group}: one document for each value of an expression. */
final class Grouping implements Stage {

    private static final String ID = "_id";
    private static final int OF_AN_ACCUMULATOR = 16;

    private final Expression key;
    private final Map<String, Function<Held, Accumulator>> fields = new LinkedHashMap<>();
    private final Scope scope;
    private final Allowance allowance;

    Grouping(@Nullable Object specification, Scope scope, Allowance allowance) {
        if (!(specification instanceof Document document)) {
            throw Refusals.location(15947, "a group's fields must be specified in an object");
        }
        if (!document.containsKey(ID)) {
            throw Refusals.location(15955, "a group specification must include an _id");
        }
        this.scope = scope;
        this.allowance = allowance;
        key = new ExpressionReader(scope.names()).read(document.get(ID));
        document.forEach((name, accumulator) -> {
            if (name.contains(".")) {
                throw Refusals.location(40235, "The field name '" + name + "' cannot contain '.'");
            } else if (name.startsWith("$")) {
                throw Refusals.location(40236, "The field name '" + name + "' cannot be an operator name");
            } else if (!name.equals(ID)) {
                fields.put(name, Accumulator.read(accumulator, scope));
            }
        });
    }

    @Override
    public Stream<Document> apply(Stream<Document> documents) {
        var held = Held.onlyInMemory("$group", allowance.mostHeld());
        var groups = new TreeMap<@Nullable Object, Map<String, Accumulator>>(scope.order());
        documents.forEachOrdered(document -> {
            var inner = scope.of(document);
            var value = key.evaluate(inner);
            groups.computeIfAbsent(Types.isNothing(value) ? null : value, any -> accumulators(any, held))
                    .values()
                    .forEach(accumulator -> accumulator.add(inner));
        });
        return groups.entrySet().stream().map(group -> {
            var result = new Document(ID, group.getKey());
            group.getValue().forEach((name, accumulator) -> result.put(name, accumulator.result()));
            return result;
        });
    }

    private Map<String, Accumulator> accumulators(@Nullable Object group, Held held) {
        held.add(Size.of(group) + (long) OF_AN_ACCUMULATOR * fields.size());
        var accumulators = new LinkedHashMap<String, Accumulator>();
        fields.forEach((name, accumulator) -> accumulators.put(name, accumulator.apply(held)));
        return accumulators;
    }
}
