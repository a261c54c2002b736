package io.fangwei.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import io.fangwei.launcher.data.DataFolder;
import io.fangwei.launcher.data.PersonalKeyFile;
import io.fangwei.localmongo.LocalMongo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;

class OperationsTest {

    private static final int VISITS = 60;

    @TempDir
    Path temporary;

    private Path data;

    @BeforeEach
    void an_installation() throws IOException {
        data = temporary.resolve("data");
        DataFolder.open(data).close();
        Files.writeString(data.resolve("clock.json"), "{}");
        try (var mongo = LocalMongo.open(data.resolve("mongo"), 0);
                var client = MongoClients.create(mongo.connectionString())) {
            client.getDatabase("fangwei-visit").getCollection("visits").insertOne(new Document("_id", 7));
        }
    }

    @Test
    void databases_that_have_moved_to_a_mongodb_are_not_gone_on_with_by_mistake() throws Exception {
        try (var other = LocalMongo.open(temporary.resolve("other"), 0);
                var client = MongoClients.create(other.connectionString())) {
            assertThat(run("export-to", other.connectionString(), "--data", data.toString()))
                    .isZero();

            assertThat(client.getDatabase("fangwei-visit")
                            .getCollection("visits")
                            .find()
                            .first())
                    .containsEntry("_id", 7);
            assertThat(run("export-to", other.connectionString(), "--data", data.toString()))
                    .isEqualTo(1);
            try (var folder = DataFolder.open(data)) {
                assertThatThrownBy(folder::requireDatabasesHere)
                        .isInstanceOf(StartRefused.class)
                        .hasMessageContaining("127.0.0.1:" + other.port());
                Files.delete(data.resolve("moved-to"));
                folder.requireDatabasesHere();
            }
        }
    }

    @Test
    void what_needs_a_stopped_platform_leaves_a_running_one_alone() throws Exception {
        var fresh = temporary.resolve("fresh");
        try (var atWork = DataFolder.open(data)) {
            assertThat(run(
                            "export-to",
                            "mongodb://127.0.0.1:1",
                            "--data",
                            atWork.path().toString()))
                    .isEqualTo(1);
            assertThat(run("salvage", data.toString(), fresh.toString())).isEqualTo(1);
        }
        assertThat(fresh).doesNotExist();
        assertThat(data.resolve("moved-to")).doesNotExist();
    }

    @Test
    void a_salvaged_folder_has_documents_and_keys_and_its_topics_are_still_to_follow() throws Exception {
        var fresh = temporary.resolve("fresh");
        PersonalKeyFile.in(data).ensure();

        assertThat(run("salvage", data.toString(), fresh.toString())).isZero();
        assertThat(fresh.resolve("personal-keys.json"))
                .hasSameTextualContentAs(PersonalKeyFile.in(data).path());

        try (var folder = DataFolder.open(fresh);
                var mongo = LocalMongo.open(fresh.resolve("mongo"), 0);
                var client = MongoClients.create(mongo.connectionString())) {
            assertThat(folder.topicsAreStale()).isTrue();
            assertThat(client.getDatabase("fangwei-visit")
                            .getCollection("visits")
                            .countDocuments())
                    .isEqualTo(1);
        }
        assertThat(fresh.resolve("clock.json")).hasContent("{}");
        assertThat(run("salvage", data.toString(), fresh.toString())).isEqualTo(1);
    }

    /** The files as a power cut leaves them, and a bit that the disk has lost in the middle of the log. */
    private void damage() throws IOException {
        var atWork = temporary.resolve("at-work");
        try (var mongo = LocalMongo.open(atWork, 0);
                var client = MongoClients.create(mongo.connectionString())) {
            var visits = client.getDatabase("fangwei-visit").getCollection("visits");
            IntStream.range(0, VISITS).forEach(i -> visits.insertOne(new Document("_id", i)));
            FileSystemUtils.deleteRecursively(data.resolve("mongo"));
            FileSystemUtils.copyRecursively(atWork, data.resolve("mongo"));
        }
        Files.delete(data.resolve("clock.json"));
        byte[] log = Files.readAllBytes(log());
        log[log.length / 2] ^= 4;
        Files.write(log(), log);
    }

