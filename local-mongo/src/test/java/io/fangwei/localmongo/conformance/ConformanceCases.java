package io.fangwei.localmongo.conformance;

import io.fangwei.localmongo.conformance.ConformanceCase.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;

/** The cases of the suite, as the files under {@code conformance/} say them. */
final class ConformanceCases {

    static final List<String> FILES =
            List.of("filters", "sorting", "projections", "updates", "writing", "indexes", "aggregation", "commands");

    private ConformanceCases() {}

    static Stream<ConformanceCase> all() {
        return FILES.stream().flatMap(ConformanceCases::of);
    }

    /** Each case once as it stands, and once with each further index that its group names. */
    static Stream<ConformanceCase> of(String file) {
        return read(file).stream().flatMap(group -> stages(group.asDocument()));
    }

    private static Stream<ConformanceCase> stages(BsonDocument group) {
        var name = group.getString("group").getValue();
        var indexes = documents(group, "indexes");
        var stages = new ArrayList<Stage>();
        stages.add(new Stage(name, documents(group, "documents"), documents(group, "other"), indexes));
        for (var further : documents(group, "alsoWith")) {
            var all = new ArrayList<>(indexes);
            all.add(further);
            stages.add(new Stage(
                    name + " with " + further.toJson(), documents(group, "documents"), documents(group, "other"), all));
        }
        return stages.stream()
                .flatMap(
                        stage -> group.getArray("cases").stream().map(said -> caseOf(stage, group, said.asDocument())));
    }

    private static ConformanceCase caseOf(Stage stage, BsonDocument group, BsonDocument said) {
        var page = said.getString("page", group.getString("page")).getValue();
        return new ConformanceCase(stage, said.getString("name").getValue(), page, said);
    }

    static List<BsonDocument> documents(BsonDocument of, String field) {
        return of.getArray(field, new BsonArray()).stream()
                .map(each -> each.asDocument())
                .toList();
    }

    private static BsonArray read(String file) {
        try (var in = ConformanceCases.class.getResourceAsStream("/conformance/" + file + ".js")) {
            return BsonArray.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
