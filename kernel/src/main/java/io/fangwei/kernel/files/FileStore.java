package io.fangwei.kernel.files;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import io.fangwei.kernel.store.StoreContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.function.Function;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Keeps files in GridFS: uploaded under a random id, verified, then named by an insert of {@code {_id: sha256, fileId}}.
 * The same bytes are kept once; what a crash left without a name is swept (D8).
 */
public final class FileStore {

    private static final String NAMES = "fileNames";
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final GridFSBucket bucket;
    private final MongoCollection<Document> names;
    private final MongoCollection<Document> uploaded;
    private final Clock realTime;

    public static FileStore of(MongoOperations mongo) {
        return new FileStore(mongo.execute(database -> database), Clock.systemUTC());
    }

    /** @param realTime the machine's time, by which the age of an upload is judged */
    FileStore(MongoDatabase database, Clock realTime) {
        var durable = database.withWriteConcern(StoreContext.DURABLE);
        this.bucket = GridFSBuckets.create(durable, "files");
        this.names = durable.getCollection(NAMES);
        this.uploaded = durable.getCollection("files.files");
        this.realTime = realTime;
        uploaded.createIndex(new Document("uploadDate", 1));
        names.createIndex(new Document("fileId", 1));
    }

    public StoredFile keep(Upload upload) {
        var kept = new StoredFile(upload.hash(), upload.size());
        if (names.find(eq("_id", upload.hash())).first() != null) {
            return kept;
        }
        var fileId = upload(upload.file());
        if (!hash(fileId).equals(upload.hash())) {
            bucket.delete(fileId);
            throw new IllegalStateException("The file " + upload.hash() + " was not kept as it came");
        }
        name(upload, fileId);
        return kept;
    }

    /** Brings a kept file to the disk for as long as the work lasts. */
    public <T> T with(String hash, Function<Path, T> work) {
        var name = names.find(eq("_id", hash)).first();
        if (name == null) {
            throw new IllegalArgumentException("There is no file " + hash);
        }
        return Uploads.inFile(file -> {
            try (var out = Files.newOutputStream(file)) {
                bucket.downloadToStream(name.getObjectId("fileId"), out);
            }
            return work.apply(file);
        });
    }

    /** Deletes what was uploaded a day ago or earlier and never named. */
    public void sweep() {
        var before = Date.from(realTime.instant().minus(FORGOTTEN));
        for (var old : uploaded.find(lt("uploadDate", before))
                .projection(new Document("_id", 1))
                .into(new ArrayList<>())) {
            var fileId = old.getObjectId("_id");
            if (names.find(eq("fileId", fileId)).first() == null) {
                bucket.delete(fileId);
            }
        }
    }

    private ObjectId upload(Path file) {
        try (var in = Files.newInputStream(file)) {
            return bucket.uploadFromStream("upload", in);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private String hash(ObjectId fileId) {
        var digest = Uploads.sha256();
        bucket.downloadToStream(fileId, new DigestOutputStream(java.io.OutputStream.nullOutputStream(), digest));
        return HexFormat.of().formatHex(digest.digest());
    }

    private void name(Upload upload, ObjectId fileId) {
        try {
            names.insertOne(
                    new Document("_id", upload.hash()).append("fileId", fileId).append("size", upload.size()));
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
            bucket.delete(fileId);
        }
    }
}
