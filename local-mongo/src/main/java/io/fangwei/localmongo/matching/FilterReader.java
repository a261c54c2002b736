package io.fangwei.localmongo.matching;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.fangwei.localmongo.expressions.ExpressionReader;
import io.fangwei.localmongo.expressions.Scope;
import io.fangwei.localmongo.values.Refusals;
import io.fangwei.localmongo.values.Types;
import io.fangwei.localmongo.values.ValueOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the query language: logical operators here, those on one field in {@link Operators}. */
final class FilterReader {

    private static final Set<String> REFERENCE = Set.of("$ref", "$id", "$db");

    private final ValueOrder order;
    private final Scope scope;
    private final Operators operators;

    FilterReader(ValueOrder order, Scope scope) {
        this.order = order;
        this.scope = scope;
        this.operators = new Operators(this, order);
    }

    Condition read(Document query) {
        var conditions = new ArrayList<Condition>(query.size());
        query.forEach((name, value) -> {
            if (!name.equals("$comment")) {
                conditions.add(name.startsWith("$") ? logical(name, value) : field(new Path(name), name, value));
            }
        });
        return Condition.all(conditions);
    }

    private Condition logical(String name, @Nullable Object value) {
        return switch (name) {
            case "$and" -> Condition.all(branches(name, value));
            case "$or" -> Condition.any(branches(name, value));
            case "$nor" -> Condition.not(Condition.any(branches(name, value)));
            case "$expr" -> expression(value);
            case "$alwaysTrue" -> (target, position) -> true;
            case "$alwaysFalse" -> (target, position) -> false;
            case "$where" -> throw Refusals.badValue("no globalScriptEngine in $where parsing");
            case "$text" -> throw new MongoServerError(27, "IndexNotFound", "text index required for $text query");
            case "$jsonSchema", "$sampleRate" -> throw Refusals.notImplemented("this server knows no " + name);
            default ->
                throw Refusals.badValue("unknown top level operator: " + name
                        + ". If you have a field name that starts with a '$' symbol, consider using $getField or"
                        + " $setField.");
        };
    }

    private List<Condition> branches(String name, @Nullable Object value) {
        if (!(value instanceof List<?> branches)) {
            throw Refusals.badValue(name + " must be an array");
        } else if (branches.isEmpty()) {
            throw Refusals.badValue("$and/$or/$nor must be a nonempty array");
        }
        var conditions = new ArrayList<Condition>(branches.size());
        for (Object branch : branches) {
            if (!(branch instanceof Document document)) {
                throw Refusals.badValue("$or/$and/$nor entries need to be full objects");
            }
            conditions.add(read(document));
        }
        return conditions;
    }

    private Condition expression(@Nullable Object value) {
        var expression = new ExpressionReader(scope.names()).read(value);
        return (target, position) ->
                Types.isTrue(expression.evaluate(scope.by(order).of((Document) target)));
    }

    private Condition field(Access access, String name, @Nullable Object value) {
        if (value instanceof BsonRegularExpression regex) {
            return operators.read(access, name, new Document("$eq", regex));
        } else if (value instanceof Document document && isOperators(document)) {
            return operators.read(access, name, document);
        }
        return operators.equal(access, value);
    }

    Condition ofElements(@Nullable Object operand) {
        return field(Access.ITSELF, "", operand);
    }

    static boolean isOperators(Document document) {
        if (document.isEmpty()) {
            return false;
        }
        var first = document.keySet().iterator().next();
        return first.startsWith("$") && !REFERENCE.contains(first);
    }

    /** Whether {@code $elemMatch} speaks of the elements themselves and not of their fields. */
    static boolean isOfElements(Document document) {
        return isOperators(document)
                && !Set.of("$and", "$or", "$nor", "$expr", "$where", "$comment")
                        .contains(document.keySet().iterator().next());
    }
}
