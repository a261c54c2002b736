package io.fangwei.policy.imports.rows;

import io.fangwei.policy.companies.Uscc;
import io.fangwei.policy.rules.PolicyRule;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Codes and choices that several kinds of file have. */
final class Codes {

    private Codes() {}

    /** A unified social credit code; a spreadsheet that took it for a number has lost its last digits. */
    static @Nullable String uscc(Cells cells, String key) {
        var code = cells.code(key);
        if (code == null) {
            return null;
        }
        var uscc = code.toUpperCase(Locale.ROOT);
        if (!uscc.matches(Uscc.PATTERN)) {
            cells.note(key, PolicyRule.CELL_MALFORMED, Cells.shown(code));
        }
        return uscc;
    }

    /** A hash, however its letters were written. */
    static @Nullable String sha256(Cells cells, String key) {
        var code = cells.code(key);
        return code == null ? null : code.toLowerCase(Locale.ROOT);
    }

    static <E> String nameOf(E value, Map<String, E> names) {
        return names.entrySet().stream()
                .filter(one -> one.getValue() == value)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
