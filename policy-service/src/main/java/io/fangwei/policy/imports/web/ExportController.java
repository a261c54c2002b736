package io.fangwei.policy.imports.web;

import static io.fangwei.kernel.caller.Role.CP;
import static io.fangwei.kernel.caller.Role.IM;
import static io.fangwei.kernel.caller.Role.IS;

import io.fangwei.kernel.caller.Allowed;
import io.fangwei.policy.imports.ImportKind;
import io.fangwei.policy.imports.rows.Column;
import io.fangwei.policy.imports.rows.Columns;
import io.fangwei.policy.imports.rows.RowKinds;
import io.fangwei.policy.tables.TableFormat;
import io.fangwei.policy.tables.TableWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/policy/v1")
class ExportController {

    private final RowKinds kinds;

    ExportController(RowKinds kinds) {
        this.kinds = kinds;
    }

    /** What there is, in the columns in which it could come in. */
    @GetMapping("/exports/{kind}")
    @Allowed({IM, IS, CP})
    void export(
            @PathVariable ImportKind kind,
            @RequestParam(defaultValue = "XLSX") TableFormat format,
            HttpServletResponse response)
            throws IOException {
        try (var table = Sent.table(response, format, name(kind), name(kind))) {
            table.titles(titles(kind), amounts(kind));
            kinds.of(kind).export(cells -> write(table, kind, cells));
        }
    }

    /** An empty file of a kind, with an example row that is never carried out and a sheet that explains the columns. */
    @GetMapping("/import-templates/{kind}")
    @Allowed({IM, IS})
    void template(
            @PathVariable ImportKind kind,
            @RequestParam(defaultValue = "XLSX") TableFormat format,
            HttpServletResponse response)
            throws IOException {
        try (var table = Sent.table(response, format, name(kind) + "-template", name(kind))) {
            table.titles(titles(kind), amounts(kind));
            table.row(example(kind));
            if (format == TableFormat.XLSX) {
                table.sheet("填写说明 Help");
                table.titles(List.of("列", "Column", "必填 Required", "说明", "Help"));
                for (var column : Columns.of(kind)) {
                    table.row(List.of(
                            column.title(),
                            column.english(),
                            column.required() ? "是 yes" : "",
                            column.help(),
                            column.helpEnglish()));
                }
            }
        }
    }

    private static List<String> titles(ImportKind kind) {
        return Columns.of(kind).stream().map(Column::title).toList();
    }

    private static Set<Integer> amounts(ImportKind kind) {
        var columns = Columns.of(kind);
        return IntStream.range(0, columns.size())
                .filter(column -> columns.get(column).type() == Column.Type.MONEY)
                .boxed()
                .collect(Collectors.toSet());
    }

    private static List<String> example(ImportKind kind) {
        var cells = Columns.of(kind).stream().map(Column::example).toList();
        return Stream.concat(Stream.of("示例 " + cells.get(0)), cells.stream().skip(1))
                .toList();
    }

    private static String name(ImportKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void write(TableWriter table, ImportKind kind, Map<String, String> cells) {
        try {
            table.row(Columns.ordered(kind, cells));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
