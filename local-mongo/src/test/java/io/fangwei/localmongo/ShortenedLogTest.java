package io.fangwei.localmongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** Two logs are needed when a crash comes between the filling of a memtable and its file; the older one is shortened. */
class ShortenedLogTest {

    private static final int ROUNDS = Campaign.rounds(12, 200);
    private static final int CHANGES = 1500;
    private static final Memory SMALL = new Memory(1 << 20, 2 << 20, 1 << 20, 100, 100, 16 << 20);

    @TempDir
    Path folder;

    private Path killed() {
        return folder.resolve("killed");
    }

    private Path damaged() {
        return folder.resolve("damaged");
    }

    @BeforeEach
    void loadNativeLibrary() {
        NativeLibrary.loadFrom(folder.resolve("native"));
    }

    @Test
    void what_follows_a_gap_is_not_read() throws Exception {
        writeTwoLogs();
        var random = new Random(Campaign.SEED);
        System.out.println("ShortenedLogTest: seed " + Campaign.SEED);
        int prefixes = 0;

        for (int round = 0; round < ROUNDS; round++) {
            copy(killed().resolve("rocks"), damaged().resolve("rocks"));
            try (var mark = Mark.in(damaged())) {
                mark.set(1);
            }
            var older = logs().get(0);
            long at = round == 0 ? 0 : random.nextLong(Files.size(older));
            shorten(older, at, round % 2 == 1);

            int found = open("seed " + Campaign.SEED + ", round " + round + ", at " + at);
            prefixes += found > 0 ? 1 : 0;
        }

        assertThat(prefixes).as("rounds that opened").isPositive();
    }

    private void writeTwoLogs() throws Exception {
        Files.createDirectories(killed());
        var random = new Random(7);
        try (var options = new EngineOptions(SMALL);
                var db = RocksDB.open(
                        options.options(), folder.resolve("running").toString())) {
            db.pauseBackgroundWork();
            for (int i = 0; i < CHANGES; i++) {
                byte[] noise = new byte[1000];
                random.nextBytes(noise);
                db.put(options.unsynced(), Keys.ofLong(i), noise);
            }
            db.flushWal(true);
            copy(folder.resolve("running"), killed().resolve("rocks"));
            db.continueBackgroundWork();
        }
        copy(killed().resolve("rocks"), damaged().resolve("rocks"));
        assertThat(logs()).hasSize(2);
        assertThat(open("undamaged")).isEqualTo(CHANGES);
    }

    /** @return how many changes are there; 0 if the log is refused */
    private int open(String as) throws RocksDBException {
        try (var options = new EngineOptions(SMALL);
                var db = new Recovery(damaged()).open(options.options());
                var all = db.newIterator()) {
            int count = 0;
            for (all.seekToFirst(); all.isValid(); all.next()) {
                assertThat(Keys.toLong(all.key())).as(as).isEqualTo(count++);
            }
            return count;
        } catch (DamagedException refused) {
            return 0;
        }
    }

    private static void shorten(Path log, long at, boolean withZeros) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "rw")) {
            long length = file.length();
            file.setLength(at);
            file.setLength(withZeros ? length : at);
        }
    }

    private List<Path> logs() throws IOException {
        return Folders.filesIn(damaged().resolve("rocks")).stream()
                .filter(each ->
                        each.toString().endsWith(".log") && each.toFile().length() > 0)
                .toList();
    }

    private static void copy(Path from, Path to) throws IOException {
        Folders.delete(to);
        Files.createDirectories(to);
        for (Path each : Folders.filesIn(from)) {
            Files.copy(each, to.resolve(each.getFileName()));
        }
    }
}
