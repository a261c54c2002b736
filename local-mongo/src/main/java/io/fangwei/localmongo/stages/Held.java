package io.fangwei.localmongo.stages;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.fangwei.localmongo.values.Size;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/** What one blocking step holds in memory until it has seen all, counted in the bytes that it has as BSON. */
public final class Held {

    private final long most;
    private final LongFunction<MongoServerError> refusal;
    private long bytes;

    /** @param refusal what is answered if it is too much, by the bound */
    public Held(long most, LongFunction<MongoServerError> refusal) {
        this.most = most;
        this.refusal = refusal;
    }

    /** Of a step that MongoDB would carry on with on its disk; this server has no such place. */
    public static Held onlyInMemory(String step, long most) {
        return new Held(
                most,
                bytes -> new MongoServerError(
                        292,
                        "QueryExceededMemoryLimitNoDiskUseAllowed",
                        step + " exceeded memory limit of " + bytes
                                + " bytes, and this server does not use the disk for it: a limit, an index in the order"
                                + " of the sort, or an earlier $match keeps less."));
    }

    /** More is held. */
    public void add(long more) {
        bytes += more;
        if (bytes > most) {
            throw refusal.apply(most);
        }
    }

    /** All documents of a stream at once. */
    public List<Document> all(Stream<Document> documents) {
        return documents.peek(document -> add(Size.of(document))).toList();
    }

    /** Something is held no longer. */
    public void remove(long less) {
        bytes -= less;
    }
}
