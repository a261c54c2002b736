package io.fangwei.localmongo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A durable state of the store, lent to one command or one cursor. */
final class Reading extends Reader implements AutoCloseable {

    private final State state;
    private final List<Walk> walks = new ArrayList<>();
    private boolean closed;
    private boolean kept;

    Reading(State state, Examined examined) {
        super(examined);
        this.state = state;
    }

    /** A cursor goes on reading when the command has ended; it closes what it kept. */
    void keep() {
        kept = true;
    }

    boolean isKept() {
        return kept;
    }

    @Override
    public byte @Nullable [] get(byte[] key) {
        refuseIfClosed();
        return state.get(key);
    }

    @Override
    Walk walk(byte[] from, byte[] to, boolean backwards) {
        refuseIfClosed();
        var walk = state.walk(from, to, backwards);
        walks.add(walk);
        return walk;
    }

    @Override
    Catalogue catalogue() {
        return state.catalogue();
    }

    @Override
    long count(int collection) {
        byte[] count = get(Keys.prefix(collection, Keys.COUNT));
        return count == null ? 0 : Keys.toLong(count);
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new IllegalStateException("the state is no longer read");
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            walks.forEach(Walk::close);
            state.release();
        }
    }
}
