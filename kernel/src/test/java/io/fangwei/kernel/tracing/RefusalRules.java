package io.fangwei.kernel.tracing;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The public names of the rules that a command may break, as section 10 of {@code docs/requirements.md} lists them. */
public final class RefusalRules {

    private RefusalRules() {}

    /** All names in the order of the page; one that two services use stands twice. */
    public static List<String> listed(Path root) {
        return Table.read(root.resolve("docs/requirements.md")).stream()
                .filter(table -> table.isHeaded("Rule"))
                .flatMap(RefusalRules::names)
                .toList();
    }

    private static Stream<String> names(Table table) {
        return table.rows().stream().map(row -> row.get(0).replace("`", ""));
    }
}
