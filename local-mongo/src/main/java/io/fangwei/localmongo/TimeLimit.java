package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.fangwei.localmongo.values.Numbers;
import io.fangwei.localmongo.values.Refusals;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** How long a command may work ({@code maxTimeMS}). What a find has not used is left to the batches of its cursor. */
final class TimeLimit {

    static final TimeLimit NONE = new TimeLimit(0, Clock.systemUTC());

    static final int EXPIRED = 50;

    private static final String NAME = "maxTimeMS";

    private final boolean limited;
    private final Clock clock;
    private volatile long left;
    private volatile long end;

    private TimeLimit(long milliseconds, Clock clock) {
        this.limited = milliseconds > 0;
        this.clock = clock;
        this.left = milliseconds;
        begin();
    }

    /** Of a command that begins now; 0 is no limit. */
    static TimeLimit of(Document command, Clock clock) {
        if (!command.containsKey(NAME)) {
            return NONE;
        }
        if (!(command.get(NAME) instanceof Number given)) {
            throw Refusals.badValue(NAME + " must be a number");
        }
        long milliseconds = Numbers.toLong(given);
        if (milliseconds < 0 || milliseconds > Integer.MAX_VALUE) {
            throw Refusals.badValue(milliseconds + " value for " + NAME + " is out of range");
        } else if (!Numbers.isIntegral(given)) {
            throw Refusals.badValue(NAME + " has non-integral value");
        }
        return milliseconds == 0 ? NONE : new TimeLimit(milliseconds, clock);
    }

    /** Goes on with what was left. */
    void begin() {
        if (limited) {
            end = clock.millis() + left;
        }
    }

    /** Nobody works until it begins again. */
    void pause() {
        if (limited) {
            left = end - clock.millis();
        }
    }

    /** Commands ask at each step. */
    void refuseIfOver() {
        if (limited && clock.millis() >= end) {
            throw new MongoServerError(EXPIRED, "MaxTimeMSExpired", "operation exceeded time limit");
        }
    }

    /** Waits for its turn no longer than the command may work. */
    void lock(ReentrantLock turn) {
        if (!limited) {
            turn.lock();
            return;
        }
        try {
            while (!turn.tryLock(Math.max(1, end - clock.millis()), TimeUnit.MILLISECONDS)) {
                refuseIfOver();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while waiting for another command");
        }
    }
}
