package io.fangwei.policy.tables;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fangwei.policy.tables.UnreadableTable.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {

    private static final String SHEET = """
            <?xml version="1.0" encoding="UTF-8"?>
            <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>""";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void what_is_written_is_read_again(TableFormat format) throws IOException {
        var rows = List.of(
                List.of("保单号", "内容"),
                List.of("PA-1", "第一行\n第二行，\"引号\"与,逗号"),
                List.of("", "𠮷 & <b>"),
                List.of("PA-3", "末"));

        assertThat(read(written(format, rows))).isEqualTo(rows);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "GB18030", "UTF-8"})
    void text_is_read_in_whichever_characters_it_is_written(String charset) throws IOException {
        var file = file("保单号,名称\r\nPA-1,成都青羊化工有限公司\r\n".getBytes(Charset.forName(charset)));

        assertThat(read(file)).containsExactly(List.of("保单号", "名称"), List.of("PA-1", "成都青羊化工有限公司"));
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_title() throws IOException {
        assertThat(read(file("\uFEFF保单号,名称\n".getBytes(UTF_8))).get(0).get(0)).isEqualTo("保单号");
        assertThat(read(file("\uFEFF保单号,名称\n".getBytes(UTF_16LE))).get(0).get(0))
                .isEqualTo("保单号");
    }

    @Test
    void rows_keep_the_numbers_of_the_spreadsheet_and_blank_ones_are_passed_over() throws IOException {
        try (var table = Table.open(file("a,b\n\n , \n1,2\n".getBytes(UTF_8)))) {
            assertThat(table.next().orElseThrow().number()).isEqualTo(1);
            assertThat(table.next().orElseThrow().number()).isEqualTo(4);
            assertThat(table.next()).isEmpty();
        }
    }

    @Test
    void a_spreadsheet_has_numbers_shared_texts_runs_and_gaps() throws IOException {
        var file = workbook(
                SHEET.formatted("""
                        <row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2"><v>45659</v></c><c r="D2"><v>0.30000000000000004</v></c>\
                        <c r="E2" t="inlineStr"><is><t>内嵌</t></is></c><c r="F2" t="str"><f>A1&amp;B1</f><v>算出</v></c>\
                        <c r="G2"><v>1.2E5</v></c></row><row><c t="s"><v>1</v></c></row>"""),
                "<sst><si><r><t>成都</t></r><r><t>青羊</t></r><rPh><t>chengdu</t></rPh></si><si><t> 尾 </t></si></sst>");

        try (var table = Table.open(file)) {
            var row = table.next().orElseThrow();
            assertThat(row.number()).isEqualTo(2);
            assertThat(row.cells()).containsExactly("成都青羊", "", "45659", "0.3", "内嵌", "算出", "120000");
            assertThat(table.next().orElseThrow()).isEqualTo(new Row(3, List.of(" 尾 ")));
        }
    }

    @Test
    void a_small_file_that_unpacks_to_gigabytes_is_refused() throws IOException {
        var file = Files.createTempFile(folder, "bomb", ".xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(zip, "xl/workbook.xml", "<workbook><sheets><sheet id='r1'/></sheets></workbook>");
            put(zip, "xl/_rels/workbook.xml.rels", "<x><Relationship Id='r1' Target='worksheets/sheet1.xml'/></x>");
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write("<worksheet><sheetData>".getBytes(UTF_8));
            var blanks = " ".repeat(1 << 20).getBytes(UTF_8);
            for (int megabytes = 0; megabytes < 520; megabytes++) {
                zip.write(blanks);
            }
        }

        assertThat(Files.size(file)).isLessThan(1 << 20);
        refused(Reason.TOO_LARGE_UNPACKED, file);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<row><c r='ZZZZZZZ1'><v>1</v></c></row>|TOO_MANY_COLUMNS",
                "<row><c r='A1' t='s'><v>7</v></c></row>|DAMAGED",
                "<row><c r='A1' t='s'><v>-1</v></c></row>|DAMAGED",
                "<row><c r='1'><v>1</v></c></row>|TOO_MANY_COLUMNS",
                "<row r='x'/>|DAMAGED",
                "<row><c r='A1'><v>1</c></row>|DAMAGED",
                "<row>|DAMAGED"
            })
    void a_damaged_sheet_is_refused(String rows, Reason reason) throws IOException {
        refused(reason, workbook(SHEET.formatted(rows), null));
    }

    @Test
    void entities_are_not_unfolded() throws IOException {
        var bomb = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]>"
                + "<worksheet><sheetData><row><c t='inlineStr'><is><t>&b;</t></is></c></row></sheetData></worksheet>";

        refused(Reason.DAMAGED, workbook(bomb, null));
    }

    @Test
    void what_is_no_table_is_refused() throws IOException {
        refused(Reason.EMPTY, file(new byte[0]));
        refused(Reason.UNKNOWN_FORMAT, file(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}));
        refused(Reason.DAMAGED, file("PK\u0003\u0004 and no more".getBytes(UTF_8)));
        refused(Reason.DAMAGED, file(new byte[] {'a', (byte) 0xFF, (byte) 0xFF, 'b'}));
        refused(Reason.CELL_TOO_LONG, file(("a,\"" + "x".repeat(20_000) + "\"\n").getBytes(UTF_8)));
        refused(Reason.CELL_TOO_LONG, file(("a,\"" + "x\n".repeat(1_000_000)).getBytes(UTF_8)));
        refused(Reason.TOO_MANY_COLUMNS, file(",".repeat(200).concat("x").getBytes(UTF_8)));
    }

    @Test
    void a_text_that_a_spreadsheet_would_compute_stays_a_text() throws IOException {
        var file = written(TableFormat.CSV, List.of(List.of("=1+1", "-5", "正常")));

        assertThat(Files.readString(file)).contains("'=1+1,'-5,正常");
    }

    private void refused(Reason reason, Path file) {
        assertThatExceptionOfType(UnreadableTable.class)
                .isThrownBy(() -> read(file))
                .satisfies(thrown -> assertThat(thrown.reason()).isEqualTo(reason));
    }

    private static List<List<String>> read(Path file) {
        var rows = new ArrayList<List<String>>();
        try (var table = Table.open(file)) {
            for (var row = table.next(); row.isPresent(); row = table.next()) {
                rows.add(row.get().cells());
            }
        }
        return rows;
    }

    private Path written(TableFormat format, List<List<String>> rows) throws IOException {
        var file = Files.createTempFile(folder, "table", ".tmp");
        try (OutputStream out = Files.newOutputStream(file);
                var table = TableWriter.of(format, out, "表")) {
            for (var row : rows) {
                table.row(row);
            }
        }
        return file;
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "table", ".tmp"), bytes);
    }

    private Path workbook(String sheet, String texts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : Map.of(
                            "xl/workbook.xml",
                            "<workbook xmlns:r='r'><sheets><sheet name='x' sheetId='1' r:id='r1'/></sheets></workbook>",
                            "xl/_rels/workbook.xml.rels",
                            "<x><Relationship Id='r1' Target='worksheets/sheet1.xml'/></x>",
                            "xl/worksheets/sheet1.xml",
                            sheet)
                    .entrySet()) {
                put(zip, part.getKey(), part.getValue());
            }
            if (texts != null) {
                put(zip, "xl/sharedStrings.xml", texts);
            }
        }
        return file(bytes.toByteArray());
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(UTF_8));
        zip.closeEntry();
    }
}
