package io.fangwei.localmongo.expressions;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.fangwei.localmongo.values.Numbers;
import io.fangwei.localmongo.values.Refusals;
import io.fangwei.localmongo.values.SortOrder;
import io.fangwei.localmongo.values.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks into arrays and makes new ones. */
final class ArrayOperators {

    /** As many as 100 MB hold on MongoDB. */
    private static final int MOST_OF_A_RANGE = 6_553_600;

    private ArrayOperators() {}

    static void addTo(Map<String, ExpressionReader.Operator> operators) {
        operators.put("$arrayElemAt", Operands.two("$arrayElemAt", ArrayOperators::at));
        operators.put(
                "$concatArrays",
                Operands.several("$concatArrays", 0, Integer.MAX_VALUE, (values, scope) -> joined(values)));
        operators.put("$in", Operands.twoInScope("$in", ArrayOperators::contains));
        operators.put("$indexOfArray", Operands.several("$indexOfArray", 2, 4, ArrayOperators::indexOf));
        operators.put("$isArray", Operands.one("$isArray", value -> value instanceof List));
        operators.put("$range", Operands.several("$range", 2, 3, (values, scope) -> range(values)));
        operators.put("$reverseArray", Operands.oneThere("$reverseArray", ArrayOperators::reversed));
        operators.put(
                "$size",
                Operands.one(
                        "$size",
                        value -> Operands.array(
                                        value, 17124, "The argument to $size must be an array, but was of type: ")
                                .size()));
        operators.put("$slice", Operands.several("$slice", 2, 3, (values, scope) -> slice(values)));
        operators.put("$filter", ArrayOperators::filter);
        operators.put("$map", ArrayOperators::map);
        operators.put("$reduce", ArrayOperators::reduce);
        operators.put(
                "$zip",
                Operands.named("$zip", Set.of("inputs"), Set.of("useLongestLength", "defaults"), ArrayOperators::zip));
        operators.put("$sortArray", sortArray());
        addEnds(operators);
    }

    private static void addEnds(Map<String, ExpressionReader.Operator> operators) {
        Accumulators.addExpressionsTo(operators);
        operators.put("$first", Operands.oneThere("$first", value -> end("$first", value, true)));
        operators.put("$last", Operands.oneThere("$last", value -> end("$last", value, false)));
        for (String name : List.of("$firstN", "$lastN", "$minN", "$maxN")) {
            operators.put(
                    name,
                    Operands.named(
                            name,
                            Set.of("n", "input"),
                            Set.of(),
                            (operands, scope) ->
                                    several(name, operands.value("input", scope), operands.value("n", scope), scope)));
        }
    }

    private static @Nullable Object end(String name, @Nullable Object value, boolean first) {
        var array = Operands.array(value, 28689, name + "'s argument must be an array, but is ");
        return array.isEmpty() ? Missing.getInstance() : array.get(first ? 0 : array.size() - 1);
    }

    private static List<?> several(String name, @Nullable Object input, @Nullable Object count, Scope scope) {
        var array = Operands.array(input, 5788200, "input must be an array, found: ");
        int n = Math.min(Accumulators.countOf(count), array.size());
        if (name.equals("$firstN")) {
            return array.subList(0, n);
        } else if (name.equals("$lastN")) {
            return array.subList(array.size() - n, array.size());
        }
        var sorted = new ArrayList<Object>(array);
        sorted.removeIf(Types::isNothing);
        sorted.sort(name.equals("$minN") ? scope.order() : scope.order().reversed());
        return sorted.subList(0, Math.min(n, sorted.size()));
    }

    private static @Nullable Object at(@Nullable Object array, @Nullable Object place) {
        if (Types.isNothing(array) || Types.isNothing(place)) {
            return null;
        }
        var elements = Operands.array(array, 28689, "$arrayElemAt's first argument must be an array, but is ");
        if (!(place instanceof Number number)) {
            throw Refusals.location(
                    28690, "$arrayElemAt's second argument must be a numeric value, but is " + Types.alias(place));
        }
        long index = Numbers.toLong(number);
        long from = index < 0 ? elements.size() + index : index;
        return from < 0 || from >= elements.size() ? Missing.getInstance() : elements.get((int) from);
    }

    private static @Nullable Object joined(List<@Nullable Object> arrays) {
        var joined = new ArrayList<@Nullable Object>();
        for (Object array : arrays) {
            if (Types.isNothing(array)) {
                return null;
            }
            joined.addAll(Operands.array(array, 28664, "$concatArrays only supports arrays, not "));
        }
        return joined;
    }

