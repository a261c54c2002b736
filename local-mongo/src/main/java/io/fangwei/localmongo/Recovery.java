package io.fangwei.localmongo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;
import org.rocksdb.WALRecoveryMode;

/**
 * Opens the files of a store. A log that a crash has broken off is taken up to there, if everything that was
 * acknowledged lies before; otherwise it is damaged, and nothing is changed.
 */
final class Recovery {

    /** The folder of RocksDB in that of the server. */
    static final String FILES = "rocks";

    private final Path directory;
    private final String files;
    private final OptionalLong acknowledged;

    Recovery(Path directory) {
        this.directory = directory;
        files = directory.resolve(FILES).toString();
        acknowledged = Mark.read(directory);
    }

    RocksDB open(Options options) {
        try {
            options.setWalRecoveryMode(modeFor(options));
            return RocksDB.open(options, files);
        } catch (RocksDBException e) {
            throw cannotBeOpened(e);
        }
    }

    /** Looks before anything is changed. */
    private WALRecoveryMode modeFor(Options options) throws RocksDBException {
        if (!Files.exists(Path.of(files, "CURRENT"))) {
            if (acknowledged.orElse(0) > 0) {
                throw new DamagedException(directory, "its files are gone.");
            }
            return WALRecoveryMode.AbsoluteConsistency;
        }
        try (var whole = openWhole(options)) {
            refuseIfShort(whole, null);
            return WALRecoveryMode.AbsoluteConsistency;
        } catch (RocksDBException damage) {
            if (!isDamage(damage)) {
                throw damage;
            }
            refuseUnlessBehindTheMark(options, damage);
            return WALRecoveryMode.PointInTimeRecovery;
        }
    }

    private void refuseUnlessBehindTheMark(Options options, RocksDBException damage) {
        try (var upToTheDamage = openUpToDamage(options)) {
            if (acknowledged.isEmpty()) {
                throw new DamagedException(directory, describe(upToTheDamage.getLatestSequenceNumber(), damage));
            }
            refuseIfShort(upToTheDamage, damage);
        } catch (RocksDBException e) {
            throw new DamagedException(directory, e.getMessage() + ".");
        }
    }

    private void refuseIfShort(RocksDB db, @Nullable RocksDBException damage) {
        long end = db.getLatestSequenceNumber();
        if (end < acknowledged.orElse(0)) {
            throw new DamagedException(directory, describe(end, damage));
        }
    }

    private RocksDB openWhole(Options options) throws RocksDBException {
        options.setWalRecoveryMode(WALRecoveryMode.AbsoluteConsistency);
        return RocksDB.openReadOnly(options, files);
    }

    /** What is whole, to be read only. */
    RocksDB openUpToDamage(Options options) throws RocksDBException {
        options.setWalRecoveryMode(WALRecoveryMode.PointInTimeRecovery);
        return RocksDB.openReadOnly(options, files);
    }

    private String describe(long end, @Nullable RocksDBException damage) {
        return "its log is whole up to change " + end
                + (acknowledged.isPresent() ? ", but change " + acknowledged.getAsLong() + " was acknowledged" : "")
                + (damage == null ? "." : " (" + damage.getMessage() + ").");
    }

    /** What is wrong with the log; nothing if it is whole. Changes nothing. */
    Optional<String> damage(Options options) {
        try {
            modeFor(options);
            return Optional.empty();
        } catch (DamagedException damage) {
            return Optional.of(damage.where());
        } catch (RocksDBException e) {
            throw cannotBeOpened(e);
        }
    }

    private static boolean isDamage(RocksDBException e) {
        return e.getStatus() != null && e.getStatus().getCode() == Status.Code.Corruption;
    }

    private StoreException cannotBeOpened(RocksDBException e) {
        return new StoreException("The data folder " + directory + " cannot be opened: " + e.getMessage(), e);
    }
}