    private Path log() throws IOException {
        try (var files = Files.list(data.resolve("mongo").resolve("rocks"))) {
            return files.filter(file ->
                            file.toString().endsWith(".log") && file.toFile().length() > 0)
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void a_damaged_folder_is_not_started_and_what_is_whole_in_it_can_be_saved() throws Exception {
        damage();
        byte[] before = Files.readAllBytes(log());
        var fresh = temporary.resolve("fresh");
        var offset = Map.of("FANGWEI_PORT_OFFSET", String.valueOf(FreePorts.offset()));

        try (var start = ChildProcess.start(temporary, offset, Main.class, "--data", data.toString())) {
            assertThat(start.exitCode()).as(start.output()).isEqualTo(1);
            assertThat(start.output().lines().filter(line -> line.contains("is damaged")))
                    .singleElement()
                    .asString()
                    .contains("The data folder " + data.resolve("mongo") + " is damaged and was left as it is")
                    .contains("./run salvage " + data + " NEWDIR");
        }
        assertThat(log()).hasBinaryContent(before);

        try (var salvage =
                ChildProcess.start(temporary, Map.of(), Main.class, "salvage", data.toString(), fresh.toString())) {
            assertThat(salvage.exitCode()).as(salvage.output()).isZero();
            assertThat(salvage.output())
                    .contains("The log is damaged: its log is whole up to change")
                    .containsPattern("fangwei-visit\\.visits: \\d+ documents, 0 indexes\\R")
                    .contains("salvaged into " + fresh);
        }
        assertThat(log()).hasBinaryContent(before);
        try (var mongo = LocalMongo.open(fresh.resolve("mongo"), 0);
                var client = MongoClients.create(mongo.connectionString())) {
            var ids = client.getDatabase("fangwei-visit")
                    .getCollection("visits")
                    .find()
                    .map(visit -> visit.getInteger("_id"))
                    .into(new ArrayList<>());
            assertThat(ids)
                    .hasSizeBetween(1, VISITS - 1)
                    .isEqualTo(IntStream.range(0, ids.size()).boxed().toList());
        }
    }

    @Test
    void the_keys_of_a_stopped_platform_are_rotated_and_those_of_a_running_one_are_not() throws Exception {
        assertThat(run("rotate-keys", "--data", data.toString())).isEqualTo(1);
        var keys = PersonalKeyFile.in(data);
        keys.ensure();
        var before = keys.find().orElseThrow().primary();

        assertThat(run("rotate-keys", "--data", data.toString())).isZero();

        var rotated = keys.find().orElseThrow();
        assertThat(rotated.numbers()).hasSize(2).contains(before);
        try (var atWork = DataFolder.open(data)) {
            assertThat(run("rotate-keys", "--data", atWork.path().toString())).isEqualTo(1);
        }
        assertThat(keys.find().orElseThrow().primary()).isEqualTo(rotated.primary());
    }

    @Test
    void a_backup_after_a_power_cut_does_not_hide_it() throws Exception {
        Files.writeString(data.resolve("at-work"), "an-earlier-boot");

        assertThat(run("backup", temporary.resolve("file").toString(), "--data", data.toString()))
                .isZero();

        assertThat(data.resolve("at-work")).hasContent("an-earlier-boot");
        assertThat(temporary.resolve("file")).isNotEmptyFile();
    }

    @Test
    void a_folder_without_data_of_ours_is_not_backed_up() {
        assertThat(run("backup", temporary.resolve("file").toString(), "--data", temporary.toString()))
                .isEqualTo(1);
        assertThat(temporary.resolve("lock")).doesNotExist();
        assertThat(temporary.resolve("file")).doesNotExist();
    }

    private static int run(String... arguments) {
        return new CommandLine(new LauncherCommand()).execute(arguments);
    }
}
