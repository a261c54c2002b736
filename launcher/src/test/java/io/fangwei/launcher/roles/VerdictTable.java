package io.fangwei.launcher.roles;

import static java.util.stream.Collectors.toMap;

import io.fangwei.launcher.roles.Verdict.Cell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who may do what (requirements section 6), said for every endpoint: {@code roles/verdicts.csv}. */
record VerdictTable(List<String> roles, Map<String, Map<String, Cell>> lines) {

    static VerdictTable read() {
        var rows = rows();
        var roles = rows.get(0).subList(1, rows.get(0).size());
        var lines = rows.stream()
                .skip(1)
                .collect(toMap(
                        row -> row.get(0),
                        row -> cells(roles, row),
                        (one, other) -> {
                            throw new IllegalArgumentException("An endpoint stands twice in the table: " + one);
                        },
                        LinkedHashMap::new));
        return new VerdictTable(roles, lines);
    }

    Map<String, Cell> of(String endpoint) {
        return Objects.requireNonNull(lines.get(endpoint), endpoint);
    }

    private static Map<String, Cell> cells(List<String> roles, List<String> row) {
        if (row.size() != roles.size() + 1) {
            throw new IllegalArgumentException("Not one verdict for each role: " + row);
        }
        return IntStream.range(0, roles.size())
                .boxed()
                .collect(toMap(roles::get, i -> Cell.parse(row.get(i + 1)), (one, other) -> other, LinkedHashMap::new));
    }

    private static List<List<String>> rows() {
        try (var csv = Objects.requireNonNull(VerdictTable.class.getResourceAsStream("/roles/verdicts.csv"))) {
            return new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Stream.of(line.split(",")).map(String::strip).toList())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
