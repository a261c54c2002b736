package io.fangwei.kernel.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.problems.KernelRule;
import io.fangwei.kernel.problems.Rule;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RefusalRulesTest {

    @Test
    void the_rules_of_every_service_are_listed() {
        var listed = RefusalRules.listed(Path.of(System.getProperty("fangwei.root", "..")));

        assertThat(listed)
                .containsAll(Stream.of(KernelRule.values()).map(Rule::code).toList());
    }
}
