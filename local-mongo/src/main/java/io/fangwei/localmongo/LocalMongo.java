package io.fangwei.localmongo;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;

/** A MongoDB-protocol server on loopback whose data lives in one directory. */
public final class LocalMongo implements AutoCloseable {

    private static final MongoVersion VERSION = new MongoVersion() {
        @Override
        public List<Integer> getVersionArray() {
            return List.of(6, 0, 0);
        }

        @Override
        public int getWireVersion() {
            return 17;
        }
    };

    private final MongoServer server;
    private final int port;

    private LocalMongo(MongoServer server) {
        this.server = server;
        this.port = server.getLocalAddress().getPort();
    }

    /** Opens the server on a directory of its own; port 0 takes any free one. */
    public static LocalMongo open(Path directory, int port) {
        var backend = new LocalMongoBackend(directory);
        var server = new MongoServer(backend.version(VERSION));
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1, 32);
        return new LocalMongo(server);
    }

    public String connectionString() {
        return "mongodb://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
