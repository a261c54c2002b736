package io.fangwei.kernel.feed;

/**
 * Where a change stands in the order of its partition: at the offset of its event or, if the event was parked and could be
 * applied only later, behind everything that had come until then.
 */
final class Place {

    /** Before everything. */
    static final long NONE = -1;

    /** So many bits count what is inserted behind an offset. */
    private static final int BITS = 20;

    private Place() {}

    static long of(long offset) {
        return offset << BITS;
    }

    /** The next place, still before the next offset. */
    static long behind(long place) {
        if (place != NONE && ((place + 1) & ((1L << BITS) - 1)) == 0) {
            throw new IllegalStateException("Too much was inserted behind one offset");
        }
        return place + 1;
    }
}
