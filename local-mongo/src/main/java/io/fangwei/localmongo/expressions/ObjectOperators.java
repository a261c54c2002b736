package io.fangwei.localmongo.expressions;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import io.fangwei.localmongo.values.Refusals;
import io.fangwei.localmongo.values.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks into documents and makes new ones. */
final class ObjectOperators {

    private ObjectOperators() {}

    static void addTo(Map<String, ExpressionReader.Operator> operators) {
        operators.put(
                "$mergeObjects",
                Operands.several("$mergeObjects", 0, Integer.MAX_VALUE, (values, scope) -> merged(values)));
        operators.put("$objectToArray", Operands.oneThere("$objectToArray", ObjectOperators::pairs));
        operators.put("$arrayToObject", Operands.oneThere("$arrayToObject", ObjectOperators::fromPairs));
        operators.put("$getField", ObjectOperators::field);
        operators.put(
                "$setField",
                Operands.named(
                        "$setField",
                        Set.of("field", "input", "value"),
                        Set.of(),
                        (operands, scope) -> changed(operands, scope, true)));
        operators.put(
                "$unsetField",
                Operands.named(
                        "$unsetField",
                        Set.of("field", "input"),
                        Set.of(),
                        (operands, scope) -> changed(operands, scope, false)));
    }

    static Document merged(List<@Nullable Object> values) {
        var merged = new Document();
        List<?> documents = values.size() == 1 && values.get(0) instanceof List<?> only ? only : values;
        for (Object value : documents) {
            if (value instanceof Document document) {
                merged.putAll(document);
            } else if (!Types.isNothing(value)) {
                throw Refusals.location(
                        40400, "$mergeObjects requires object inputs, but input is of type " + Types.alias(value));
            }
        }
        return merged;
    }

    private static Object pairs(@Nullable Object value) {
        if (!(value instanceof Document document)) {
            throw Refusals.location(40390, "$objectToArray requires a document input, found: " + Types.alias(value));
        }
        var pairs = new ArrayList<Object>();
        document.forEach((name, field) -> pairs.add(new Document("k", name).append("v", field)));
        return pairs;
    }

    private static Object fromPairs(@Nullable Object value) {
        var result = new Document();
        for (Object pair : Operands.array(value, 40386, "$arrayToObject requires an array input, found: ")) {
            if (pair instanceof List<?> two) {
                if (two.size() != 2) {
                    throw Refusals.location(
                            40397,
                            "$arrayToObject requires an array of size 2 arrays,found array of size: " + two.size());
                }
                result.put(name(two.get(0), 40395), two.get(1));
            } else if (pair instanceof Document document) {
                if (document.size() != 2 || !document.containsKey("k") || !document.containsKey("v")) {
                    throw Refusals.location(40392, "$arrayToObject requires an object keys of 'k' and 'v'.");
                }
                result.put(name(document.get("k"), 40394), document.get("v"));
            } else {
                throw Refusals.location(
                        40398, "Unrecognised input type format for $arrayToObject: " + Types.alias(pair));
            }
        }
        return result;
    }

    private static String name(@Nullable Object value, int code) {
        if (value instanceof String name) {
            if (name.indexOf('\0') >= 0) {
                throw Refusals.location(4940400, "Key field cannot contain an embedded null byte");
            }
            return name;
        }
        throw Refusals.location(
                code, "$arrayToObject requires keys of type string. Found key type: " + Types.alias(value));
    }

    private static Expression field(ExpressionReader reader, @Nullable Object operand) {
        boolean named = operand instanceof Document document && document.containsKey("field");
        var name = reader.read(named ? ((Document) operand).get("field") : operand);
        var input = reader.read(named ? ((Document) operand).getOrDefault("input", "$$CURRENT") : "$$CURRENT");
        return scope -> {
            if (!(name.evaluate(scope) instanceof String path)) {
                throw Refusals.location(3041704, "$getField requires 'field' to evaluate to type String");
            }
            var from = input.evaluate(scope);
            if (from instanceof Document document) {
                return document.getOrMissing(path);
            }
            return from == null ? null : Missing.getInstance();
        };
    }

    private static @Nullable Object changed(Operands.Named operands, Scope scope, boolean set) {
        var input = operands.value("input", scope);
        if (input == null) {
            return null;
        }
        if (!(input instanceof Document document) || !(operands.value("field", scope) instanceof String name)) {
            throw Refusals.location(4161105, "$setField requires 'input' to evaluate to type Object");
        }
        if (name.indexOf('\0') >= 0) {
            throw Refusals.location(16411, "FieldPath field names may not contain null bytes");
        }
        var changed = document.clone();
        var value = set && operands.has("value") ? operands.raw("value", scope) : Missing.getInstance();
        if (value instanceof Missing) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return changed;
    }
}
