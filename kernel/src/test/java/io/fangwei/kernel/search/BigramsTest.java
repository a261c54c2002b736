package io.fangwei.kernel.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fangwei.kernel.problems.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BigramsTest {

    @Test
    void a_text_is_stored_as_its_pairs_of_neighbours_each_once() {
        assertThat(Bigrams.of(List.of("成都成都A厂", "a厂"))).containsExactly("成都", "都成", "都a", "a厂");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            PA-2025-0001      , pa2025
            PA-2025-0001      , ＰＡ－２０２５
            ＰＡ２０２５０００１        , pa-2025-0001
            成都青羊化工有限公司        , 青羊　化工
            成都青羊化工有限公司        , 公司 成都
            Chengdu Qingyang  , QINGYANG chengdu
            𠮷野家成都店            , 𠮷野
            """)
    void a_text_is_found_by_any_words_it_holds(String text, String words) {
        assertThat(Bigrams.of(List.of(text))).containsAll(Bigrams.wanted(words));
        assertThat(Bigrams.wanted(words)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"成都青羊化工, 青化", "PA-2025-0001, 2052", "成都青羊化工, 成都 锦江"})
    void a_text_is_not_found_by_what_it_does_not_hold(String text, String words) {
        assertThat(Bigrams.of(List.of(text)).containsAll(Bigrams.wanted(words))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "化", " - ", "化 工 A"})
    void words_of_one_character_are_not_looked_for(String words) {
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> Search.of(words));
    }
}
