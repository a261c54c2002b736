package io.fangwei.localmongo;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * A MongoDB-protocol server on loopback whose data lives in one directory. What it has acknowledged is on the disk; it
 * is meant for one machine.
 */
public final class LocalMongo implements AutoCloseable {

    /** Acknowledgements wait for the disk on the threads that read the network. */
    private static final int WORKERS = 32;

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

    private final DirectoryLock lock;
    private final Store store;
    private final MongoServer server;
    private final int port;
    private boolean closed;

    private LocalMongo(DirectoryLock lock, Store store, MongoServer server) {
        this.lock = lock;
        this.store = store;
        this.server = server;
        this.port = server.getLocalAddress().getPort();
    }

    /**
     * Opens the server on its directory; port 0 takes any free one.
     *
     * @throws DirectoryInUseException if another server is open on the directory
     * @throws PortInUseException if the port is taken
     */
    public static LocalMongo open(Path directory, int port) {
        var lock = DirectoryLock.on(directory);
        try {
            return open(lock, new Store(directory), port);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static LocalMongo open(DirectoryLock lock, Store store, int port) {
        var server = new MongoServer(new LocalMongoBackend(store, Clock.systemUTC()).version(VERSION));
        try {
            bind(server, port);
            return new LocalMongo(lock, store, server);
        } catch (RuntimeException e) {
            server.shutdownNow();
            store.close();
            throw e;
        }
    }

    /** The wire layer lets the checked BindException out undeclared. */
    private static void bind(MongoServer server, int port) {
        try {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1, WORKERS);
        } catch (Exception e) {
            if (e instanceof BindException) {
                throw new PortInUseException(port, e);
            }
            throw e;
        }
    }

    /** What a driver takes to connect. */
    public String connectionString() {
        return "mongodb://127.0.0.1:" + port;
    }

    /** The port on which the server listens. */
    public int port() {
        return port;
    }

    /** How many documents all commands have read so far. */
    public long documentsExamined() {
        return store.examined().documents.sum();
    }

    /** How many index keys all commands have read so far. */
    public long keysExamined() {
        return store.examined().keys.sum();
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            server.shutdownNow();
            store.close();
            lock.close();
        }
    }
}
