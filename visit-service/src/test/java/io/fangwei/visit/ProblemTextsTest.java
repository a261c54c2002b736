package io.fangwei.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.problems.Texts;
import io.fangwei.visit.problems.VisitRule;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTextsTest {

    static final Texts TEXTS = new Texts("visit");

    @ParameterizedTest
    @EnumSource
    void every_rule_has_a_text_of_its_own_in_chinese_and_english(VisitRule rule) {
        var chinese = TEXTS.of(rule, Locale.SIMPLIFIED_CHINESE, "X", "Y", "Z");
        var english = TEXTS.of(rule, Locale.ENGLISH, "X", "Y", "Z");

        assertThat(chinese).containsPattern("\\p{IsHan}").doesNotContain("{");
        assertThat(english).doesNotContainPattern("\\p{IsHan}").doesNotContain("{");
    }
}
