package io.fangwei.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.problems.Texts;
import io.fangwei.team.vocabulary.TeamRule;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTextsTest {

    static final Texts TEXTS = new Texts("team");

    @ParameterizedTest
    @EnumSource(TeamRule.class)
    void every_rule_has_a_text_of_its_own_in_chinese_and_english(TeamRule rule) {
        var chinese = TEXTS.of(rule, Locale.SIMPLIFIED_CHINESE, "X", "Y");
        var english = TEXTS.of(rule, Locale.ENGLISH, "X", "Y");

        assertThat(chinese).containsPattern("\\p{IsHan}").doesNotContain("{");
        assertThat(english).doesNotContainPattern("\\p{IsHan}").doesNotContain("{");
    }
}
