package io.fangwei.policy.imports.rows;

import io.fangwei.policy.imports.ImportKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The columns of every kind of file: {@code import-columns.json}. */
public final class Columns {

    private static final Map<ImportKind, List<Column>> ALL = read();

    private Columns() {}

    public static List<Column> of(ImportKind kind) {
        return Objects.requireNonNull(ALL.get(kind));
    }

    /** Cells in the order of the columns. */
    public static List<String> ordered(ImportKind kind, Map<String, String> cells) {
        return of(kind).stream()
                .map(column -> cells.getOrDefault(column.key(), ""))
                .toList();
    }

    private static Map<ImportKind, List<Column>> read() {
        try (var json = Columns.class.getResourceAsStream("/import-columns.json")) {
            return new JsonMapper().readValue(json, new TypeReference<Map<ImportKind, List<Column>>>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
