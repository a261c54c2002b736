package io.fangwei.localmongo;

import de.bwaldvogel.mongo.MongoVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;

/**
 * A MongoDB-protocol server whose data lives in one directory. What it has acknowledged is on the disk; it is meant for
 * one machine.
 */
public final class LocalMongo implements AutoCloseable {

    static final MongoVersion VERSION = new MongoVersion() {
        @Override
        public List<Integer> getVersionArray() {
            return List.of(6, 0, 0);
        }

        @Override
        public int getWireVersion() {
            return 17;
        }
    };

    private final Path directory;
    private final DirectoryLock lock;
    private final Store store;
    private final WireServer server;
    private final Expiry expiry;
    private final Maintenance maintenance = new Maintenance();
    private final InetSocketAddress address;
    private boolean closed;

    private LocalMongo(Settings settings, DirectoryLock lock, Store store, WireServer server) {
        this.directory = settings.directory();
        this.expiry = new Expiry(store, settings.clock());
        this.lock = lock;
        this.store = store;
        this.server = server;
        this.address = server.address();
    }

    /**
     * Opens the server on its directory and on loopback; port 0 takes any free one.
     *
     * @throws DirectoryInUseException if another server is open on the directory
     * @throws PortInUseException if the port is taken
     * @throws DamagedException if something that was acknowledged is no longer there
     */
    public static LocalMongo open(Path directory, int port) {
        return open(Settings.of(directory, port));
    }

    /** Opens a server as the settings say. */
    public static LocalMongo open(Settings settings) {
        var lock = DirectoryLock.on(settings.directory());
        try {
            Folders.refuseIfUnfinished(settings.directory());
            return open(lock, settings, Space.around(settings.directory(), settings.reserve()));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    static LocalMongo open(DirectoryLock lock, Settings settings, Space space) {
        var store = new Store(settings.directory(), settings.memory(), space);
        var cursors = new Cursors(settings.clock(), settings.memory());
        var builds = new IndexBuilds(store, settings.memory().indexing());
        var access = new Access(settings.password());
        var backend = new LocalMongoBackend(store, cursors, builds, access, settings.clock());
        var server = listening(backend, store, new InetSocketAddress(settings.address(), settings.port()));
        var mongo = new LocalMongo(settings, lock, store, server);
        mongo.maintenance.once(builds::resume);
        mongo.maintenance.everyMinute(cursors::closeIdle);
        mongo.maintenance.everyMinute(mongo.expiry::sweep);
        mongo.maintenance.everyMinute(store::reclaim);
        return mongo;
    }

    /** The wire layer lets the checked BindException out undeclared. */
    private static WireServer listening(LocalMongoBackend backend, Store store, InetSocketAddress address) {
        try {
            return new WireServer(backend, address);
        } catch (Exception e) {
            store.close();
            if (e instanceof BindException) {
                throw new PortInUseException(address.getPort(), e);
            }
            throw e;
        }
    }

    /** What a driver takes to connect. */
    public String connectionString() {
        var host = address.getAddress().isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address.getAddress();
        return "mongodb://" + host.getHostAddress() + ":" + port();
    }

    /** The port on which the server listens. */
    public int port() {
        return address.getPort();
    }

    /** How many documents all commands have read so far. */
    public long documentsExamined() {
        return store.examined().documents.sum();
    }

    /** How many index keys all commands have read so far. */
    public long keysExamined() {
        return store.examined().keys.sum();
    }

    /** Deletes what has expired, without waiting for the minute to be over. */
    void expire() {
        expiry.sweep();
    }

    /** Gives back the place of what was deleted, without waiting for the minute to be over. */
    void reclaim() {
        store.reclaim();
    }

    /** Saves all data as it is now into one new file, while the server goes on. */
    public void backup(Path file) {
        synchronized (store) {
            var copy = directory.resolve("backup");
            Folders.delete(copy);
            try {
                store.copyTo(copy);
                Backup.pack(copy, file);
            } catch (IOException e) {
                throw new UncheckedIOException("The backup " + file + " cannot be written: " + e.getMessage(), e);
            } finally {
                Folders.delete(copy);
            }
        }
    }

    /** Fills a new or empty folder with what a backup holds, after every byte of it has been compared with its hash. */
    public static void restore(Path file, Path emptyFolder) {
        Backup.unpack(file, emptyFolder, Recovery.FILES);
    }

    /** Commands that are still running end where they are, with an error that makes a driver ask again. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            maintenance.close();
            store.sendAway();
            server.close();
            store.close();
            lock.close();
        }
    }
}
