package io.fangwei.localmongo;

import org.jspecify.annotations.Nullable;

/** One consistent state of the store, as one command reads it. */
abstract class Reader implements Catalogue.Source {

    private final Examined examined;

    Reader(Examined examined) {
        this.examined = examined;
    }

    Examined examined() {
        return examined;
    }

    @Override
    public abstract byte @Nullable [] get(byte[] key);

    /** The keys from the first (included) to the second (excluded). */
    abstract Walk walk(byte[] from, byte[] to, boolean backwards);

    abstract Catalogue catalogue();

    abstract long count(int collection);
}
