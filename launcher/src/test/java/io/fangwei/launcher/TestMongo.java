package io.fangwei.launcher;

import com.mongodb.client.MongoClients;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The MongoDB that FANGWEI_TEST_MONGODB_URI names for tests; it holds no platform before them and none after them. */
final class TestMongo {

    private static final String OURS = "fangwei-";

    private TestMongo() {}

    static Optional<String> uri() {
        return Optional.ofNullable(System.getenv("FANGWEI_TEST_MONGODB_URI"));
    }

    static void requireEmpty() {
        each((name, client) -> {
            throw new IllegalStateException("FANGWEI_TEST_MONGODB_URI names a MongoDB that has the database " + name
                    + ". Tests would mix with it: give them a MongoDB without a platform.");
        });
    }

    static void clear() {
        each((name, client) -> client.getDatabase(name).drop());
    }

    private static void each(BiConsumer<String, com.mongodb.client.MongoClient> work) {
        uri().ifPresent(uri -> {
            try (var client = MongoClients.create(uri)) {
                List<String> names = client.listDatabaseNames().into(new ArrayList<>());
                names.stream().filter(name -> name.startsWith(OURS)).forEach(name -> work.accept(name, client));
            }
        });
    }
}
