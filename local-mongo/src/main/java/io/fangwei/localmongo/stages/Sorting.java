package io.fangwei.localmongo.stages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Sorts by holding what is sorted, all of it or only the first so many.
 *
 * @param size the bytes of a value
 */
public record Sorting<T>(Comparator<T> order, ToLongFunction<T> size, Allowance allowance) {

    private record Arrival<T>(T value, long position) {}

    private Held held() {
        return Held.onlyInMemory("Sort", allowance.mostHeld());
    }

    private Comparator<T> stoppable() {
        return (left, right) -> {
            allowance.refuseIfOver();
            return order.compare(left, right);
        };
    }

    /** All of them. */
    public Stream<T> all(Stream<T> values) {
        var held = held();
        var sorted = new ArrayList<T>();
        values.forEachOrdered(value -> {
            held.add(size.applyAsLong(value));
            sorted.add(value);
        });
        sorted.sort(stoppable());
        return sorted.stream();
    }

    /** The first so many, without holding the others. */
    public Stream<T> first(long count, Stream<T> values) {
        var held = held();
        Comparator<Arrival<T>> byOrder =
                Comparator.<Arrival<T>, T>comparing(Arrival::value, stoppable()).thenComparingLong(Arrival::position);
        var smallest = new PriorityQueue<Arrival<T>>(byOrder.reversed());
        long[] position = {0};
        values.forEachOrdered(value -> {
            smallest.add(new Arrival<>(value, position[0]++));
            if (smallest.size() > count) {
                held.remove(size.applyAsLong(smallest.remove().value()));
            }
            held.add(size.applyAsLong(value));
        });
        return smallest.stream().sorted(byOrder).map(Arrival::value);
    }
}
