package io.fangwei.localmongo.conformance;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.fangwei.localmongo.LocalMongo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.UuidRepresentation;

/** A server that speaks MongoDB's protocol: the embedded one or a real one. */
public enum Server {
    EMBEDDED,
    REAL;

    public static final String VARIABLE = "FANGWEI_TEST_MONGODB_URI";

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final String PREFIX = "proof-" + UUID.randomUUID().toString().substring(0, 8) + "-";

    private static final class Embedded {

        static final LocalMongo MONGO = open();
        static final MongoClient CLIENT = client(MONGO.connectionString());

        private static LocalMongo open() {
            try {
                var mongo = LocalMongo.open(Files.createTempDirectory("conformance"), 0);
                Runtime.getRuntime().addShutdownHook(new Thread(mongo::close));
                return mongo;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Real {

        static final MongoClient CLIENT = client(System.getenv(VARIABLE));
    }

    /** The servers that can be asked here. */
    public static Stream<Server> all() {
        return System.getenv(VARIABLE) == null ? Stream.of(EMBEDDED) : Stream.of(EMBEDDED, REAL);
    }

    private static MongoClient client(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build());
    }

    public MongoClient client() {
        return this == EMBEDDED ? Embedded.CLIENT : Real.CLIENT;
    }

    /** A database that nobody else uses; whoever takes it drops it. */
    public MongoDatabase freshDatabase() {
        return client().getDatabase(PREFIX + DATABASES.incrementAndGet());
    }

    /** The reply to a command, also where it is a refusal. */
    static BsonDocument ask(MongoDatabase database, BsonDocument command) {
        try {
            return database.runCommand(command, BsonDocument.class);
        } catch (MongoCommandException refused) {
            return refused.getResponse();
        }
    }
}
