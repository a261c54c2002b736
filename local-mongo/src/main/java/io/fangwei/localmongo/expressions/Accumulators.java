package io.fangwei.localmongo.expressions;

import de.bwaldvogel.mongo.bson.Decimal128;
import io.fangwei.localmongo.values.Numbers;
import io.fangwei.localmongo.values.Refusals;
import io.fangwei.localmongo.values.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be said of several values together. */
final class Accumulators {

    private Accumulators() {}

    /** In an expression: of the operands, or of the elements of the only one. */
    static void addExpressionsTo(Map<String, ExpressionReader.Operator> operators) {
        add(operators, "$sum", (values, scope) -> sum(values));
        add(operators, "$avg", (values, scope) -> average(values));
        add(operators, "$min", (values, scope) -> extreme(values, scope, -1));
        add(operators, "$max", (values, scope) -> extreme(values, scope, 1));
        add(operators, "$stdDevPop", (values, scope) -> deviation(values, 0));
        add(operators, "$stdDevSamp", (values, scope) -> deviation(values, 1));
    }

    private static void add(Map<String, ExpressionReader.Operator> operators, String name, Operands.Several function) {
        operators.put(name, Operands.several(name, 0, Integer.MAX_VALUE, (values, scope) -> {
            boolean elements = values.size() == 1 && values.get(0) instanceof List;
            return function.of(elements ? new ArrayList<>((List<?>) values.get(0)) : values, scope);
        }));
    }

    static Object sum(List<@Nullable Object> values) {
        Number sum = 0;
        for (Object value : values) {
            sum = value instanceof Number number ? Numbers.add(sum, number) : sum;
        }
        return sum;
    }

    static @Nullable Object average(List<@Nullable Object> values) {
        Number sum = 0;
        int count = 0;
        for (Object value : values) {
            if (value instanceof Number number) {
                sum = Numbers.add(sum, number);
                count++;
            }
        }
        return count == 0 ? null : Numbers.divide(sum, count);
    }

    static @Nullable Object extreme(List<@Nullable Object> values, Scope scope, int sign) {
        Object best = null;
        for (Object value : values) {
            if (!Types.isNothing(value)
                    && (best == null || Integer.signum(scope.order().compare(value, best)) == sign)) {
                best = value;
            }
        }
        return best;
    }

    static @Nullable Object deviation(List<@Nullable Object> values, int lost) {
        var numbers = values.stream()
                .filter(Number.class::isInstance)
                .mapToDouble(value -> ((Number) value).doubleValue())
                .toArray();
        if (numbers.length <= lost) {
            return null;
        }
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        double mean = sum / numbers.length;
        double squares = 0;
        for (double number : numbers) {
            squares += (number - mean) * (number - mean);
        }
        return Math.sqrt(squares / (numbers.length - lost));
    }

    static int countOf(@Nullable Object count) {
        if (count instanceof Number number
                && !(count instanceof Decimal128)
                && Numbers.isIntegral(number)
                && Numbers.toLong(number) > 0) {
            return (int) Math.min(Integer.MAX_VALUE, Numbers.toLong(number));
        }
        throw Refusals.location(5787908, "'n' must be greater than 0, found " + count);
    }
}
