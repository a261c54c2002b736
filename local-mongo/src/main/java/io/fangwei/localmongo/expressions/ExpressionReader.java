package io.fangwei.localmongo.expressions;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.fangwei.localmongo.values.Refusals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads expressions. Knows the variables that may be used. */
public final class ExpressionReader {

    /** Reads the operand of an operator. */
    interface Operator {
        Expression read(ExpressionReader reader, @Nullable Object operand);
    }

    private static final Map<String, Operator> OPERATORS = operators();
    private static final Set<String> SCRIPTS = Set.of("$function", "$accumulator");
    private static final Set<String> ALWAYS_KNOWN =
            Set.of("ROOT", "CURRENT", "NOW", "REMOVE", "DESCEND", "PRUNE", "KEEP");

    private final Set<String> names;

    /** A reader that knows these variables besides MongoDB's own. */
    public ExpressionReader(Set<String> names) {
        this.names = names;
    }

    private static Map<String, Operator> operators() {
        var operators = new HashMap<String, Operator>();
        Arithmetic.addTo(operators);
        Logic.addTo(operators);
        Control.addTo(operators);
        ArrayOperators.addTo(operators);
        SetOperators.addTo(operators);
        ObjectOperators.addTo(operators);
        Text.addTo(operators);
        Search.addTo(operators);
        DateParts.addTo(operators);
        DateArithmetic.addTo(operators);
        DateFormats.addTo(operators);
        Conversions.addTo(operators);
        return Map.copyOf(operators);
    }

    ExpressionReader knowing(String... variables) {
        var more = new HashSet<>(names);
        more.addAll(List.of(variables));
        return new ExpressionReader(more);
    }

    /** Reads an expression. */
    public Expression read(@Nullable Object source) {
        if (source instanceof String text && text.startsWith("$")) {
            return text.startsWith("$$") ? variable(text.substring(2)) : field(text.substring(1));
        } else if (source instanceof Document document) {
            return document(document);
        } else if (source instanceof List<?> elements) {
            return array(elements);
        }
        return scope -> source;
    }

    private Expression variable(String path) {
        int dot = path.indexOf('.');
        var name = dot < 0 ? path : path.substring(0, dot);
        if (name.isEmpty()) {
            throw Refusals.failedToParse("empty variable names are not allowed");
        }
        if (!ALWAYS_KNOWN.contains(name) && !names.contains(name)) {
            throw Refusals.location(17276, "Use of undefined variable: " + name);
        }
        if (dot < 0) {
            return scope -> scope.variable(name);
        }
        var steps = steps(path.substring(dot + 1));
        return scope -> valueAt(scope.variable(name), steps, 0);
    }

    private static Expression field(String path) {
        var steps = steps(path);
        return scope -> valueAt(scope.variable("CURRENT"), steps, 0);
    }

    private static String[] steps(String path) {
        if (path.isEmpty()) {
            throw Refusals.location(16872, "'$' by itself is not a valid FieldPath");
        }
        if (path.endsWith(".")) {
            throw Refusals.location(40353, "FieldPath must not end with a '.'.");
        }
        var steps = path.split("\\.");
        for (String step : steps) {
            if (step.isEmpty()) {
                throw Refusals.location(15998, "FieldPath field names may not be empty strings.");
            } else if (step.startsWith("$")) {
                throw Refusals.location(16410, "FieldPath field names may not start with '$'.");
            }
        }
        return steps;
    }

    /** The value at a path; that of an array are the values of its elements. */
    private static @Nullable Object valueAt(@Nullable Object from, String[] steps, int depth) {
        if (depth == steps.length) {
            return from;
        } else if (from instanceof Document document) {
            return valueAt(document.getOrMissing(steps[depth]), steps, depth + 1);
        } else if (from instanceof List<?> elements) {
            var values = new ArrayList<@Nullable Object>();
            for (Object element : elements) {
                var value = element instanceof Document ? valueAt(element, steps, depth) : Missing.getInstance();
                if (!(value instanceof Missing)) {
                    values.add(value);
                }
            }
            return values;
        }
        return Missing.getInstance();
    }

    private Expression document(Document document) {
        if (document.isEmpty()) {
            return scope -> new Document();
        }
        var first = document.keySet().iterator().next();
        if (!first.startsWith("$")) {
            return fields(document);
        }
        if (document.size() > 1) {
            throw Refusals.location(
                    15983, "an object representing an expression must have exactly one field: " + document);
        }
        var operator = OPERATORS.get(first);
        if (operator == null) {
            throw unknown(first);
        }
        return operator.read(this, document.get(first));
    }

    private static MongoServerError unknown(String operator) {
        if (SCRIPTS.contains(operator)) {
            return Refusals.location(31264, "Cannot run server-side javascript without the javascript engine enabled");
        }
        return new MongoServerError(168, "InvalidPipelineOperator", "Unrecognized expression '" + operator + "'");
    }

    private Expression fields(Document document) {
        var fields = new HashMap<String, Expression>();
        for (Map.Entry<String, Object> field : document.entrySet()) {
            if (field.getKey().startsWith("$")) {
                throw Refusals.location(16410, "FieldPath field names may not start with '$'.");
            } else if (field.getKey().contains(".")) {
                throw Refusals.location(16412, "FieldPath field names may not contain '.'.");
            }
            fields.put(field.getKey(), read(field.getValue()));
        }
        var order = List.copyOf(document.keySet());
        return scope -> {
            var result = new Document();
            for (String name : order) {
                var value = fields.get(name).evaluate(scope);
                if (!(value instanceof Missing)) {
                    result.put(name, value);
                }
            }
            return result;
        };
    }

    private Expression array(List<?> elements) {
        var expressions = elements.stream().map(this::read).toList();
        return scope -> {
            var values = new ArrayList<@Nullable Object>(expressions.size());
            for (Expression expression : expressions) {
                var value = expression.evaluate(scope);
                values.add(value instanceof Missing ? null : value);
            }
            return values;
        };
    }
}
