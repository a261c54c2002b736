package io.fangwei.localmongo;

import io.fangwei.localmongo.stages.Allowance;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The documents and index keys that one command has looked at, the plan by which it did, and what it may still use. With
 * each of them it may find that its time is over.
 */
final class Examined implements Allowance {

    /** The same over all commands of a server. */
    static final class Total {
        final LongAdder documents = new LongAdder();
        final LongAdder keys = new LongAdder();
    }

    private final Total total;
    private final TimeLimit limit;
    private final long mostHeld;
    private long documents;
    private long keys;
    private @Nullable Plan plan;

    Examined(Total total, TimeLimit limit, long mostHeld) {
        this.total = total;
        this.limit = limit;
        this.mostHeld = mostHeld;
    }

    TimeLimit limit() {
        return limit;
    }

    @Override
    public void refuseIfOver() {
        limit.refuseIfOver();
    }

    @Override
    public long mostHeld() {
        return mostHeld;
    }

    void document() {
        limit.refuseIfOver();
        documents++;
        total.documents.increment();
    }

    void key() {
        limit.refuseIfOver();
        keys++;
        total.keys.increment();
    }

    void by(Plan chosen) {
        if (plan == null) {
            plan = chosen;
        }
    }

    long documents() {
        return documents;
    }

    long keys() {
        return keys;
    }

    @Nullable
    Plan plan() {
        return plan;
    }
}
