package io.fangwei.kernel.tracing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.fangwei.kernel.tracing.Catalogue.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Every row of the catalogue with the passing tests that show it, as {@code target/traceability.md} and {@code .json}. */
public final class TraceabilityReport {

    private final List<ShownRow> rows;

    private TraceabilityReport(List<ShownRow> rows) {
        this.rows = rows;
    }

    /** Writes the report of the project in the given folder; an id or a rule that no row has is an exception. */
    public static void main(String... args) throws IOException {
        var root = Path.of(args[0]);
        var strangers = RefusalRules.differences(root);
        if (!strangers.isEmpty()) {
            throw new IllegalStateException("docs/requirements.md: " + String.join("; ", strangers));
        }
        var report = of(Catalogue.read(root.resolve("docs/requirements.md")), evidenceOfModules(root));
        report.write(root.resolve("target"));
        report.totals().forEach(total -> System.out.println("Traceability: " + total));
    }

    static TraceabilityReport of(Catalogue catalogue, List<Evidence> evidence) {
        var unknown = evidence.stream()
                .filter(row -> !catalogue.knows(row.id()))
                .map(row -> "%s, carried by %s: %s".formatted(row.id(), row.testClass(), row.sentence()))
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("Not in docs/requirements.md: " + String.join("; ", unknown));
        }
        var passed = evidence.stream().filter(Evidence::isPassed).collect(groupingBy(Evidence::id));
        return new TraceabilityReport(catalogue.rows().stream()
                .map(row -> ShownRow.of(row, passed.getOrDefault(row.id(), List.of())))
                .toList());
    }

    void write(Path target) throws IOException {
        Files.createDirectories(target);
        Files.writeString(target.resolve("traceability.md"), markdown());
        Files.writeString(target.resolve("traceability.json"), json());
    }

    List<Total> totals() {
        return byDocument().entrySet().stream()
                .map(document -> new Total(
                        document.getKey(),
                        document.getValue().stream().filter(ShownRow::isShown).count(),
                        document.getValue().size()))
                .toList();
    }

    String markdown() {
        var page = new StringBuilder("# What the tests show\n\n| document | shown | rows |\n|---|---|---|\n");
        totals().forEach(total -> page.append("| %s | %d | %d |%n".formatted(total.document, total.shown, total.rows)));
        byDocument().forEach((document, shown) -> {
            page.append("\n## ").append(document).append("\n\n| ID | Lvl | Text | Shown by |\n|---|---|---|---|\n");
            shown.forEach(row -> page.append(row.markdown()));
        });
        return page.toString();
    }

    private String json() {
        var mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        return mapper.writeValueAsString(Map.of("totals", totals(), "rows", rows)) + "\n";
    }

    private Map<String, List<ShownRow>> byDocument() {
        return rows.stream().collect(groupingBy(ShownRow::document, LinkedHashMap::new, toList()));
    }

    private static List<Evidence> evidenceOfModules(Path root) throws IOException {
        var evidence = new ArrayList<Evidence>();
        try (var modules = Files.list(root)) {
            modules.sorted()
                    .map(module -> module.resolve("target").resolve(Evidence.FILE))
                    .forEach(file -> evidence.addAll(Evidence.read(file)));
        }
        return evidence;
    }

    /** How many rows of a document have a passing test. */
    record Total(String document, long shown, long rows) {

        @Override
        public String toString() {
            return "%s %d of %d".formatted(document, shown, rows);
        }
    }

    /** A row of the catalogue and who shows it. */
    record ShownRow(String id, String document, String level, String text, List<Test> tests) {

        static ShownRow of(Row row, List<Evidence> passed) {
            var tests = passed.stream()
                    .map(test -> new Test(test.testClass(), test.sentence()))
                    .toList();
            return new ShownRow(row.id(), row.document(), row.level(), row.text(), tests);
        }

        boolean isShown() {
            return !tests.isEmpty();
        }

        String markdown() {
            var shownBy = tests.stream().map(Test::markdown).collect(joining("<br>"));
            return "| %s | %s | %s | %s |%n".formatted(id, level, text, shownBy.isEmpty() ? "–" : shownBy);
        }
    }

    /** A test named as a sentence. */
    record Test(String testClass, String sentence) {

        String markdown() {
            return "`" + testClass.substring(testClass.lastIndexOf('.') + 1) + "` " + sentence;
        }
    }
}
