package io.fangwei.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.problems.Texts;
import io.fangwei.policy.rules.PolicyRule;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTextsTest {

    private final Texts texts = new Texts("policy");

    @ParameterizedTest
    @EnumSource
    void every_rule_has_a_text_in_both_languages(PolicyRule rule) {
        var chinese = texts.of(rule, Locale.SIMPLIFIED_CHINESE, "一", "二", "三");
        var english = texts.of(rule, Locale.ENGLISH, "one", "two", "three");

        assertThat(chinese).matches(".*\\p{IsHan}.*").doesNotContain("{");
        assertThat(english).matches("[\\p{ASCII}]+").doesNotContain("{");
    }
}