    private static boolean contains(@Nullable Object value, @Nullable Object array, Scope scope) {
        return Operands.array(array, 40081, "$in requires an array as a second argument, found: ").stream()
                .anyMatch(each -> scope.order().same(each, value));
    }

    private static @Nullable Object indexOf(List<@Nullable Object> operands, Scope scope) {
        if (Types.isNothing(operands.get(0))) {
            return null;
        }
        var array =
                Operands.array(operands.get(0), 40090, "$indexOfArray requires an array as a first argument, found: ");
        int from = Search.bound(operands, 2, 0, "$indexOfArray");
        int to = Math.min(Search.bound(operands, 3, array.size(), "$indexOfArray"), array.size());
        for (int i = from; i < to; i++) {
            if (scope.order().same(array.get(i), operands.get(1))) {
                return i;
            }
        }
        return -1;
    }

    private static List<Object> range(List<@Nullable Object> operands) {
        long from = rangePart(operands.get(0), 34443, "starting value");
        long to = rangePart(operands.get(1), 34445, "ending value");
        long step = operands.size() > 2 ? rangePart(operands.get(2), 34447, "step value") : 1;
        if (step == 0) {
            throw Refusals.location(34449, "$range requires a non-zero step value");
        }
        if ((to - from) / step > MOST_OF_A_RANGE) {
            throw new MongoServerError(
                    146, "ExceededMemoryLimit", "$range would use too much memory and cannot spill to disk.");
        }
        var range = new ArrayList<Object>();
        for (long i = from; step > 0 ? i < to : i > to; i += step) {
            range.add((int) i);
        }
        return range;
    }

    private static long rangePart(@Nullable Object value, int code, String name) {
        if (value instanceof Number number
                && Numbers.isIntegral(number)
                && Numbers.toLong(number) == (int) Numbers.toLong(number)) {
            return Numbers.toLong(number);
        } else if (value instanceof Number) {
            throw Refusals.location(
                    code + 1, "$range requires a " + name + " that can be represented as a 32-bit integer: " + value);
        }
        throw Refusals.location(
                code, "$range requires a numeric " + name + ", found value of type: " + Types.alias(value));
    }

    private static Object reversed(@Nullable Object value) {
        var reversed = new ArrayList<@Nullable Object>(
                Operands.array(value, 34435, "The argument to $reverseArray must be an array, but was of type: "));
        Collections.reverse(reversed);
        return reversed;
    }

    private static @Nullable Object slice(List<@Nullable Object> operands) {
        if (operands.stream().anyMatch(Types::isNothing)) {
            return null;
        }
        var array =
                Operands.array(operands.get(0), 28724, "First argument to $slice must be an array, but is of type: ");
        int count = whole(operands.get(operands.size() - 1), 28725);
        if (operands.size() == 2) {
            return count < 0
                    ? array.subList(Math.max(0, array.size() + count), array.size())
                    : array.subList(0, Math.min(count, array.size()));
        } else if (count <= 0) {
            throw Refusals.location(28729, "Third argument to $slice must be positive: " + count);
        }
        int place = whole(operands.get(1), 28725);
        int from = place < 0 ? Math.max(0, array.size() + place) : Math.min(place, array.size());
        return array.subList(from, (int) Math.min(array.size(), (long) from + count));
    }

