package io.fangwei.kernel.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fangwei.kernel.tracing.Catalogue.Row;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {

    private static final String ROWS = """
            # Catalogue

            | ID | Lvl | Requirement | Limit |
            |---|---|---|---|
            | CD-5.3.3a | M | The record is submitted | 7 wd |
            | CD-5.3.3b | M | A \\| or `B` | – |

            | ID | Clock | Start |
            |---|---|---|
            | CLK-01 | Service record | end of service |

            | Field | Type |
            |---|---|
            | CD-9 | not a row: its table has no ids |
            """;

    @Test
    void every_table_headed_ID_defines_rows_in_their_order() {
        var catalogue = Catalogue.of(Table.parse(ROWS.lines().toList()));

        assertThat(catalogue.rows())
                .containsExactly(
                        new Row("CD-5.3.3a", "M", "The record is submitted"),
                        new Row("CD-5.3.3b", "M", "A \\| or `B`"),
                        new Row("CLK-01", "–", "Service record"));
        assertThat(catalogue.knows("CD-9")).isFalse();
    }

    @Test
    void a_row_that_stands_twice_is_refused() {
        var twice = ROWS + "\n| ID | Lvl | Requirement |\n|---|---|---|\n| CLK-01 | M | Again |\n";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Catalogue.of(Table.parse(twice.lines().toList())))
                .withMessage("CLK-01 stands twice in the catalogue");
    }

    @Test
    void a_row_with_too_few_cells_is_refused() {
        var broken = "| ID | Lvl | Requirement |\n|---|---|---|\n| CD-1 | M |";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Catalogue.of(Table.parse(broken.lines().toList())))
                .withMessage("CD-1 has 2 cells under 3 headings");
    }

    @Test
    void a_page_without_rows_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Catalogue.of(Table.parse("Nothing here".lines().toList())));
    }

    @ParameterizedTest
    @CsvSource({"CD-5.3.4.1a, CD", "SZ-A, SZ", "SZ-A-07, SZ-A", "D1-14, D1", "E-B11, E"})
    void a_row_belongs_to_the_document_before_its_last_hyphen(String id, String document) {
        assertThat(new Row(id, "M", "").document()).isEqualTo(document);
    }

    @ParameterizedTest
    @CsvSource({
        "CD, 187",
        "SZ, 76",
        "HB, 37",
        "QH, 33",
        "GS, 29",
        "CLK, 41",
        "AMB, 79",
        "E, 33",
        "D1, 14",
        "SZ-A, 20",
        "D, 13"
    })
    void the_catalogue_of_this_project_has_all_rows_of_its_sources(String document, int expected) {
        var rows = Catalogue.read(root().resolve("docs/requirements.md")).rows();

        assertThat(rows)
                .filteredOn(row -> row.document().equals(document))
                .hasSize(expected)
                .allSatisfy(row -> assertThat(row.text()).isNotBlank().isNotEqualTo("–"));
    }

    private static Path root() {
        return Path.of(System.getProperty("fangwei.root", ".."));
    }
}
