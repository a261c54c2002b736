package io.fangwei.localmongo.stages;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.fangwei.localmongo.expressions.Expression;
import io.fangwei.localmongo.expressions.ExpressionReader;
import io.fangwei.localmongo.expressions.Scope;
import io.fangwei.localmongo.values.Numbers;
import io.fangwei.localmongo.values.Refusals;
import io.fangwei.localmongo.values.Size;
import io.fangwei.localmongo.values.SortOrder;
import io.fangwei.localmongo.values.Types;
import io.fangwei.localmongo.values.ValueOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sums up the documents of one group. */
interface Accumulator {

    void add(Scope scope);

    @Nullable
    Object result();

    /** Reads an accumulator; each group gets one of its own. */
    static Function<Held, Accumulator> read(@Nullable Object specification, Scope scope) {
        if (!(specification instanceof Document document) || document.size() != 1) {
            throw Refusals.location(40234, "The field must be an accumulator object");
        }
        var name = document.keySet().iterator().next();
        var operand = document.get(name);
        var reader = new ExpressionReader(scope.names());
        return switch (name) {
            case "$sum" -> of(reader.read(operand), held -> new Sum());
            case "$avg" -> of(reader.read(operand), held -> new Average());
            case "$min" -> of(reader.read(operand), held -> new Extreme(scope.order(), -1, held));
            case "$max" -> of(reader.read(operand), held -> new Extreme(scope.order(), 1, held));
            case "$first" -> of(reader.read(operand), held -> new End(true, held));
            case "$last" -> of(reader.read(operand), held -> new End(false, held));
            case "$push" -> of(reader.read(operand), All::new);
            case "$addToSet" -> of(reader.read(operand), held -> new Distinct(scope.order(), held));
            case "$mergeObjects" -> of(reader.read(operand), Merged::new);
            case "$stdDevPop" -> of(reader.read(operand), held -> new Deviation(0));
            case "$stdDevSamp" -> of(reader.read(operand), held -> new Deviation(1));
            case "$count" -> of(reader.read(1), held -> new Sum());
            case "$firstN", "$lastN", "$minN", "$maxN" -> several(name, operand, reader, scope);
            case "$top", "$bottom", "$topN", "$bottomN" -> best(name, operand, reader, scope);
            case "$accumulator", "$function" ->
                throw Refusals.location(
                        31264, "Cannot run server-side javascript without the javascript engine enabled");
            default -> throw unknown(name);
        };
    }

    private static MongoServerError unknown(String name) {
        return Refusals.location(15952, "unknown group operator '" + name + "'");
    }

    /** Values of one expression, summed up in one way. */
    interface Values {
        void add(@Nullable Object value);

        @Nullable
        Object result();
    }

    private static Function<Held, Accumulator> of(Expression expression, Function<Held, Values> values) {
        return held -> {
            var own = values.apply(held);
            return new Accumulator() {
                @Override
                public void add(Scope scope) {
                    own.add(expression.evaluate(scope));
                }

                @Override
                public @Nullable Object result() {
                    return own.result();
                }
            };
        };
    }

    private static Function<Held, Accumulator> several(
            String name, @Nullable Object operand, ExpressionReader reader, Scope scope) {
        var document = object(name, operand);
        int n = count(reader.read(document.get("n")).evaluate(scope));
        var order = scope.order();
        return of(reader.read(document.get("input")), held -> switch (name) {
            case "$minN" -> new Best(order, n, true, held);
            case "$maxN" -> new Best(order.reversed(), n, true, held);
            default -> new Ends(n, name.equals("$firstN"), held);
        });
    }

    private static Function<Held, Accumulator> best(
            String name, @Nullable Object operand, ExpressionReader reader, Scope scope) {
        var document = object(name, operand);
        var output = reader.read(document.get("output"));
        boolean one = !name.endsWith("N");
        int n = one ? 1 : count(reader.read(document.get("n")).evaluate(scope));
        if (!(document.get("sortBy") instanceof Document sortBy)) {
            throw Refusals.location(5788005, name + " requires 'sortBy' to be an object");
        }
        var order = SortOrder.of(sortBy, scope.order());
        return held -> new Ranked(
                name.startsWith("$top") ? order : order.reversed(), n, one, output, !name.startsWith("$top"), held);
    }

