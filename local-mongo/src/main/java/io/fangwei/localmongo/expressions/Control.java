package io.fangwei.localmongo.expressions;

import de.bwaldvogel.mongo.bson.Document;
import io.fangwei.localmongo.values.Refusals;
import io.fangwei.localmongo.values.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Chooses what to evaluate, and names what has been evaluated. */
final class Control {

    private record Branch(Expression condition, Expression value) {}

    private record Variable(String name, Expression value) {}

    private Control() {}

    static void addTo(Map<String, ExpressionReader.Operator> operators) {
        operators.put("$cond", Control::condition);
        operators.put("$switch", Control::choice);
        operators.put("$ifNull", Control::firstThere);
        operators.put("$let", Control::variables);
        operators.put("$literal", (reader, operand) -> scope -> operand);
    }

    private static Expression condition(ExpressionReader reader, @Nullable Object operand) {
        List<Expression> parts;
        if (operand instanceof Document document) {
            document.keySet().forEach(Control::refuseUnknownPart);
            parts = new ArrayList<>();
            for (String part : List.of("if", "then", "else")) {
                if (!document.containsKey(part)) {
                    throw Refusals.location(17080, "Missing '" + part + "' parameter to $cond");
                }
                parts.add(reader.read(document.get(part)));
            }
        } else {
            parts = Operands.expressions(reader, operand, "$cond", 3, 3);
        }
        return scope -> Types.isTrue(parts.get(0).evaluate(scope))
                ? parts.get(1).evaluate(scope)
                : parts.get(2).evaluate(scope);
    }

    private static void refuseUnknownPart(String part) {
        if (!Set.of("if", "then", "else").contains(part)) {
            throw Refusals.location(17083, "Unrecognized parameter to $cond: " + part);
        }
    }

    private static Expression choice(ExpressionReader reader, @Nullable Object operand) {
        if (!(operand instanceof Document document)) {
            throw Refusals.location(40060, "$switch requires an object as an argument, found: " + Types.alias(operand));
        }
        if (!(document.get("branches") instanceof List<?> given)) {
            throw Refusals.location(
                    40061, "$switch expected an array for 'branches', found: " + Types.alias(document.get("branches")));
        }
        document.keySet().forEach(name -> {
            if (!name.equals("branches") && !name.equals("default")) {
                throw Refusals.location(40067, "$switch found an unknown argument: " + name);
            }
        });
        if (given.isEmpty()) {
            throw Refusals.location(40068, "$switch requires at least one branch.");
        }
        var branches = given.stream().map(branch -> branch(reader, branch)).toList();
        var otherwise = document.containsKey("default") ? reader.read(document.get("default")) : null;
        return scope -> {
            for (Branch branch : branches) {
                if (Types.isTrue(branch.condition().evaluate(scope))) {
                    return branch.value().evaluate(scope);
                }
            }
            if (otherwise == null) {
                throw Refusals.location(
                        40066, "$switch could not find a matching branch for an input, and no default was specified.");
            }
            return otherwise.evaluate(scope);
        };
    }

    private static Branch branch(ExpressionReader reader, @Nullable Object given) {
        if (!(given instanceof Document branch)) {
            throw Refusals.location(
                    40062, "$switch expected each branch to be an object, found: " + Types.alias(given));
        }
        branch.keySet().forEach(name -> {
            if (!name.equals("case") && !name.equals("then")) {
                throw Refusals.location(40063, "$switch found an unknown argument to a branch: " + name);
            }
        });
        if (!branch.containsKey("case")) {
            throw Refusals.location(40064, "$switch requires each branch have a 'case' expression");
        } else if (!branch.containsKey("then")) {
            throw Refusals.location(40065, "$switch requires each branch have a 'then' expression.");
        }
        return new Branch(reader.read(branch.get("case")), reader.read(branch.get("then")));
    }

    private static Expression firstThere(ExpressionReader reader, @Nullable Object operand) {
        if (!(operand instanceof List<?> operands) || operands.size() < 2) {
            throw Refusals.location(
                    1257300,
                    "$ifNull needs at least two arguments, had: " + (operand instanceof List<?> few ? few.size() : 1));
        }
        var all = operands.stream().map(reader::read).toList();
        return scope -> {
            for (Expression each : all.subList(0, all.size() - 1)) {
                var value = each.evaluate(scope);
                if (!Types.isNothing(value)) {
                    return value;
                }
            }
            return all.get(all.size() - 1).evaluate(scope);
        };
    }

    private static Expression variables(ExpressionReader reader, @Nullable Object operand) {
        if (!(operand instanceof Document document)) {
            throw Refusals.location(16874, "$let only supports an object as its argument");
        }
        document.keySet().forEach(name -> {
            if (!name.equals("vars") && !name.equals("in")) {
                throw Refusals.location(16875, "Unrecognized parameter to $let: " + name);
            }
        });
        if (!(document.get("vars") instanceof Document given)) {
            throw Refusals.location(16876, "Missing 'vars' parameter to $let");
        }
        if (!document.containsKey("in")) {
            throw Refusals.location(16877, "Missing 'in' parameter to $let");
        }
        var variables = given.entrySet().stream()
                .map(variable -> new Variable(checked(variable.getKey()), reader.read(variable.getValue())))
                .toList();
        var body = reader.knowing(given.keySet().toArray(String[]::new)).read(document.get("in"));
        return scope -> {
            var inner = scope;
            for (Variable variable : variables) {
                inner = inner.with(variable.name(), variable.value().evaluate(scope));
            }
            return body.evaluate(inner);
        };
    }

    /** Only CURRENT, of MongoDB's own variables, may be given another value. */
    static String checked(String name) {
        if (name.isEmpty() || !name.equals("CURRENT") && !isLowerCaseOrBeyond(name.charAt(0))) {
            throw Refusals.failedToParse("'" + name + "' starts with an invalid character for a user variable name");
        }
        return name;
    }

    private static boolean isLowerCaseOrBeyond(char first) {
        return first >= 'a' && first <= 'z' || first >= 0x80;
    }
}
