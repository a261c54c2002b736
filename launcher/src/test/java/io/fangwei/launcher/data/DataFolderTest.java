package io.fangwei.launcher.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fangwei.launcher.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path temporary;

    @Test
    void a_folder_that_does_not_exist_is_made_and_known_again() throws Exception {
        var path = temporary.resolve("a/b");

        DataFolder.open(path).close();
        Files.createDirectory(path.resolve("mongo"));

        DataFolder.open(path).close();
    }

    @Test
    void a_folder_with_things_of_others_is_refused_and_left_alone() throws Exception {
        Files.writeString(temporary.resolve("thesis.doc"), "");

        assertThatThrownBy(() -> DataFolder.open(temporary))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("not Fangwei's");
        try (var entries = Files.list(temporary)) {
            assertThat(entries).extracting(Path::getFileName).containsExactly(Path.of("thesis.doc"));
        }
    }

    @Test
    void a_folder_of_a_later_format_is_refused() throws Exception {
        DataFolder.open(temporary).close();
        Files.writeString(temporary.resolve("fangwei-data"), "2");

        assertThatThrownBy(() -> DataFolder.open(temporary)).hasMessageContaining("has format 2");
    }

    @Test
    void a_folder_that_cannot_be_made_is_refused() throws Exception {
        var file = Files.writeString(temporary.resolve("file"), "");

        assertThatThrownBy(() -> DataFolder.open(file.resolve("data")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void two_cannot_work_in_one_folder() throws Exception {
        var first = DataFolder.open(temporary);

        assertThatThrownBy(() -> DataFolder.open(temporary)).hasMessageContaining("Another launcher");

        first.close();
        DataFolder.open(temporary).close();
    }

    @Test
    void after_a_clean_stop_another_boot_is_no_reason_to_worry() throws Exception {
        DataFolder.open(temporary, "boot-1").close();

        assertThat(cutOff("boot-2")).isFalse();
    }

    @Test
    void a_killed_process_is_no_reason_to_worry_while_the_machine_stays_up() throws Exception {
        diedAtWorkIn("boot-1");

        assertThat(cutOff("boot-1")).isFalse();
    }

    @Test
    void without_a_clean_stop_another_boot_means_that_the_machine_went_down() throws Exception {
        diedAtWorkIn("boot-1");

        assertThat(cutOff("boot-2")).isTrue();
    }

    @Test
    void what_the_broker_may_have_lost_with_the_machine_is_thrown_away_and_the_rest_is_kept() throws Exception {
        diedAtWorkIn("boot-1");
        Files.createDirectories(temporary.resolve("kafka/log"));
        Files.createDirectories(temporary.resolve("kafka.lost/log"));
        Files.createDirectories(temporary.resolve("mongo"));

        assertThat(cutOff("boot-1")).isFalse();
        assertThat(temporary.resolve("kafka/log")).exists();
        diedAtWorkIn("boot-1");
        assertThat(cutOff("boot-2")).isTrue();

        assertThat(temporary.resolve("kafka")).doesNotExist();
        assertThat(temporary.resolve("kafka.lost")).doesNotExist();
        assertThat(temporary.resolve("mongo")).exists();
    }

    private void diedAtWorkIn(String boot) throws IOException {
        DataFolder.open(temporary, boot).close();
        Files.writeString(temporary.resolve("at-work"), boot);
    }

    private boolean cutOff(String boot) throws IOException {
        try (var folder = DataFolder.open(temporary, boot)) {
            return folder.wasCutOff();
        }
    }
}
