package io.fangwei.localmongo.stages;

import java.util.Collections;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Many for each, one after the other as they are taken; {@link Stream#flatMap} would hold all of one. */
final class Flat<S, T> implements Iterator<T> {

    private final Iterator<S> outer;
    private final Function<S, Iterator<T>> unfolding;
    private Iterator<T> inner = Collections.emptyIterator();

    private Flat(Iterator<S> outer, Function<S, Iterator<T>> unfolding) {
        this.outer = outer;
        this.unfolding = unfolding;
    }

    static <S, T> Stream<T> of(Stream<S> values, Function<S, Iterator<T>> unfolding) {
        var flat = new Flat<>(values.iterator(), unfolding);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(flat, Spliterator.ORDERED), false);
    }

    @Override
    public boolean hasNext() {
        while (!inner.hasNext() && outer.hasNext()) {
            inner = unfolding.apply(outer.next());
        }
        return inner.hasNext();
    }

    @Override
    public T next() {
        hasNext();
        return inner.next();
    }
}
