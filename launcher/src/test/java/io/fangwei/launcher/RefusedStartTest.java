package io.fangwei.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.launcher.data.DataFolder;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedStartTest {

    @TempDir
    Path temporary;

    @Test
    void an_occupied_port_is_named_with_what_it_is_for() throws Exception {
        var offset = FreePorts.offset();
        try (var other = new ServerSocket()) {
            other.bind(new InetSocketAddress("127.0.0.1", Port.VISIT.number() + offset));

            refused(
                    Map.of("FANGWEI_PORT_OFFSET", String.valueOf(offset)),
                    "Port %d, meant for visit-service, is occupied; stop what holds it or set FANGWEI_PORT_OFFSET.",
                    Port.VISIT.number() + offset);
        }
    }

    @Test
    void a_foreign_folder_is_refused() throws Exception {
        Files.createDirectories(data());
        Files.writeString(data().resolve("thesis.doc"), "");

        refused(Map.of(), "The folder %s holds things that are not Fangwei's; choose another with --data.", data());
    }

    @Test
    void a_second_launcher_on_the_same_data_is_refused() throws Exception {
        try (var first = DataFolder.open(data())) {
            refused(Map.of(), "Another launcher is at work in the data folder %s.", first.path());
        }
    }

    @Test
    void a_folder_that_cannot_be_written_is_refused() throws Exception {
        Files.writeString(data(), "");

        refused(Map.of(), "The data folder %1$s cannot be written (FileAlreadyExists: %1$s).", data());
    }

    @Test
    void an_offset_that_is_no_number_is_refused() throws Exception {
        refused(
                Map.of("FANGWEI_PORT_OFFSET", "many"),
                "FANGWEI_PORT_OFFSET is \"many\", which is not a number from 0 to 38517.");
    }

    @Test
    void a_folder_that_lives_by_the_demo_clock_is_not_started_without_it() throws Exception {
        DataFolder.open(data()).close();
        Files.writeString(data().resolve("clock.json"), "{}");

        refused(
                Map.of("FANGWEI_PORT_OFFSET", String.valueOf(FreePorts.offset())),
                "The data folder %s lives by the demo clock; start with --demo-clock.",
                data());
    }

    private Path data() {
        return temporary.resolve("data");
    }

    /** One sentence and nothing else, and exit code 1. */
    private void refused(Map<String, String> environment, String sentence, Object... facts) throws Exception {
        try (var launcher = ChildProcess.start(temporary, environment, Main.class, "--data", data().toString())) {
            assertThat(launcher.exitCode()).isEqualTo(1);
            assertThat(launcher.output().lines()).containsExactly(sentence.formatted(facts));
        }
    }
}
