package io.fangwei.kernel.tracing;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** One test that ran for one row of the catalogue; a module keeps its evidence in {@code target/requirements.tsv}. */
record Evidence(String id, String testClass, String sentence, Outcome outcome) {

    static final String FILE = "requirements.tsv";

    private static final Comparator<Evidence> ORDER =
            comparing(Evidence::id).thenComparing(Evidence::testClass).thenComparing(Evidence::sentence);

    boolean isPassed() {
        return outcome == Outcome.PASSED;
    }

    static List<Evidence> read(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (var lines = Files.lines(file)) {
            return lines.map(Evidence::parse).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static void write(Path file, Collection<Evidence> rows) {
        try {
            Files.createDirectories(file.getParent());
            var draft = Files.createTempFile(file.getParent(), FILE, ".part");
            Files.write(draft, rows.stream().sorted(ORDER).map(Evidence::line).toList());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private String line() {
        return String.join("\t", id, testClass, sentence, outcome.name());
    }

    private static Evidence parse(String line) {
        var cells = line.split("\t", -1);
        return new Evidence(cells[0], cells[1], cells[2], Outcome.valueOf(cells[3]));
    }
}
