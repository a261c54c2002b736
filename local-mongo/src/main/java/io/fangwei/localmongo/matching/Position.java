package io.fangwei.localmongo.matching;

/** Which element of an array made a document match: the {@code $} of updates and projections. */
public final class Position {

    private int index = -1;

    void at(int matched) {
        index = matched;
    }

    void reset() {
        index = -1;
    }

    /** Whether the match went through an array. */
    public boolean isKnown() {
        return index >= 0;
    }

    /** The place of the element. */
    public int index() {
        return index;
    }
}
