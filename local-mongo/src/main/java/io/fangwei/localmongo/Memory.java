package io.fangwei.localmongo;

/**
 * How much the server may hold in memory; what is not named here grows with no amount of data.
 *
 * @param blockCache bytes of data files kept, with their indexes and filters
 * @param memtables bytes of changes that are in the log but in no data file yet
 * @param batch bytes of documents in one answer of a cursor
 * @param indexing documents that are entered into a new index between two commits
 * @param cursors open at a time; one more closes the one that nobody has asked for longest
 */
public record Memory(long blockCache, long memtables, int batch, int indexing, int cursors) {

    private static final int MEGABYTE = 1 << 20;

    /** Enough for a million documents on a small machine. */
    public static final Memory DEFAULT = new Memory(64L * MEGABYTE, 64L * MEGABYTE, 4 * MEGABYTE, 1000, 1000);
}
