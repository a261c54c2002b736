package io.fangwei.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {

    private static final Step VISIT = Step.create("visit-1", "is.huaxi", "/api/visit/v1/visits");
    private static final Step CHECK_IN =
            Step.post("visit-1-check-in", "sp.anping1", "/api/visit/v1/visits/{visit-1}/check-ins");

    @TempDir
    private Path folder;

    @Test
    void what_was_acknowledged_is_known_after_a_restart_with_the_id_that_it_gave() throws IOException {
        try (var progress = open()) {
            progress.done(VISIT, "7b1f");
        }

        try (var progress = open()) {
            assertThat(progress.has(VISIT)).isTrue();
            assertThat(progress.idOf(VISIT)).contains("7b1f");
            assertThat(progress.has(CHECK_IN)).isFalse();
        }
    }

    @Test
    void a_line_torn_by_a_kill_does_not_count_and_spoils_no_later_one() throws IOException {
        try (var progress = open()) {
            progress.done(VISIT, "7b1f");
        }
        Files.writeString(file(), CHECK_IN.name() + "\t", StandardOpenOption.APPEND);

        try (var progress = open()) {
            assertThat(progress.has(CHECK_IN)).isFalse();
            progress.done(CHECK_IN, null);
        }

        try (var progress = open()) {
            assertThat(progress.has(VISIT)).isTrue();
            assertThat(progress.has(CHECK_IN)).isTrue();
            assertThat(progress.idOf(CHECK_IN)).isEmpty();
        }
    }

    @Test
    void the_end_is_remembered() throws IOException {
        try (var progress = open()) {
            assertThat(progress.isComplete()).isFalse();
            progress.complete();
        }

        try (var progress = open()) {
            assertThat(progress.isComplete()).isTrue();
        }
    }

    @Test
    void a_load_does_not_go_on_with_another_script() throws IOException {
        open().close();

        assertThatThrownBy(() -> Progress.open(file(), "another")).hasMessageContaining("another script");
    }

    private Progress open() throws IOException {
        return Progress.open(file(), "script");
    }

    private Path file() {
        return folder.resolve("progress");
    }
}
