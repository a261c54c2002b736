package io.fangwei.localmongo.expressions;

import de.bwaldvogel.mongo.backend.Missing;
import io.fangwei.localmongo.values.Types;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Compares values of any types, and joins what holds. */
final class Logic {

    private Logic() {}

    static void addTo(Map<String, ExpressionReader.Operator> operators) {
        operators.put(
                "$cmp",
                Operands.twoInScope(
                        "$cmp",
                        (left, right, scope) -> Integer.signum(scope.order().compare(left, right))));
        addComparison(operators, "$eq", order -> order == 0);
        addComparison(operators, "$ne", order -> order != 0);
        addComparison(operators, "$gt", order -> order > 0);
        addComparison(operators, "$gte", order -> order >= 0);
        addComparison(operators, "$lt", order -> order < 0);
        addComparison(operators, "$lte", order -> order <= 0);
        operators.put("$and", (reader, operand) -> all(reader, operand, "$and", false));
        operators.put("$or", (reader, operand) -> all(reader, operand, "$or", true));
        operators.put("$not", Operands.one("$not", value -> !Types.isTrue(value)));
    }

    private static void addComparison(
            Map<String, ExpressionReader.Operator> operators, String name, IntPredicate wanted) {
        operators.put(
                name,
                Operands.twoInScope(
                        name, (left, right, scope) -> wanted.test(scope.order().compare(left, right))));
    }

    /** Looks no further than the first operand that decides. */
    private static Expression all(ExpressionReader reader, @Nullable Object operand, String name, boolean decisive) {
        List<Expression> operands = Operands.expressions(reader, operand, name, 0, Integer.MAX_VALUE);
        return scope -> {
            for (Expression each : operands) {
                if (Types.isTrue(each.evaluate(scope)) == decisive) {
                    return decisive;
                }
            }
            return !decisive;
        };
    }

    static @Nullable Object nullIfMissing(@Nullable Object value) {
        return value instanceof Missing ? null : value;
    }
}
