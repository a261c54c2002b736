package io.fangwei.launcher.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.client.MongoClients;
import io.fangwei.launcher.StartRefused;
import io.fangwei.launcher.data.DataFolder;
import io.fangwei.launcher.data.DurableFile;
import io.fangwei.launcher.data.FolderContent;
import io.fangwei.launcher.data.PersonalKeyFile;
import io.fangwei.localmongo.LocalMongo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

    private static final Clock REAL = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path temporary;

    private final List<String> said = new ArrayList<>();
    private Path data;
    private Path file;

    @BeforeEach
    void an_installation() throws IOException {
        data = temporary.resolve("data");
        file = temporary.resolve("night.backup");
        DataFolder.open(data).close();
        DurableFile.replace(data.resolve("clock.json"), "{\"at\":\"then\"}");
        DurableFile.replace(DurableFile.privateFolder(data.resolve("issuer")).resolve("keys.json"), "secret");
        Files.createDirectories(data.resolve("kafka/log"));
        Files.writeString(data.resolve("kafka/log/events"), "can be told again");
        Files.writeString(data.resolve("launcher.log"), "long");
    }

    @Test
    void a_restored_installation_has_the_documents_of_the_moment_and_the_keys_and_no_topics() throws Exception {
        try (var mongo = LocalMongo.open(data.resolve("mongo"), 0);
                var client = MongoClients.create(mongo.connectionString())) {
            var visits = client.getDatabase("fangwei-visit").getCollection("visits");
            visits.insertMany(IntStream.range(0, 500)
                    .mapToObj(number -> new Document("_id", number).append("text", "防微" + number))
                    .toList());
            backup(mongo);
            visits.deleteMany(new Document());
        }

        var restored = temporary.resolve("elsewhere");
        restore(restored);

        try (var mongo = LocalMongo.open(restored.resolve("mongo"), 0);
                var client = MongoClients.create(mongo.connectionString())) {
            var visits = client.getDatabase("fangwei-visit").getCollection("visits");
            assertThat(visits.countDocuments()).isEqualTo(500);
            assertThat(visits.find(new Document("_id", 77)).first()).containsEntry("text", "防微77");
        }
        assertThat(restored.resolve("clock.json")).hasContent("{\"at\":\"then\"}");
        assertThat(restored.resolve("issuer/keys.json")).hasContent("secret");
        try (var entries = Files.list(restored)) {
            assertThat(entries.map(entry -> entry.getFileName().toString()).collect(Collectors.toSet()))
                    .containsExactlyInAnyOrder("clock.json", "fangwei-data", "issuer", "lock", "mongo", "stale-topics");
        }
        try (var folder = DataFolder.open(restored)) {
            assertThat(folder.topicsAreStale()).isTrue();
            folder.topicsFollow();
            assertThat(folder.topicsAreStale()).isFalse();
        }
        assertThat(said).last().asString().contains("2026-11-22T08:00:00Z");
    }

    @Test
    void keys_are_for_their_owner_alone() throws Exception {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        backup();
        restore(temporary.resolve("elsewhere"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary.resolve("elsewhere/issuer"))))
                .isEqualTo("rwx------");
    }

    @Test
    void a_file_that_exists_is_not_overwritten() throws Exception {
        Files.writeString(file, "the one of last night");

        assertThatThrownBy(this::backup).isInstanceOf(StartRefused.class).hasMessageContaining("not overwritten");
        assertThat(file).hasContent("the one of last night");
    }

    @Test
    void a_backup_that_fails_leaves_nothing() {
        var failing = new Backup(
                new FolderContent(data),
                dump -> {
                    throw new IllegalStateException("no space");
                },
                REAL,
                said::add);

        assertThatThrownBy(() -> failing.to(file)).hasMessage("no space");
        assertThat(temporary).isDirectoryNotContaining(entry -> !entry.equals(data));
    }

    @Test
    void a_folder_that_is_not_empty_is_left_alone() throws Exception {
        backup();
        var full = Files.createDirectory(temporary.resolve("full"));
        Files.writeString(full.resolve("thesis.doc"), "long work");

        assertThatThrownBy(() -> restore(full)).isInstanceOf(StartRefused.class).hasMessageContaining("not empty");
        assertThat(full.resolve("thesis.doc")).hasContent("long work");
    }

    @Test
    void whatever_byte_of_a_backup_is_changed_nothing_is_restored_from_it() throws Exception {
        backup();
        var whole = Files.readAllBytes(file);
        var random = new Random(20261123);
        for (int round = 0; round < 40; round++) {
            var bytes = whole.clone();
            var at = random.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bytes);
            var target = temporary.resolve("target-" + round);
            try {
                restore(target);
                assertThat(content(target)).as("byte %d", at).isEqualTo(content(data));
            } catch (StartRefused refused) {
                assertThat(target)
                        .as("byte %d", at)
                        .satisfiesAnyOf(
                                folder -> assertThat(folder).doesNotExist(),
                                folder -> assertThat(folder).isEmptyDirectory());
            }
        }
    }

    @Test
    void a_file_that_was_cut_off_is_refused() throws Exception {
        backup();
        var whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 100));

        assertThatThrownBy(() -> restore(temporary.resolve("elsewhere"))).isInstanceOf(StartRefused.class);
        assertThat(temporary.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void a_restore_that_fails_leaves_an_empty_folder() throws Exception {
        backup();
        var target = temporary.resolve("elsewhere");
        var failing = new Restore(
                (dump, folder) -> {
                    throw new IllegalStateException("no space");
                },
                said::add);

        assertThatThrownBy(() -> failing.of(file, target, null)).hasMessage("no space");
        assertThat(target).isEmptyDirectory();
    }

    @Test
    void the_keys_for_fields_about_persons_are_in_no_backup_and_must_be_brought_by_whoever_restores() throws Exception {
        var keys = PersonalKeyFile.in(data);
        assertThat(keys.ensure()).isTrue();
        assertThat(keys.ensure()).isFalse();
        var needed = keys.find().orElseThrow();
        var secret = Files.readString(keys.path());
        backup();
        var kept = Files.copy(keys.path(), temporary.resolve("kept.json"));
        var others = PersonalKeyFile.in(Files.createDirectories(temporary.resolve("others")));
        others.ensure();

        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                assertThat(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1))
                        .doesNotContain(secret.substring(secret.indexOf("value"), secret.indexOf("value") + 40));
            }
        }
        var target = temporary.resolve("elsewhere");
        assertThatThrownBy(() -> restore(target))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("--keys")
                .hasMessageContaining(needed.primary());
        assertThatThrownBy(() -> restore(target, others.path()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("needs " + needed.primary());
        assertThatThrownBy(() -> restore(target, data.resolve("clock.json"))).isInstanceOf(StartRefused.class);
        assertThat(target).doesNotExist();

        restore(target, kept);
        assertThat(target.resolve("personal-keys.json")).hasContent(secret);
    }

    @Test
    void the_keys_are_readable_by_their_owner_alone_and_stay_so_when_one_is_added() throws Exception {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        var keys = PersonalKeyFile.in(data);
        keys.ensure();
        var before = keys.find().orElseThrow();

        for (var rotation = 0; rotation < 2; rotation++) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.path())))
                    .isEqualTo("rw-------");
            keys.rotate();
        }

        assertThat(keys.find().orElseThrow().numbers()).hasSize(3).contains(before.primary());
    }

    private static List<String> content(Path folder) throws IOException {
        return List.of(
                Files.readString(folder.resolve("clock.json")), Files.readString(folder.resolve("issuer/keys.json")));
    }

    private void backup() {
        try (var mongo = LocalMongo.open(data.resolve("mongo"), 0)) {
            backup(mongo);
        }
    }

    private void backup(LocalMongo mongo) {
        new Backup(new FolderContent(data), mongo::backup, REAL, said::add).to(file);
    }

    private void restore(Path folder) {
        restore(folder, null);
    }

    private void restore(Path folder, @Nullable Path personalKeys) {
        new Restore(LocalMongo::restore, said::add).of(file, folder, personalKeys);
    }
}
