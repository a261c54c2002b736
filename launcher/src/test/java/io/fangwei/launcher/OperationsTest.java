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
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class OperationsTest {

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