    private static Document object(String name, @Nullable Object operand) {
        if (operand instanceof Document document) {
            return document;
        }
        throw Refusals.location(5787900, "specification must be an object; found " + name + ": " + operand);
    }

    private static int count(@Nullable Object n) {
        if (n instanceof Number number && Numbers.isIntegral(number) && Numbers.toLong(number) > 0) {
            return (int) Math.min(Integer.MAX_VALUE, Numbers.toLong(number));
        }
        throw Refusals.location(5787908, "'n' must be greater than 0, found " + n);
    }

    /** Where a value belongs in a sorted list: behind those that are equal. */
    private static <T> int place(List<T> sorted, T value, Comparator<T> order) {
        int found = java.util.Collections.binarySearch(sorted, value, (left, right) -> {
            int comparison = order.compare(left, right);
            return comparison == 0 ? -1 : comparison;
        });
        return -found - 1;
    }

    /** {@code $sum}. */
    final class Sum implements Values {
        private Number sum = 0;

        @Override
        public void add(@Nullable Object value) {
            sum = value instanceof Number number ? Numbers.add(sum, number) : sum;
        }

        @Override
        public Object result() {
            return sum;
        }
    }

    /** {@code $avg}. */
    final class Average implements Values {
        private Number sum = 0;
        private int count;

        @Override
        public void add(@Nullable Object value) {
            if (value instanceof Number number) {
                sum = Numbers.add(sum, number);
                count++;
            }
        }

        @Override
        public @Nullable Object result() {
            return count == 0 ? null : Numbers.divide(sum, count);
        }
    }

    /** {@code $min} and {@code $max}: nothing does not take part. */
    final class Extreme implements Values {
        private final ValueOrder order;
        private final int sign;
        private final Held held;
        private @Nullable Object best;

        Extreme(ValueOrder order, int sign, Held held) {
            this.order = order;
            this.sign = sign;
            this.held = held;
        }

        @Override
        public void add(@Nullable Object value) {
            if (!Types.isNothing(value) && (best == null || Integer.signum(order.compare(value, best)) == sign)) {
                held.add(Size.of(value) - Size.of(best));
                best = value;
            }
        }

        @Override
        public @Nullable Object result() {
            return best;
        }
    }

    /** {@code $first} and {@code $last}. */
    final class End implements Values {
        private final boolean first;
        private final Held held;
        private boolean taken;
        private @Nullable Object value;

        End(boolean first, Held held) {
            this.first = first;
            this.held = held;
        }

        @Override
        public void add(@Nullable Object next) {
            if (!first || !taken) {
                held.add(Size.of(next) - Size.of(value));
                value = Types.isNothing(next) ? null : next;
                taken = true;
            }
        }

        @Override
        public @Nullable Object result() {
            return value;
        }
    }

    /** {@code $push}: what is not there is not pushed. */
    final class All implements Values {
        private final Held held;
        private final List<@Nullable Object> values = new ArrayList<>();

        All(Held held) {
            this.held = held;
        }

        @Override
        public void add(@Nullable Object value) {
            if (value == null || !Types.isNothing(value)) {
                held.add(Size.of(value));
                values.add(value);
            }
        }

        @Override
        public Object result() {
            return values;
        }
    }

    /** {@code $addToSet}. */
    final class Distinct implements Values {
        private final TreeSet<Object> values;
        private final Held held;

        Distinct(ValueOrder order, Held held) {
            values = new TreeSet<>(order);
            this.held = held;
        }

        @Override
        public void add(@Nullable Object value) {
            if ((value == null || !Types.isNothing(value)) && values.add(value)) {
                held.add(Size.of(value));
            }
        }

        @Override
        public Object result() {
            return new ArrayList<>(values);
        }
    }

