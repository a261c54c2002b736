package io.fangwei.localmongo.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Nothing that our services ask of MongoDB is missing in the suite. */
class WordsInUseTest {

    /** The server itself names what it answers; the suite asks it from outside. */
    private static final String THE_SERVER = "local-mongo";

    private static final Path ROOT = Path.of(System.getProperty("fangwei.root"));

    @Test
    void every_operator_and_command_of_our_sources_has_a_case() throws Exception {
        var used = new WordsInUse();
        try (var modules = Files.list(ROOT)) {
            modules.filter(module -> !module.endsWith(THE_SERVER))
                    .map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .forEach(used::addAll);
        }
        var missing = new TreeSet<>(used.words().keySet());
        missing.removeAll(wordsOfTheSuite());

        assertThat(used.words().keySet())
                .contains("$set", "$pull", "$min", "$group", "$or", "find", "update", "insert", "distinct");
        assertThat(missing)
                .as("words without a case, and where they stand: %s", used.words())
                .isEmpty();
    }

    @Test
    void words_are_found_in_whatever_way_they_are_written() {
        var used = new WordsInUse();
        used.add(
                Path.of("A.java"),
                "import org.bson.Document; x.append(\"$bit\", 1).append(\"total\", \"$amount\"); c.findOneAndUpdate(a, b);");
        used.add(
                Path.of("B.java"),
                "import static com.mongodb.client.model.Filters.geoWithin; c.find(geoWithin(a, b)); ChangeStreamIterable<?> changes = c.watch();");
        used.add(
                Path.of("C.java"),
                "import org.springframework.data.mongodb.core.query.Criteria; Criteria.where(a).orOperator(b).bits();");
        used.add(
                Path.of("D.java"),
                "import com.mongodb.client.MongoClient; d.runCommand(new Document(\"collMod\", a)); d.runCommand(x);");

        assertThat(used.words().keySet())
                .containsExactlyInAnyOrder(
                        "$bit",
                        "findAndModify",
                        "find",
                        "$geoWithin",
                        "watch",
                        "$or",
                        "$bits",
                        "collMod",
                        "runCommand");
    }

    private static Set<String> wordsOfTheSuite() {
        var words = new TreeSet<String>();
        ConformanceCases.all().forEach(each -> words.addAll(each.words()));
        return words;
    }
}
