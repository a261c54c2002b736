package io.fangwei.policy.imports.run;

import io.fangwei.policy.imports.rows.ReadRow;
import io.fangwei.policy.imports.rows.RowReader;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Reads the next rows of a file while those before them are worked on. */
final class ReadingAhead<R> implements AutoCloseable {

    private final RowReader<R> rows;
    private final int most;
    private final ExecutorService hands;
    private Future<List<ReadRow<R>>> ahead;

    /** @param most rows that are read together */
    ReadingAhead(RowReader<R> rows, int most, ExecutorService hands) {
        this.rows = rows;
        this.most = most;
        this.hands = hands;
        this.ahead = reading();
    }

    /** The next rows; fewer than asked for at the end. */
    List<ReadRow<R>> next() {
        try {
            var read = ahead.get();
            ahead = read.size() < most ? CompletableFuture.completedFuture(List.of()) : reading();
            return read;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Stopped(stopped);
        } catch (CancellationException stopped) {
            throw new Stopped(stopped);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        }
    }

    /** Waits until nobody reads: the file is about to be closed. */
    @Override
    public void close() {
        try {
            ahead.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (CancellationException | ExecutionException unwanted) {
            // nobody asked for these rows
        }
    }

    private Future<List<ReadRow<R>>> reading() {
        return hands.submit(() -> rows.next(most));
    }
}
