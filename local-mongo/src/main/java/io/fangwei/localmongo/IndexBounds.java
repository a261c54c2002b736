package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;
import io.fangwei.localmongo.Conditions.Demand;
import io.fangwei.localmongo.OrderedIndex.Field;
import io.fangwei.localmongo.Plan.Range;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one index can do for a query: values for its first fields, then at most one range. A multikey index serves by its
 * first field with one bound only, because {@code {a: {$gt: 5, $lt: 9}}} matches {@code [3, 20]}.
 */
final class IndexBounds {

    private static final int MOST_RANGES = 100_000;

    private final OrderedIndex index;
    private final Conditions conditions;
    private final boolean hinted;
    private final boolean orders;
    private Collection<byte[]> heads;
    private int fixed;
    private boolean single = true;
    private boolean exact;
    private int served;
    private int score;

    /**
     * @param hinted the client wants this index, even if it holds only some of the documents
     * @param orders text comes in the order of its code points
     */
    IndexBounds(OrderedIndex index, Conditions conditions, boolean hinted, boolean orders) {
        this.index = index;
        this.conditions = conditions;
        this.hinted = hinted;
        this.orders = orders;
        heads = List.of(index.prefix());
        exact = conditions.areComplete() && !index.multikey();
        score = index.partial() == null ? 0 : 2;
    }

    /** Null if the index cannot serve the query. */
    @Nullable
    Plan plan(@Nullable Document order) {
        takeValues();
        var path = fixed < index.fields().size() && !(index.multikey() && fixed > 0)
                ? index.fields().get(fixed)
                : null;
        var ranges = path == null ? List.<Range>of() : ranges(path);
        var direction = direction(order);
        if (score == 0 && direction == null && !hinted) {
            return null;
        }
        boolean point =
                index.unique() && ranges.isEmpty() && fixed == index.fields().size();
        if (ranges.isEmpty()) {
            ranges = heads.stream()
                    .map(head -> new Range(index, head, Keys.after(head), point))
                    .toList();
        }
        score += (point ? 100 : 0) + (direction != null ? 3 : 0);
        boolean backwards = Boolean.FALSE.equals(direction);
        return new Plan(
                backwards ? reversed(ranges) : ranges,
                direction != null || order == null || order.isEmpty(),
                backwards,
                false,
                exact && served == conditions.count(),
                Math.max(score, 1));
    }

    private static List<Range> reversed(List<Range> ranges) {
        var reversed = new ArrayList<>(ranges);
        Collections.reverse(reversed);
        return reversed;
    }

    private void takeValues() {
        for (Field field : index.fields()) {
            var values = conditions.valuesOf(field.path());
            boolean servable = values != null
                    && !(index.sparse() && !hinted && values.stream().anyMatch(Objects::isNull));
            if (!servable || heads.size() * (long) values.size() > MOST_RANGES || index.multikey() && fixed > 0) {
                return;
            }
            take(field, values);
        }
    }

    private void take(Field field, List<@Nullable Object> values) {
        var longer = new ArrayList<byte[]>();
        for (byte[] head : heads) {
            for (Object value : values) {
                longer.add(Keys.concat(head, KeyWriter.bytesOf(value, field.ascending())));
            }
        }
        heads = OrderedIndex.distinct(longer);
        single &= heads.size() == 1;
        exact &= values.stream().noneMatch(Objects::isNull);
        served++;
        fixed++;
        score += 10;
    }

    private List<Range> ranges(Field field) {
        var low = conditions.bound(field.path(), "$gte", "$gt");
        var high = conditions.bound(field.path(), "$lte", "$lt");
        if (index.multikey() && low != null) {
            high = null;
        }
        var prefix = conditions.prefix(field.path());
        if (low == null && high == null && prefix != null) {
            return beginningWith(prefix, field);
        }
        if (low == null && high == null) {
            if (index.sparse() && conditions.demandExistence(field.path())) {
                score += 4;
            }
            return List.of();
        }
        var bounded = new ArrayList<Range>();
        for (byte[] head : heads) {
            bounded.add(range(head, field, low, high));
        }
        served += (low == null ? 0 : 1) + (high == null ? 0 : 1);
        score += 5;
        exact &= isSafe(low, high);
        return bounded;
    }

    /** Text that begins so, and regular expressions, which may equal the one of the query. */
    private List<Range> beginningWith(String prefix, Field field) {
        var ranges = new ArrayList<Range>();
        for (byte[] head : heads) {
            byte[] text = Keys.concat(head, KeyWriter.prefixOf(prefix, field.ascending()));
            byte[] regexes = Keys.concat(head, KeyWriter.regexes(field.ascending()));
            var both = List.of(
                    new Range(index, text, Keys.after(text), false),
                    new Range(index, regexes, Keys.after(regexes), false));
            ranges.addAll(field.ascending() ? both : reversed(both));
        }
        score += 5;
        exact = false;
        return ranges;
    }

    /** NaN has the type of numbers and is smaller than all, but no range matches it. */
    private static boolean isSafe(@Nullable Demand low, @Nullable Demand high) {
        if (low == null) {
            return KeyWriter.typeOf(high.value()) != KeyWriter.NUMBER;
        }
        return high == null || KeyWriter.typeOf(low.value()) == KeyWriter.typeOf(high.value());
    }

    private Range range(byte[] head, Field field, @Nullable Demand low, @Nullable Demand high) {
        byte[] bracket = Keys.concat(
                head,
                KeyWriter.bracketOf(
                        Objects.requireNonNull(low != null ? low : high).value(), field.ascending()));
        var first = field.ascending() ? low : high;
        var last = field.ascending() ? high : low;
        byte[] from = first == null ? bracket : edge(head, field, first, isExclusive(first));
        byte[] to = last == null ? Keys.after(bracket) : edge(head, field, last, !isExclusive(last));
        return new Range(index, from, to, false);
    }

    private static byte[] edge(byte[] head, Field field, Demand bound, boolean after) {
        byte[] key = Keys.concat(head, KeyWriter.bytesOf(bound.value(), field.ascending()));
        return after ? Keys.after(key) : key;
    }

    private static boolean isExclusive(Demand bound) {
        return bound.operator().equals("$gt") || bound.operator().equals("$lt");
    }

    /** True if the index runs as the order wants, false if it runs the other way, null if it does neither. */
    private @Nullable Boolean direction(@Nullable Document order) {
        boolean complete = !index.sparse() || score > 0 || hinted;
        if (order == null || order.isEmpty() || !orders || !single || index.multikey() || !complete) {
            return null;
        }
        Boolean forward = null;
        int next = fixed;
        for (Map.Entry<String, Object> wanted : order.entrySet()) {
            if (isConstant(wanted.getKey())) {
                continue;
            }
            if (next >= index.fields().size()
                    || !index.fields().get(next).path().equals(wanted.getKey())) {
                return null;
            }
            boolean same = index.fields().get(next++).ascending() == ((Number) wanted.getValue()).doubleValue() > 0;
            if (forward != null && forward != same) {
                return null;
            }
            forward = same;
        }
        return forward == null || forward;
    }

    /** Equality fixes what to sort by only where the index knows that there is no array, which sorts by its other elements. */
    private boolean isConstant(String path) {
        return conditions.fixes(path)
                && index.fields().stream().anyMatch(field -> field.path().equals(path));
    }
}
