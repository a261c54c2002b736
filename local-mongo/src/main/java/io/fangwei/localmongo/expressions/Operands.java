package io.fangwei.localmongo.expressions;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import io.fangwei.localmongo.values.Refusals;
import io.fangwei.localmongo.values.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The forms in which operators take their operands. */
final class Operands {

    interface One {
        @Nullable
        Object of(@Nullable Object value);
    }

    interface Two {
        @Nullable
        Object of(@Nullable Object left, @Nullable Object right);
    }

    interface TwoInScope {
        @Nullable
        Object of(@Nullable Object left, @Nullable Object right, Scope scope);
    }

    interface Several {
        @Nullable
        Object of(List<@Nullable Object> values, Scope scope);
    }

    interface ByName {
        @Nullable
        Object of(Named operands, Scope scope);
    }

    /** Operands that have names; those that are not given have no value. */
    static final class Named {

        private final Map<String, Expression> given;

        Named(Map<String, Expression> given) {
            this.given = given;
        }

        boolean has(String name) {
            return given.containsKey(name);
        }

        /** Null if there is none. */
        @Nullable
        Object value(String name, Scope scope) {
            return Logic.nullIfMissing(raw(name, scope));
        }

        @Nullable
        Object raw(String name, Scope scope) {
            var expression = given.get(name);
            return expression == null ? Missing.getInstance() : expression.evaluate(scope);
        }
    }

    private Operands() {}

    static ExpressionReader.Operator one(String name, One function) {
        return (reader, operand) -> {
            var only = expressions(reader, operand, name, 1, 1).get(0);
            return scope -> function.of(only.evaluate(scope));
        };
    }

    /** Null for nothing. */
    static ExpressionReader.Operator oneThere(String name, One function) {
        return one(name, value -> Types.isNothing(value) ? null : function.of(value));
    }

    static ExpressionReader.Operator two(String name, Two function) {
        return twoInScope(name, (left, right, scope) -> function.of(left, right));
    }

    static ExpressionReader.Operator twoInScope(String name, TwoInScope function) {
        return (reader, operand) -> {
            var both = expressions(reader, operand, name, 2, 2);
            return scope -> function.of(both.get(0).evaluate(scope), both.get(1).evaluate(scope), scope);
        };
    }

    static ExpressionReader.Operator twoThere(String name, Two function) {
        return two(
                name,
                (left, right) -> Types.isNothing(left) || Types.isNothing(right) ? null : function.of(left, right));
    }

    static ExpressionReader.Operator several(String name, int least, int most, Several function) {
        return (reader, operand) -> {
            var all = expressions(reader, operand, name, least, most);
            return scope -> {
                var values = new ArrayList<@Nullable Object>(all.size());
                for (Expression each : all) {
                    values.add(each.evaluate(scope));
                }
                return function.of(values, scope);
            };
        };
    }

    static ExpressionReader.Operator named(String name, Set<String> required, Set<String> optional, ByName function) {
        return (reader, operand) -> {
            var operands = read(reader, name, document(name, operand), required, optional);
            return scope -> function.of(operands, scope);
        };
    }

    static Document document(String name, @Nullable Object operand) {
        if (operand instanceof Document document) {
            return document;
        }
        throw Refusals.failedToParse(name + " expects an object of named arguments but found: " + Types.alias(operand));
    }

    static Named read(
            ExpressionReader reader, String name, Document operands, Set<String> required, Set<String> optional) {
        var given = new HashMap<String, Expression>();
        operands.forEach((field, value) -> {
            if (!required.contains(field) && !optional.contains(field)) {
                throw Refusals.failedToParse(name + " found an unknown argument: " + field);
            }
            given.put(field, reader.read(value));
        });
        for (String each : required) {
            if (!given.containsKey(each)) {
                throw Refusals.failedToParse("Missing '" + each + "' parameter to " + name);
            }
        }
        return new Named(given);
    }

    /** One operand may be written without the array around it. */
    static List<Expression> expressions(
            ExpressionReader reader, @Nullable Object operand, String name, int least, int most) {
        List<?> operands = operand instanceof List<?> list ? list : java.util.Collections.singletonList(operand);
        if (operands.size() < least || operands.size() > most) {
            throw least == most
                    ? Refusals.location(
                            16020,
                            "Expression " + name + " takes exactly " + least + " arguments. " + operands.size()
                                    + " were passed in.")
                    : Refusals.location(
                            28667,
                            "Expression " + name + " takes at least " + least + " arguments, and at most " + most
                                    + ", but " + operands.size() + " were passed in.");
        }
        var expressions = new ArrayList<Expression>(operands.size());
        operands.forEach(each -> expressions.add(reader.read(each)));
        return expressions;
    }

    static List<?> array(@Nullable Object value, int code, String message) {
        if (value instanceof List<?> array) {
            return array;
        }
        throw Refusals.location(code, message + Types.alias(value));
    }
}
