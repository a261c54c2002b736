package io.fangwei.kernel.feed;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import io.fangwei.kernel.store.Hashes;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;

/**
 * How far the topic has been projected, partition by partition. It never goes back, and belongs to one generation: one life
 * of the topics, read for one choice of datasets.
 */
final class FeedProgress {

    static final String COLLECTION = "feedProgress";

    /**
     * @param upTo the last place of each partition that is wholly projected
     * @param asOf until when everything is in it; empty if some partition was never heard of
     */
    record Reached(TreeMap<Integer, Long> upTo, Optional<Instant> asOf) {

        long of(int partition) {
            return upTo.getOrDefault(partition, Place.NONE);
        }
    }

    private final MongoCollection<Document> progress;
    private final int epoch;
    private final String generation;

    FeedProgress(MongoCollection<Document> progress, int epoch, Collection<Dataset> datasets) {
        this.progress = progress;
        this.epoch = epoch;
        this.generation = epoch + "-" + fingerprint(datasets);
    }

    void index() {
        progress.createIndex(new Document("generation", 1));
    }

    /** Whoever reads for another choice of datasets must read from the beginning: what is new in it has no rows yet. */
    static String fingerprint(Collection<Dataset> datasets) {
        return Hashes.hex(datasets.stream().map(Dataset::name).sorted().toList())
                .substring(0, 8);
    }

    String generation() {
        return generation;
    }

    int epoch() {
        return epoch;
    }

    Reached reached() {
        var upTo = new TreeMap<Integer, Long>();
        var oldest = Instant.MAX;
        var partitions = 0;
        for (var found : progress.find(eq("generation", generation))) {
            upTo.put(found.getInteger("partition"), found.getLong("place"));
            partitions = found.getInteger("of");
            var asOf = found.getDate("asOf").toInstant();
            oldest = asOf.isBefore(oldest) ? asOf : oldest;
        }
        return new Reached(upTo, partitions == 0 || upTo.size() < partitions ? Optional.empty() : Optional.of(oldest));
    }

    /** Everything up to this place is written. */
    void move(int partition, int of, long place, Instant asOf) {
        try {
            progress.updateOne(
                    new Document("_id", id(partition)).append("place", new Document("$lt", place)),
                    new Document("$set", new Document("place", place))
                            .append("$max", new Document("asOf", Date.from(asOf)))
                            .append("$setOnInsert", identity(partition, of)),
                    new UpdateOptions().upsert(true));
        } catch (MongoWriteException refused) {
            if (ErrorCategory.fromErrorCode(refused.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
        }
    }

    /** There was nothing more to be heard of these partitions at this moment. */
    void caughtUp(Collection<Integer> partitions, int of, Instant at) {
        for (var partition : partitions) {
            progress.updateOne(
                    new Document("_id", id(partition)),
                    new Document("$max", new Document("asOf", Date.from(at)))
                            .append("$setOnInsert", identity(partition, of).append("place", Place.NONE)),
                    new UpdateOptions().upsert(true));
        }
    }

    /** A key keeps its partition as long as their number stays; another number is another epoch. */
    void requirePartitions(int of) {
        var begun = progress.find(eq("generation", generation)).first();
        if (begun != null && begun.getInteger("of") != of) {
            throw new IllegalStateException(
                    "The topic has %d partitions and had %d when epoch %d began: it must be rebuilt in a new epoch"
                            .formatted(of, begun.getInteger("of"), epoch));
        }
    }

    private Document identity(int partition, int of) {
        return new Document("generation", generation)
                .append("partition", partition)
                .append("epoch", epoch)
                .append("of", of);
    }

    private String id(int partition) {
        return generation + ":" + partition;
    }
}
