package io.fangwei.kernel.outbox;

import com.mongodb.client.MongoCollection;
import io.fangwei.kernel.store.Entry;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells an empty topic again what the journal of its service knows: every entry that others may hear, in order for each
 * aggregate, under the keys and headers of the first time (D1). Nobody else may tell the topic anything meanwhile.
 */
public final class TopicRebuild {

    static final int A_PAGE = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(TopicRebuild.class);
    private static final Document IN_ORDER =
            new Document("aggregateId", 1).append("kind", 1).append(Entry.SEQUENCE, 1);
    private static final int ATTEMPTS = 12;

    private final MongoCollection<Document> journal;
    private final EventSender sender;

    public TopicRebuild(MongoCollection<Document> journal, EventSender sender) {
        this.journal = journal;
        this.sender = sender;
    }

    /**
     * Returns when Kafka has everything, with the number of entries told. What follows a gap in the journal still waits in
     * its aggregate and is left to the relay.
     *
     * @param progress hears now and then how many have been told
     * @throws IllegalStateException if Kafka does not take them
     */
    public long run(LongConsumer progress) {
        var told = 0L;
        var walk = new Walk();
        try (var lines = journal.find().sort(IN_ORDER).batchSize(A_PAGE).cursor()) {
            while (lines.hasNext()) {
                var page = page(lines, walk);
                tell(page);
                walk.stopIf(page.stream().anyMatch(one -> walk.standsAt(one) && isTooLarge(one)));
                told += page.stream().mapToLong(WaitingEntries::heardByOthers).sum();
                progress.accept(told);
            }
        }
        return told;
    }

    private static List<WaitingEntries> page(Iterator<Document> lines, Walk walk) {
        var page = new LinkedHashMap<String, List<Document>>();
        for (int read = 0; read < A_PAGE && lines.hasNext(); read++) {
            var line = lines.next();
            if (walk.takes(line)) {
                page.computeIfAbsent(walk.aggregate, none -> new ArrayList<>()).add(line);
            }
        }
        return page.values().stream().map(TopicRebuild::waiting).toList();
    }

    private static WaitingEntries waiting(List<Document> lines) {
        var first = lines.get(0);
        return WaitingEntries.ofJournal(first.getString("kind"), first.getString("aggregateId"), lines);
    }

    private void tell(List<WaitingEntries> page) {
        var open = page;
        for (int attempt = 0; !open.isEmpty(); attempt++) {
            if (attempt == ATTEMPTS) {
                throw new IllegalStateException("Kafka does not take the entries of the journal "
                        + journal.getNamespace().getDatabaseName());
            }
            sender.send(open);
            open.forEach(TopicRebuild::requireTaken);
            open = open.stream().filter(WaitingEntries::retry).toList();
        }
    }

    private static void requireTaken(WaitingEntries one) {
        one.refusal().filter(refusal -> !isTooLarge(one)).ifPresent(refusal -> {
            throw new IllegalStateException("Kafka refuses an entry of " + one.aggregate() + ": " + refusal, refusal);
        });
    }

    /** What is too large has never been told; it waits in its aggregate still. */
    private static boolean isTooLarge(WaitingEntries one) {
        return one.refusal()
                .filter(refusal -> Stream.iterate(refusal, Objects::nonNull, Throwable::getCause)
                        .anyMatch(RecordTooLargeException.class::isInstance))
                .isPresent();
    }

    /** The way through the journal: at which aggregate it stands, and whether that has come to its end. */
    private static final class Walk {

        private String aggregate = "";
        private long last;
        private boolean stopped;

        boolean takes(Document line) {
            var at = line.getString("kind") + ":" + line.getString("aggregateId");
            if (!at.equals(aggregate)) {
                aggregate = at;
                last = 0;
                stopped = false;
            }
            var sequence = line.getLong(Entry.SEQUENCE);
            if (!stopped && sequence != last + 1) {
                LOG.warn("The journal has {} of {} and not the entry before; the relay must bring it", sequence, at);
                stopped = true;
            }
            last = sequence;
            return !stopped;
        }

        boolean standsAt(WaitingEntries one) {
            return one.aggregate().equals(aggregate);
        }

        void stopIf(boolean refused) {
            stopped |= refused;
        }
    }
}
