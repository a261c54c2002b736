package io.fangwei.localmongo.expressions;

import io.fangwei.localmongo.values.Types;
import io.fangwei.localmongo.values.ValueOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Takes arrays as sets. */
final class SetOperators {

    private SetOperators() {}

    static void addTo(Map<String, ExpressionReader.Operator> operators) {
        operators.put("$setUnion", Operands.several("$setUnion", 0, Integer.MAX_VALUE, SetOperators::union));
        operators.put(
                "$setIntersection",
                Operands.several("$setIntersection", 0, Integer.MAX_VALUE, SetOperators::intersection));
        operators.put("$setDifference", Operands.twoInScope("$setDifference", SetOperators::difference));
        operators.put(
                "$setIsSubset",
                Operands.twoInScope(
                        "$setIsSubset",
                        (part, whole, scope) -> set(whole, 17042, "$setIsSubset", scope.order())
                                .containsAll(set(part, 17046, "$setIsSubset", scope.order()))));
        operators.put("$setEquals", Operands.several("$setEquals", 2, Integer.MAX_VALUE, SetOperators::areEqual));
        operators.put(
                "$anyElementTrue",
                Operands.one(
                        "$anyElementTrue",
                        value ->
                                Operands.array(value, 17041, "$anyElementTrue's argument must be an array, but is ")
                                        .stream()
                                        .anyMatch(Types::isTrue)));
        operators.put(
                "$allElementsTrue",
                Operands.one(
                        "$allElementsTrue",
                        value ->
                                Operands.array(value, 17040, "$allElementsTrue's argument must be an array, but is ")
                                        .stream()
                                        .allMatch(Types::isTrue)));
    }

    private static TreeSet<Object> set(@Nullable Object value, int code, String name, ValueOrder order) {
        var set = new TreeSet<Object>(order);
        set.addAll(
                Operands.array(value, code, "All operands of " + name + " must be arrays. One argument is of type: "));
        return set;
    }

    private static @Nullable Object union(List<@Nullable Object> values, Scope scope) {
        var union = new TreeSet<Object>(scope.order());
        for (Object value : values) {
            if (Types.isNothing(value)) {
                return null;
            }
            union.addAll(set(value, 17043, "$setUnion", scope.order()));
        }
        return new ArrayList<>(union);
    }

    private static @Nullable Object intersection(List<@Nullable Object> values, Scope scope) {
        TreeSet<Object> common = null;
        for (Object value : values) {
            if (Types.isNothing(value)) {
                return null;
            }
            var set = set(value, 17047, "$setIntersection", scope.order());
            if (common == null) {
                common = set;
            } else {
                common.removeIf(each -> !set.contains(each));
            }
        }
        return common == null ? List.of() : new ArrayList<>(common);
    }

    /** Keeps the order of the first. */
    private static @Nullable Object difference(@Nullable Object from, @Nullable Object taken, Scope scope) {
        if (Types.isNothing(from) || Types.isNothing(taken)) {
            return null;
        }
        var seen = set(taken, 17049, "$setDifference", scope.order());
        var rest = new ArrayList<@Nullable Object>();
        for (Object each : Operands.array(
                from, 17048, "both operands of $setDifference must be arrays. First argument is of type: ")) {
            if (seen.add(each)) {
                rest.add(each);
            }
        }
        return rest;
    }

    private static boolean areEqual(List<@Nullable Object> values, Scope scope) {
        var first = set(values.get(0), 17044, "$setEquals", scope.order());
        return values.stream()
                .skip(1)
                .map(each -> set(each, 17044, "$setEquals", scope.order()))
                .allMatch(each -> each.size() == first.size() && first.containsAll(each));
    }
}
