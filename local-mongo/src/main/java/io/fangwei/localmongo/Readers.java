package io.fangwei.localmongo;

import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Who still reads from an opened store. Native memory is released when the last has gone, never under his feet. */
final class Readers {

    private static final int INTERRUPTED = 11602;

    private final Phaser present = new Phaser(1);
    private volatile boolean closing;

    void enter() {
        present.register();
    }

    void leave() {
        present.arriveAndDeregister();
    }

    /** Commands ask at each step, so that none holds up the end. */
    void refuseIfClosing() {
        if (closing) {
            throw new MongoServerError(
                    INTERRUPTED,
                    "InterruptedDueToReplStateChange",
                    "The server is closing or opening its store again.");
        }
    }

    static boolean isInterruption(MongoServerException refusal) {
        return refusal instanceof MongoServerError error && error.getCode() == INTERRUPTED;
    }

    /** Such an error is one of the whole command, not of one of its statements. */
    static boolean endsCommand(MongoServerException refusal) {
        return isInterruption(refusal)
                || refusal instanceof MongoServerError error && error.getCode() == TimeLimit.EXPIRED;
    }

    void sendAway() {
        closing = true;
    }

    /** Waits until all have gone; in between, lets go of what nobody works on but somebody has kept. */
    void awaitGone(Runnable letGo) {
        int phase = present.arrive();
        boolean gone = false;
        while (!gone) {
            letGo.run();
            gone = isOver(phase);
        }
    }

    private boolean isOver(int phase) {
        try {
            present.awaitAdvanceInterruptibly(phase, 20, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while waiting for the last reader");
        }
    }
}
