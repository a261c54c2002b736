package io.fangwei.localmongo;

/**
 * How much the server may hold in memory; what is not named here grows with no amount of data.
 *
 * @param blockCache bytes of data files kept, with their indexes and filters
 * @param memtables bytes of changes that are in the log but in no data file yet
 * @param batch bytes of documents in one answer of a cursor
 * @param indexing documents that are entered into a new index between two commits
 * @param cursors open at a time; one more closes the one that nobody has asked for longest
 * @param held bytes of documents that one sort, group or other step of one command holds before it answers; in the heap
 *     they take about five times as much
 */
public record Memory(long blockCache, long memtables, int batch, int indexing, int cursors, long held) {

    private static final int MEGABYTE = 1 << 20;

    private static final long AS_MONGODB = 100L * MEGABYTE;

    /** Enough for a million documents on a small machine. */
    public static final Memory DEFAULT =
            new Memory(64L * MEGABYTE, 64L * MEGABYTE, 4 * MEGABYTE, 1000, 1000, ofHeap(16));

    /** As much as MongoDB allows a step, but not more than a part of the heap. */
    private static long ofHeap(int part) {
        return Math.min(AS_MONGODB, Runtime.getRuntime().maxMemory() / part);
    }
}
