package io.fangwei.localmongo;

import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** The documents and index keys that one command has looked at, and the plan by which it did. */
final class Examined {

    /** The same over all commands of a server. */
    static final class Total {
        final LongAdder documents = new LongAdder();
        final LongAdder keys = new LongAdder();
    }

    private final Total total;
    private long documents;
    private long keys;
    private @Nullable Plan plan;

    Examined(Total total) {
        this.total = total;
    }

    void document() {
        documents++;
        total.documents.increment();
    }

    void key() {
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
