package io.fangwei.kernel.testing;

import io.fangwei.localmongo.LocalMongo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** The database server of a test JVM: the one named by FANGWEI_TEST_MONGODB_URI, else an embedded one. */
public final class TestDatabase {

    public static final String VARIABLE = "FANGWEI_TEST_MONGODB_URI";

    private static final class Embedded {

        static final LocalMongo SERVER = open();

        private static LocalMongo open() {
            try {
                var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "databases")), "test");
                var server = LocalMongo.open(folder, 0);
                Runtime.getRuntime().addShutdownHook(new Thread(server::close));
                return server;
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }

    private TestDatabase() {}

    /** The embedded server, for tests that count what it examines; none where a real one stands in. */
    public static Optional<LocalMongo> embedded() {
        return isReal() ? Optional.empty() : Optional.of(Embedded.SERVER);
    }

    public static boolean isReal() {
        return System.getenv(VARIABLE) != null;
    }

    /** The address of a database that nobody else uses. */
    public static String freshUri() {
        return uri("test-" + UUID.randomUUID());
    }

    public static String uri(String database) {
        var server = isReal() ? System.getenv(VARIABLE) : Embedded.SERVER.connectionString();
        var question = server.indexOf('?');
        var hosts = question < 0 ? server : server.substring(0, question);
        var options = question < 0 ? "" : server.substring(question);
        return (hosts.endsWith("/") ? hosts : hosts + "/") + database + options;
    }
}
