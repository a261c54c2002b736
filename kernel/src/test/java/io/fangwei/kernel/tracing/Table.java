package io.fangwei.kernel.tracing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A table of a Markdown page; every row has as many cells as the header. */
record Table(List<String> header, List<List<String>> rows) {

    Table {
        for (var row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException(
                        row.get(0) + " has " + row.size() + " cells under " + header.size() + " headings");
            }
        }
    }

    static List<Table> read(Path page) {
        try {
            return parse(Files.readAllLines(page));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<Table> parse(List<String> lines) {
        var tables = new ArrayList<Table>();
        var lately = new ArrayList<List<String>>();
        for (var line : (Iterable<String>) Stream.concat(lines.stream(), Stream.of(""))::iterator) {
            if (line.startsWith("|")) {
                lately.add(cells(line));
            } else if (lately.size() > 1) {
                tables.add(new Table(lately.get(0), List.copyOf(lately.subList(2, lately.size()))));
                lately.clear();
            }
        }
        return tables;
    }

    boolean isHeaded(String first) {
        return header.get(0).equals(first);
    }

    /** The cell of the row under the first of these headings that the table has. */
    Optional<String> cell(List<String> row, List<String> headings) {
        return headings.stream()
                .map(header::indexOf)
                .filter(column -> column >= 0)
                .findFirst()
                .map(row::get);
    }

    private static List<String> cells(String line) {
        var inner = line.strip();
        inner = inner.substring(1, inner.endsWith("|") ? inner.length() - 1 : inner.length());
        return Stream.of(inner.split("(?<!\\\\)\\|", -1)).map(String::strip).toList();
    }
}
