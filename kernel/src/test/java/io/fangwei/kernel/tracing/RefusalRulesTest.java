package io.fangwei.kernel.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.problems.KernelRule;
import io.fangwei.kernel.problems.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusalRulesTest {

    @Test
    void the_rules_of_every_service_are_listed() {
        var listed = RefusalRules.listed(Path.of(System.getProperty("fangwei.root", "..")));

        assertThat(listed)
                .containsAll(Stream.of(KernelRule.values()).map(Rule::code).toList());
    }

    @Test
    void a_rule_without_a_line_and_a_line_without_a_rule_are_named(@TempDir Path root) throws IOException {
        Files.createDirectories(root.resolve("docs"));
        Files.writeString(
                root.resolve("docs/requirements.md"),
                "| Rule | Text |\n|---|---|\n| `four-eyes` | Two |\n| `gone` | |\n");
        var resources = Files.createDirectories(root.resolve("visit-service/src/main/resources"));
        Files.writeString(resources.resolve("visit-problems.properties"), "four-eyes=两人\nwrong-stage=阶段\n");

        assertThat(RefusalRules.differences(root))
                .containsExactly("wrong-stage is not in section 10", "gone is in section 10 and nowhere else");
    }
}
