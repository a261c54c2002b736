package io.fangwei.policy.imports.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fangwei.kernel.problems.Refusal;
import io.fangwei.policy.imports.ImportKind;
import io.fangwei.policy.policies.ServiceItemType;
import io.fangwei.policy.policies.ServiceTerm;
import io.fangwei.policy.policies.ServiceTerm.Period;
import io.fangwei.policy.rules.PolicyRule;
import io.fangwei.policy.tables.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-01-02",
                "2025/1/2",
                "2025.01.02",
                "2025年1月2日",
                "2025 年 1 月 2 日",
                "２０２５－０１－０２",
                "20250102",
                "45659",
                "45659.75",
                "2025-1-2 12:30",
                "2025-01-02T00:00:00",
                " 2025-01-02　"
            })
    void a_date_may_be_written_in_many_ways(String written) {
        assertThat(Dates.read(written)).contains(LocalDate.parse("2025-01-02"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-02-29", "2025-13-01", "02.01.2025", "昨天", "2025-1", "4565", "2025-01-02x"})
    void what_is_no_date_is_none(String written) {
        assertThat(Dates.read(written)).isEmpty();
    }

    @Test
    void the_first_of_january_at_noon_is_not_the_eleventh() {
        assertThat(Dates.read("2025-1-1 12:00")).contains(LocalDate.parse("2025-01-01"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12000|12000.00",
                "12,000.5|12000.50",
                "１２０００|12000.00",
                "￥12000元|12000.00",
                "1.2万|12000.00",
                "1.2345万元|12345.00",
                "0.000012万元|0.12",
                "-5|-5.00"
            })
    void an_amount_may_be_written_in_many_ways(String written, BigDecimal yuan) {
        assertThat(Amounts.read(Folded.code(written), BigDecimal.ONE)).contains(yuan);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.234", "1,23", "一万", "1e5", "12 元 5 角", "0.0000001万元", "9999999999999999"})
    void what_is_no_amount_of_yuan_with_two_decimals_is_none(String written) {
        assertThat(Amounts.read(Folded.code(written), BigDecimal.ONE)).isEmpty();
    }

    @Test
    void the_title_may_say_ten_thousands_and_the_cell_goes_before_it() {
        var header = header("收款金额（万元）", "保单号", "收款日期", "凭证号");

        assertThat(header.unit("amount")).isEqualByComparingTo("10000");
        assertThat(Amounts.read("1.5", header.unit("amount"))).contains(new BigDecimal("15000.00"));
        assertThat(Amounts.read("15000元", header.unit("amount"))).contains(new BigDecimal("15000.00"));
    }

    @Test
    void titles_are_known_whatever_their_width_order_and_blanks() {
        var header = header(" 凭证号 *", "收款金额(元)", "Policy Number", "收款 日期", "");

        assertThat(header.cell(new Row(2, List.of("R-1", "5", "PA-1", "2025-01-02")), "policyNo"))
                .isEqualTo("PA-1");
        assertThat(header("收款金额", "保单号", "收款日期", "凭证号").unit("amount")).isEqualByComparingTo("1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"保单号,收款日期,凭证号|收款金额（元）|–", "保单号,收款日期,收款金额,凭证号,备注|–|备注", "保单号,保单号,收款日期,收款金额,凭证号|–|保单号"})
    void titles_that_are_missing_unknown_or_twice_are_named(String titles, String missing, String wrong) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> header(titles.split(",")))
                .satisfies(refused -> {
                    assertThat(refused.rule()).isEqualTo(PolicyRule.FILE_COLUMNS_WRONG);
                    assertThat(refused.arguments()).containsExactly(missing, wrong);
                });
    }

    @Test
    void a_text_loses_the_blanks_at_its_ends_and_keeps_its_width() {
        assertThat(Folded.text("\u00A0 成都青羊化工（集团）有限公司　\u200B")).isEqualTo("成都青羊化工（集团）有限公司");
        assertThat(Folded.code(" ＰＡ－ 0001　")).isEqualTo("PA-0001");
        assertThat(Folded.text("'=1+1")).isEqualTo("=1+1");
        assertThat(Folded.text("'s-Hertogenbosch")).isEqualTo("'s-Hertogenbosch");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "2|-|2|YEAR",
                "２次|-|2|YEAR",
                "2次/年：全厂隐患排查|全厂隐患排查|2|YEAR",
                "1 次 / 保险期: 集中授课|集中授课|1|TERM",
                "：只有内容|只有内容|-|-",
                "3次/未定：x|x|3|-",
                "未定次/年：y|y|-|YEAR"
            })
    void a_term_says_frequency_period_and_content(String cell, String content, Integer frequency, Period period) {
        var term = TermCells.read(ServiceItemType.TRAINING, cell).orElseThrow().get(0);

        assertThat(term.content() == null ? null : term.content().strip()).isEqualTo(content);
        assertThat(term.frequency()).isEqualTo(frequency);
        assertThat(term.period()).isEqualTo(period);
    }

    @ParameterizedTest
    @ValueSource(strings = {"每年两次", "2次/月", "2000次/年"})
    void what_is_no_term_is_none(String cell) {
        assertThat(TermCells.read(ServiceItemType.TRAINING, cell)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ServiceItemType.class)
    void terms_come_back_as_they_went_out(ServiceItemType item) {
        var terms = List.of(
                new ServiceTerm(item, "一：二\n三\\n：", 2, Period.YEAR),
                new ServiceTerm(item, null, 1, Period.TERM),
                new ServiceTerm(item, "四", null, null),
                new ServiceTerm(item, null, null, Period.YEAR),
                new ServiceTerm(item, null, 5, null));

        var cells = TermCells.cells(terms);

        assertThat(cells).containsOnlyKeys("term." + item.name());
        assertThat(TermCells.read(item, cells.values().iterator().next())).isEqualTo(Optional.of(terms));
    }

    @Test
    void every_kind_has_columns_in_both_languages() {
        for (var kind : ImportKind.values()) {
            assertThat(Columns.of(kind)).isNotEmpty().allSatisfy(column -> {
                assertThat(column.title()).matches(".*\\p{IsHan}.*");
                assertThat(column.english()).doesNotMatch(".*[\\p{IsHan}&&[^元]].*");
                assertThat(column.help()).isNotBlank();
                assertThat(column.helpEnglish()).isNotBlank();
            });
            assertThat(Columns.of(kind)).extracting(Column::key).doesNotHaveDuplicates();
        }
        assertThat(Columns.ordered(ImportKind.RECEIPTS, Map.of("voucherNo", "R", "policyNo", "P")))
                .containsExactly("P", "", "", "R");
    }

    private static Header header(String... titles) {
        return Header.of(new Row(1, List.of(titles)), Columns.of(ImportKind.RECEIPTS));
    }
}
