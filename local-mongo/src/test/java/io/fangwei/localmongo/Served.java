package io.fangwei.localmongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;

/** One server for all tests of the process, and a collection of its own for each test. */
abstract class Served {

    static final LocalMongo MONGO = open();
    static final MongoClient CLIENT =
            MongoClients.create(MONGO.connectionString() + "/?uuidRepresentation=standard&w=majority&journal=true");
    private static final AtomicInteger COLLECTIONS = new AtomicInteger();

    final MongoDatabase database = CLIENT.getDatabase("tests");
    final MongoCollection<Document> documents =
            database.getCollection(getClass().getSimpleName() + COLLECTIONS.incrementAndGet());

    private static LocalMongo open() {
        try {
            return LocalMongo.open(Files.createTempDirectory("local-mongo-tests"), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Document doc(String field, Object value) {
        return new Document(field, value);
    }

    Document validation() {
        return database.runCommand(doc("validate", documents.getNamespace().getCollectionName()));
    }
}
