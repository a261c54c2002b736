package io.fangwei.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.complaint.rules.ComplaintRule;
import io.fangwei.kernel.problems.Texts;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTextsTest {

    private final Texts texts = new Texts("complaint");

    @ParameterizedTest
    @EnumSource
    void every_rule_has_a_text_of_its_own_in_chinese_and_english(ComplaintRule rule) {
        var chinese = texts.of(rule, Texts.DEFAULT, "一", "二");
        var english = texts.of(rule, Locale.ENGLISH, "one", "two");

        assertThat(chinese).containsPattern("\\p{IsHan}").doesNotContain("{");
        assertThat(english).matches("[\\x20-\\x7e]+").doesNotContain("{").doesNotContain("''");
    }
}
