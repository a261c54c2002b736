package io.fangwei.launcher.bench;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;

/** What a command costs that is nothing but its read and its write: a copy of a visit found and updated, durably. */
final class DriverBaseline implements Work {

    static final String FIND = "findOne";
    static final String UPDATE = "updateOne";

    private final MongoCollection<Document> copies;
    private final String id = UUID.randomUUID().toString();
    private boolean found;
    private Document copy;

    DriverBaseline(MongoClient mongo, String visit) {
        copies = mongo.getDatabase("benchmark")
                .getCollection("copies")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        copy = original(mongo, visit);
        copies.insertOne(copy.append("_id", id));
    }

    private static Document original(MongoClient mongo, String visit) {
        var found = mongo.getDatabase("fangwei-visit")
                .getCollection("visits")
                .find(eq("_id", visit))
                .first();
        return Objects.requireNonNull(found, visit);
    }

    /** How large the document of a visit is, in bytes. */
    static int size(MongoClient mongo, String visit) {
        var bson = new BsonDocument();
        new DocumentCodec()
                .encode(
                        new BsonDocumentWriter(bson),
                        original(mongo, visit),
                        EncoderContext.builder().build());
        return new RawBsonDocument(bson, new BsonDocumentCodec())
                .getByteBuffer()
                .remaining();
    }

    @Override
    public String next() throws IOException {
        found = !found;
        if (found) {
            copy = Objects.requireNonNull(copies.find(eq("_id", id)).first());
            return FIND;
        }
        var unchanged = and(eq("_id", id), eq("version", copy.getLong("version")));
        var updated = copies.updateOne(unchanged, combine(inc("version", 1L), set("state", copy.get("state"))));
        if (updated.getModifiedCount() != 1) {
            throw new IOException("Not updated: " + id);
        }
        return UPDATE;
    }
}
