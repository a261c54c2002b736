package io.fangwei.localmongo.expressions;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import io.fangwei.localmongo.values.Numbers;
import io.fangwei.localmongo.values.Patterns;
import io.fangwei.localmongo.values.Refusals;
import io.fangwei.localmongo.values.Types;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Finds text in text. */
final class Search {

    private Search() {}

    static void addTo(Map<String, ExpressionReader.Operator> operators) {
        operators.put(
                "$indexOfCP",
                Operands.several("$indexOfCP", 2, 4, (values, scope) -> indexOf(values, "$indexOfCP", 40093)));
        operators.put(
                "$indexOfBytes",
                Operands.several("$indexOfBytes", 2, 4, (values, scope) -> indexOf(values, "$indexOfBytes", 40091)));
        addRegex(operators, "$regexMatch");
        addRegex(operators, "$regexFind");
        addRegex(operators, "$regexFindAll");
    }

    private static @Nullable Object indexOf(List<@Nullable Object> operands, String name, int code) {
        if (Types.isNothing(operands.get(0))) {
            return null;
        }
        if (!(operands.get(0) instanceof String text)) {
            throw Refusals.location(
                    code, name + " requires a string as the first argument, found: " + Types.alias(operands.get(0)));
        }
        if (!(operands.get(1) instanceof String wanted)) {
            throw Refusals.location(
                    code + 1,
                    name + " requires a string as the second argument, found: " + Types.alias(operands.get(1)));
        }
        var units = units(text, name);
        var sought = units(wanted, name);
        int from = bound(operands, 2, 0, name);
        int to = Math.min(bound(operands, 3, units.size(), name), units.size());
        for (int i = from; i + sought.size() <= to; i++) {
            if (units.subList(i, i + sought.size()).equals(sought)) {
                return i;
            }
        }
        return -1;
    }

    private static List<Integer> units(String text, String name) {
        if (name.equals("$indexOfCP")) {
            return text.codePoints().boxed().toList();
        }
        var bytes = new ArrayList<Integer>();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            bytes.add((int) each);
        }
        return bytes;
    }

    static int bound(List<@Nullable Object> operands, int place, int otherwise, String name) {
        if (operands.size() <= place) {
            return otherwise;
        }
        if (!(operands.get(place) instanceof Number number) || !Numbers.isIntegral(number)) {
            throw Refusals.location(
                    40096,
                    name + " requires an integral index, found a value of type: " + Types.alias(operands.get(place)));
        }
        if (Numbers.toLong(number) < 0) {
            throw Refusals.location(40097, name + " requires a nonnegative index, found: " + number);
        }
        return (int) Math.min(Integer.MAX_VALUE, Numbers.toLong(number));
    }

    private static void addRegex(Map<String, ExpressionReader.Operator> operators, String name) {
        operators.put(name, Operands.named(name, Set.of("input", "regex"), Set.of("options"), (operands, scope) -> {
            var input = operands.value("input", scope);
            var regex = operands.value("regex", scope);
            if (input == null || regex == null) {
                return switch (name) {
                    case "$regexMatch" -> false;
                    case "$regexFind" -> null;
                    default -> List.of();
                };
            }
            if (!(input instanceof String text)) {
                throw Refusals.location(51104, name + " needs 'input' to be of type string");
            }
            return found(name, text, matcher(name, text, regex, operands.value("options", scope)));
        }));
    }

    private static Matcher matcher(String name, String text, Object regex, @Nullable Object options) {
        if (!(regex instanceof String || regex instanceof BsonRegularExpression)) {
            throw Refusals.location(51105, name + " needs 'regex' to be of type string or regex");
        } else if (options != null && !(options instanceof String)) {
            throw Refusals.location(51106, name + " needs 'options' to be of type string");
        }
        var own = regex instanceof BsonRegularExpression expression ? expression.getOptions() : "";
        if (options != null && !own.isEmpty()) {
            throw Refusals.location(
                    51107, name + " found regex option(s) specified in both 'regex' and 'option' fields");
        }
        return Patterns.compile(Text.patternOf(regex), options == null ? own : (String) options)
                .matcher(text);
    }

    private static @Nullable Object found(String name, String text, Matcher matcher) {
        if (name.equals("$regexMatch")) {
            return matcher.find();
        } else if (name.equals("$regexFind")) {
            return matcher.find() ? described(text, matcher) : null;
        }
        var all = new ArrayList<Object>();
        while (matcher.find()) {
            all.add(described(text, matcher));
        }
        return all;
    }

    private static Document described(String text, Matcher matcher) {
        var captures = new ArrayList<@Nullable Object>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            captures.add(matcher.group(i));
        }
        return new Document("match", matcher.group())
                .append("idx", text.codePointCount(0, matcher.start()))
                .append("captures", captures);
    }
}
