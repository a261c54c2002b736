package io.fangwei.localmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

    private static final int WRITERS = 4;

    @TempDir
    Path folder;

    private Path data() {
        return folder.resolve("data");
    }

    private Path file() {
        return folder.resolve("backup.zip");
    }

    private Path restored() {
        return folder.resolve("restored");
    }

    @Test
    void a_backup_taken_under_load_holds_all_that_was_acknowledged_before_and_nothing_by_halves() throws Exception {
        var acknowledged = new AtomicInteger();
        int before;
        try (var mongo = LocalMongo.open(data(), 0);
                var client = MongoClients.create(mongo.connectionString())) {
            var collection = client.getDatabase("a").getCollection("c");
            collection.createIndex(new Document("pair", 1));
            var writers = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> new Thread(() -> writePairs(collection, writer, acknowledged)))
                    .toList();
            writers.forEach(Thread::start);
            while (acknowledged.get() < 100) {
                Thread.onSpinWait();
            }
            before = acknowledged.get();
            mongo.backup(file());
            for (Thread each : writers) {
                each.join();
            }
        }

        LocalMongo.restore(file(), restored());

        try (var mongo = LocalMongo.open(restored(), 0);
                var client = MongoClients.create(mongo.connectionString())) {
            var found = client.getDatabase("a").getCollection("c").find().into(new ArrayList<>());
            assertThat(found).hasSizeBetween(2 * before, 2 * acknowledged.get());
            assertThat(new HashSet<>(
                            found.stream().map(each -> each.get("pair")).toList()))
                    .hasSize(found.size() / 2);
            assertThat(client.getDatabase("a").runCommand(new Document("validate", "c")))
                    .containsEntry("valid", true);
        }
        assertThat(data().resolve("backup")).doesNotExist();
    }

    private static void writePairs(MongoCollection<Document> collection, int writer, AtomicInteger acknowledged) {
        for (int i = 0; i < 150; i++) {
            var pair = writer + "-" + i;
            collection.insertMany(List.of(
                    new Document("_id", pair + "a").append("pair", pair),
                    new Document("_id", pair + "b").append("pair", pair)));
            acknowledged.incrementAndGet();
        }
    }

    @Test
    void a_backup_overwrites_nothing_and_leaves_nothing_half_done() throws IOException {
        Files.createFile(file());
        try (var mongo = LocalMongo.open(data(), 0)) {
            assertThatThrownBy(() -> mongo.backup(file())).hasMessage("The file " + file() + " exists already.");
            assertThatThrownBy(() -> mongo.backup(folder.resolve("nowhere").resolve("file")))
                    .hasMessageContaining("cannot be written");
        }

        assertThat(file()).isEmptyFile();
        assertThat(names(folder)).containsExactlyInAnyOrder("backup.zip", "data");
        assertThat(data().resolve("backup")).doesNotExist();
    }

    @Test
    void a_folder_with_anything_in_it_is_not_restored_into() throws IOException {
        backup();
        Files.createDirectories(restored());
        Files.createFile(restored().resolve("anything"));

        assertThatThrownBy(() -> LocalMongo.restore(file(), restored()))
                .hasMessage("The folder " + restored() + " is not empty.");

        assertThat(names(restored())).containsExactly("anything");
    }

    @Test
    void a_damaged_backup_is_refused_before_anything_is_written_unless_only_the_wrapping_is_damaged()
            throws IOException {
        backup();
        LocalMongo.restore(file(), restored());
        var whole = contents(restored());
        Folders.delete(restored());
        long length = Files.size(file());
        int refused = 0;

        for (long at = 64; at < length; at += Math.max(1, length / 40)) {
            flip(at);
            try {
                LocalMongo.restore(file(), restored());
                assertThat(contents(restored()))
                        .as("byte " + at + " of " + length)
                        .isEqualTo(whole);
                Folders.delete(restored());
            } catch (IllegalStateException damaged) {
                assertThat(damaged).hasMessageContaining("cannot be restored");
                assertThat(restored()).doesNotExist();
                refused++;
            }
            flip(at);
        }

        assertThat(refused).isGreaterThan(10);
    }

    private static Map<String, Integer> contents(Path restored) throws IOException {
        var contents = new TreeMap<String, Integer>();
        for (Path each : Folders.filesIn(restored.resolve("rocks"))) {
            contents.put(each.getFileName().toString(), Arrays.hashCode(Files.readAllBytes(each)));
        }
        return contents;
    }

    @Test
    void a_file_that_is_no_backup_is_refused() throws IOException {
        Files.writeString(file(), "no backup");

        assertThatThrownBy(() -> LocalMongo.restore(file(), restored())).hasMessageContaining("cannot be restored");
    }

    @Test
    void a_folder_whose_restore_was_interrupted_is_not_opened() throws IOException {
        Files.createDirectories(Folders.unfinishedIn(restored()));

        assertThatThrownBy(() -> LocalMongo.open(restored(), 0)).hasMessageContaining("not filled to the end");
    }

    private void backup() {
        try (var mongo = LocalMongo.open(data(), 0);
                var client = MongoClients.create(mongo.connectionString())) {
            var collection = client.getDatabase("a").getCollection("c");
            collection.createIndex(new Document("n", 1), new IndexOptions().unique(true));
            collection.insertMany(IntStream.range(0, 200)
                    .mapToObj(i -> new Document("_id", i).append("n", i))
                    .toList());
            mongo.backup(file());
        }
    }

    private void flip(long at) throws IOException {
        try (var bytes = new RandomAccessFile(file().toFile(), "rw")) {
            bytes.seek(at);
            int value = bytes.read();
            bytes.seek(at);
            bytes.write(value ^ 1);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).toList();
        }
    }
}