    /** {@code $mergeObjects}. */
    final class Merged implements Values {
        private final Document merged = new Document();
        private final Held held;

        Merged(Held held) {
            this.held = held;
        }

        @Override
        public void add(@Nullable Object value) {
            if (value instanceof Document document) {
                document.forEach((name, field) -> held.add(Size.of(field) - Size.of(merged.get(name))));
                merged.putAll(document);
            } else if (!Types.isNothing(value)) {
                throw Refusals.location(
                        40400, "$mergeObjects requires object inputs, but input is of type " + Types.alias(value));
            }
        }

        @Override
        public Object result() {
            return merged;
        }
    }

    /** Standard deviation by Welford's method. */
    final class Deviation implements Values {
        private final int lost;
        private long count;
        private double mean;
        private double squares;

        Deviation(int lost) {
            this.lost = lost;
        }

        @Override
        public void add(@Nullable Object value) {
            if (value instanceof Number number) {
                count++;
                double distance = number.doubleValue() - mean;
                mean += distance / count;
                squares += distance * (number.doubleValue() - mean);
            }
        }

        @Override
        public @Nullable Object result() {
            return count <= lost ? null : Math.sqrt(squares / (count - lost));
        }
    }

    /** {@code $firstN} and {@code $lastN}. */
    final class Ends implements Values {
        private final int n;
        private final boolean first;
        private final Held held;
        private final List<@Nullable Object> values = new LinkedList<>();

        Ends(int n, boolean first, Held held) {
            this.n = n;
            this.first = first;
            this.held = held;
        }

        @Override
        public void add(@Nullable Object value) {
            if (values.size() == n && !first) {
                held.remove(Size.of(values.remove(0)));
            }
            if (values.size() < n) {
                held.add(Size.of(value));
                values.add(Types.isNothing(value) ? null : value);
            }
        }

        @Override
        public Object result() {
            return values;
        }
    }

    /** {@code $minN} and {@code $maxN}. */
    final class Best implements Values {
        private final Comparator<@Nullable Object> order;
        private final int n;
        private final boolean something;
        private final Held held;
        private final List<@Nullable Object> values = new ArrayList<>();

        Best(Comparator<@Nullable Object> order, int n, boolean something, Held held) {
            this.order = order;
            this.n = n;
            this.something = something;
            this.held = held;
        }

        @Override
        public void add(@Nullable Object value) {
            if (something && Types.isNothing(value)) {
                return;
            }
            values.add(place(values, value, order), value);
            held.add(Size.of(value));
            if (values.size() > n) {
                held.remove(Size.of(values.remove(n)));
            }
        }

        @Override
        public Object result() {
            return values;
        }
    }

    /** {@code $top}, {@code $bottom} and their several. */
    final class Ranked implements Accumulator {
        private record Candidate(
                Document document, @Nullable Object output) {}

        private final Comparator<Candidate> order;
        private final int n;
        private final boolean one;
        private final boolean reversed;
        private final Expression output;
        private final Held held;
        private final List<Candidate> candidates = new ArrayList<>();

        Ranked(Comparator<Document> order, int n, boolean one, Expression output, boolean reversed, Held held) {
            this.order = Comparator.comparing(Candidate::document, order);
            this.n = n;
            this.one = one;
            this.output = output;
            this.reversed = reversed;
            this.held = held;
        }

        @Override
        public void add(Scope scope) {
            var value = output.evaluate(scope);
            var candidate = new Candidate(scope.root(), Types.isNothing(value) ? null : value);
            candidates.add(place(candidates, candidate, order), candidate);
            held.add(Size.of(candidate.document()));
            if (candidates.size() > n) {
                held.remove(Size.of(candidates.remove(n).document()));
            }
        }

        @Override
        public @Nullable Object result() {
            var outputs = new ArrayList<@Nullable Object>();
            candidates.forEach(candidate -> outputs.add(candidate.output()));
            if (reversed) {
                java.util.Collections.reverse(outputs);
            }
            return one ? outputs.isEmpty() ? null : outputs.get(0) : outputs;
        }
    }
}