    private static int whole(@Nullable Object value, int code) {
        if (value instanceof Number number && Numbers.isIntegral(number)) {
            return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, Numbers.toLong(number)));
        }
        throw Refusals.location(code, "$slice takes whole numbers, but was given " + Types.alias(value));
    }

    private static Expression filter(ExpressionReader reader, @Nullable Object operand) {
        var document = object("$filter", operand, 28646);
        var name = document.get("as") instanceof String as ? Control.checked(as) : "this";
        required(document, "$filter", Set.of("input", "cond"), Set.of("as", "limit"), 28647, 28648);
        var input = reader.read(document.get("input"));
        var condition = reader.knowing(name).read(document.get("cond"));
        var limit = reader.read(document.get("limit"));
        return scope -> {
            var array = input.evaluate(scope);
            if (Types.isNothing(array)) {
                return null;
            }
            long most = document.containsKey("limit") ? most(limit.evaluate(scope)) : Long.MAX_VALUE;
            return Operands.array(array, 28651, "input to $filter must be an array not ").stream()
                    .filter(each -> Types.isTrue(condition.evaluate(scope.with(name, each))))
                    .limit(most)
                    .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
        };
    }

    private static long most(@Nullable Object limit) {
        if (Types.isNothing(limit)) {
            return Long.MAX_VALUE;
        }
        if (!(limit instanceof Number number)
                || !Numbers.isIntegral(number)
                || Numbers.toLong(number) != (int) Numbers.toLong(number)) {
            throw Refusals.location(327391, "$filter: limit must be represented as a 32-bit integral value: " + limit);
        } else if (Numbers.toLong(number) <= 0) {
            throw Refusals.location(327392, "$filter: limit must be greater than 0: " + limit);
        }
        return Numbers.toLong(number);
    }

    private static Expression map(ExpressionReader reader, @Nullable Object operand) {
        var document = object("$map", operand, 16878);
        required(document, "$map", Set.of("input", "in"), Set.of("as"), 16879, 16880);
        var name = document.get("as") instanceof String as ? Control.checked(as) : "this";
        var input = reader.read(document.get("input"));
        var body = reader.knowing(name).read(document.get("in"));
        return scope -> {
            var array = input.evaluate(scope);
            if (Types.isNothing(array)) {
                return null;
            }
            var mapped = new ArrayList<@Nullable Object>();
            for (Object each : Operands.array(array, 16883, "input to $map must be an array not ")) {
                mapped.add(Logic.nullIfMissing(body.evaluate(scope.with(name, each))));
            }
            return mapped;
        };
    }

    private static Expression reduce(ExpressionReader reader, @Nullable Object operand) {
        var document = object("$reduce", operand, 40075);
        required(document, "$reduce", Set.of("input", "initialValue", "in"), Set.of(), 40076, 40077);
        var input = reader.read(document.get("input"));
        var initial = reader.read(document.get("initialValue"));
        var body = reader.knowing("this", "value").read(document.get("in"));
        return scope -> {
            var array = input.evaluate(scope);
            if (Types.isNothing(array)) {
                return null;
            }
            var value = initial.evaluate(scope);
            for (Object each : Operands.array(array, 40080, "$reduce requires that 'input' be an array, found: ")) {
                value = body.evaluate(scope.with("this", each).with("value", value));
            }
            return value;
        };
    }

    private static Document object(String name, @Nullable Object operand, int code) {
        if (operand instanceof Document document) {
            return document;
        }
        throw Refusals.location(code, name + " only supports an object as its argument");
    }

    private static void required(
            Document document, String name, Set<String> required, Set<String> optional, int unknown, int missing) {
        for (String field : document.keySet()) {
            if (!required.contains(field) && !optional.contains(field)) {
                throw Refusals.location(unknown, "Unrecognized parameter to " + name + ": " + field);
            }
        }
        for (String field : required) {
            if (!document.containsKey(field)) {
                throw Refusals.location(missing, "Missing '" + field + "' parameter to " + name);
            }
        }
    }

    private static @Nullable Object zip(Operands.Named operands, Scope scope) {
        var inputs = Operands.array(
                operands.value("inputs", scope), 34461, "inputs must be an array of expressions, found ");
        var defaults = operands.value("defaults", scope) instanceof List<?> given ? given : List.of();
        boolean longest = Types.isTrue(operands.value("useLongestLength", scope));
        if (inputs.stream().anyMatch(Types::isNothing)) {
            return null;
        }
        var arrays = new ArrayList<List<?>>();
        inputs.forEach(each -> arrays.add(Operands.array(each, 34468, "$zip found a non-array expression in input: ")));
        var lengths = arrays.stream().mapToInt(List::size);
        int length = (longest ? lengths.max() : lengths.min()).orElse(0);
        var zipped = new ArrayList<Object>();
        for (int i = 0; i < length; i++) {
            var row = new ArrayList<@Nullable Object>();
            for (int n = 0; n < arrays.size(); n++) {
                var array = arrays.get(n);
                row.add(i < array.size() ? array.get(i) : n < defaults.size() ? defaults.get(n) : null);
            }
            zipped.add(row);
        }
        return zipped;
    }

    private static ExpressionReader.Operator sortArray() {
        return (reader, operand) -> {
            var document = object("$sortArray", operand, 2942500);
            required(document, "$sortArray", Set.of("input", "sortBy"), Set.of(), 2942501, 2942502);
            var input = reader.read(document.get("input"));
            var by = document.get("sortBy");
            return scope -> {
                var array = input.evaluate(scope);
                if (Types.isNothing(array)) {
                    return null;
                }
                var sorted = new ArrayList<@Nullable Object>(Operands.array(
                        array, 2942504, "The input argument to $sortArray must be an array, but was of type: "));
                sorted.sort(SortOrder.ofValues(by, scope.order()));
                return sorted;
            };
        };
    }
}
