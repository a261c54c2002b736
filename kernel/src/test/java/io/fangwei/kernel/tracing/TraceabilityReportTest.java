package io.fangwei.kernel.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class TraceabilityReportTest {

    @TempDir
    private Path root;

    @BeforeEach
    void aCatalogueOfThreeRows() throws IOException {
        Files.createDirectories(root.resolve("docs"));
        Files.writeString(root.resolve("docs/requirements.md"), """
                | ID | Lvl | Requirement |
                |---|---|---|
                | CD-1 | M | The first |
                | CD-2 | S | The second |

                | ID | Clock |
                |---|---|
                | CLK-01 | Record |
                """);
    }

    @Test
    void passing_tests_of_all_modules_stand_beside_their_row() throws IOException {
        ran("kernel", new Evidence("CD-1", "a.FirstTest", "it holds", Outcome.PASSED));
        ran("visit-service", new Evidence("CD-1", "b.SecondTest", "it holds there too", Outcome.PASSED));

        TraceabilityReport.main(root.toString());

        assertThat(root.resolve("target/traceability.md"))
                .content()
                .contains("| CD | 1 | 2 |", "| CLK | 0 | 1 |")
                .contains("| CD-1 | M | The first | `FirstTest` it holds<br>`SecondTest` it holds there too |")
                .contains("| CD-2 | S | The second | – |");
        var json = JsonMapper.shared().readTree(Files.readString(root.resolve("target/traceability.json")));
        assertThat(json.at("/rows/0/tests/1/testClass").asString()).isEqualTo("b.SecondTest");
        assertThat(json.at("/totals/0/shown").asInt()).isEqualTo(1);
        assertThat(json.at("/rows")).hasSize(3);
    }

    @Test
    void a_failed_or_skipped_test_shows_nothing() throws IOException {
        ran(
                "kernel",
                new Evidence("CD-1", "a.FirstTest", "it breaks", Outcome.FAILED),
                new Evidence("CD-2", "a.FirstTest", "it is switched off", Outcome.SKIPPED));

        TraceabilityReport.main(root.toString());

        assertThat(root.resolve("target/traceability.md"))
                .content()
                .contains("| CD | 0 | 2 |")
                .doesNotContain("FirstTest");
    }

    @Test
    void an_id_that_no_row_has_stops_the_build_and_names_the_test() {
        ran("kernel", new Evidence("CD-9.9", "a.FirstTest", "it holds", Outcome.PASSED));

        assertThatIllegalStateException()
                .isThrownBy(() -> TraceabilityReport.main(root.toString()))
                .withMessage("Not in docs/requirements.md: CD-9.9, carried by a.FirstTest: it holds");
        assertThat(root.resolve("target")).doesNotExist();
    }

    @Test
    void a_refusal_that_no_row_lists_stops_the_build() throws IOException {
        var resources = Files.createDirectories(root.resolve("visit-service/src/main/resources"));
        Files.writeString(resources.resolve("visit-problems.properties"), "wrong-stage=阶段\n");

        assertThatIllegalStateException()
                .isThrownBy(() -> TraceabilityReport.main(root.toString()))
                .withMessage("docs/requirements.md: wrong-stage is not in section 10");
    }

    private void ran(String module, Evidence... evidence) {
        Evidence.write(root.resolve(module).resolve("target").resolve(Evidence.FILE), List.of(evidence));
    }
}
