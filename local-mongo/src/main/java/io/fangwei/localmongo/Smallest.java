package io.fangwei.localmongo;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/** The first so many of a sorted stream, without holding the others in memory. */
final class Smallest {

    private record Arrival<T>(T value, long position) {}

    private Smallest() {}

    static <T> Stream<T> of(Stream<T> values, Comparator<T> order, int count) {
        Comparator<Arrival<T>> byOrder =
                Comparator.<Arrival<T>, T>comparing(Arrival::value, order).thenComparingLong(Arrival::position);
        var smallest = new PriorityQueue<Arrival<T>>(byOrder.reversed());
        long[] position = {0};
        values.forEachOrdered(value -> {
            smallest.add(new Arrival<>(value, position[0]++));
            if (smallest.size() > count) {
                smallest.remove();
            }
        });
        return smallest.stream().sorted(byOrder).map(Arrival::value);
    }
}
