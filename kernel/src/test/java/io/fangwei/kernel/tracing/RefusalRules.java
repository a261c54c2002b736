package io.fangwei.kernel.tracing;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The public names of the rules that a command may break: section 10 of {@code docs/requirements.md} lists those for
 * which the modules have texts, no fewer and no more.
 */
final class RefusalRules {

    private RefusalRules() {}

    /** What is listed and has no text, or has a text and is not listed. */
    static List<String> differences(Path root) throws IOException {
        var listed = listed(root);
        var worded = worded(root);
        var differences = new ArrayList<String>();
        without(worded, listed).forEach(name -> differences.add(name + " is not in section 10"));
        without(listed, worded).forEach(name -> differences.add(name + " is in section 10 and nowhere else"));
        return differences;
    }

    static Set<String> listed(Path root) {
        return Table.read(root.resolve("docs/requirements.md")).stream()
                .filter(table -> table.isHeaded("Rule"))
                .flatMap(table -> table.rows().stream())
                .map(row -> row.get(0).replace("`", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> worded(Path root) throws IOException {
        var names = new TreeSet<String>();
        try (var modules = Files.newDirectoryStream(root, Files::isDirectory)) {
            for (var module : modules) {
                var resources = module.resolve("src/main/resources");
                if (Files.isDirectory(resources)) {
                    names.addAll(wordedIn(resources));
                }
            }
        }
        return names;
    }

    private static Set<String> wordedIn(Path resources) throws IOException {
        var texts = new Properties();
        try (var files = Files.newDirectoryStream(resources, "*-problems.properties")) {
            for (var file : files) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    texts.load(reader);
                }
            }
        }
        return texts.stringPropertyNames();
    }

    private static Set<String> without(Set<String> names, Set<String> others) {
        var rest = new TreeSet<>(names);
        rest.removeAll(others);
        return rest;
    }
}
