package io.fangwei.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.events.Aggregate;
import io.fangwei.kernel.testing.ServiceTest;
import io.fangwei.visit.hazards.HazardFixture;
import io.fangwei.visit.plans.PlanFixture;
import io.fangwei.visit.visits.VisitFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.codecs.DocumentCodec;
import org.bson.json.JsonWriterSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Renaming a stored field is a decision and not an accident; {@code -Dfangwei.stored=write} takes it. */
@ServiceTest("spring.config.name=visit-service")
class StoredFormTest extends OverHttp {

    private static final JsonMapper JSON = new JsonMapper();

    static Stream<Arguments> aggregates() {
        return Stream.of(
                Arguments.of("plan", PlanFixture.agreed()),
                Arguments.of("visit", VisitFixture.wholeLife()),
                Arguments.of("visit-refused", VisitFixture.refusal()),
                Arguments.of("hazard", HazardFixture.wholeLife()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("aggregates")
    void what_is_stored_looks_as_it_always_did_and_reads_back_the_same(
            String name, Aggregate aggregate, @Autowired MongoTemplate template) throws IOException {
        var converter = template.getConverter();
        var document = new Document();
        converter.write(aggregate, document);
        document.remove("_class");
        var written = document.toJson(
                JsonWriterSettings.builder().indent(true).build(),
                new DocumentCodec(template.getDb().getCodecRegistry()));
        var file = Path.of("src/test/resources/stored/" + name + ".json");
        if ("write".equals(System.getProperty("fangwei.stored"))) {
            Files.writeString(file, written + "\n");
        }

        assertThat(file).exists();
        assertThat(JSON.readTree(written)).as(written).isEqualTo(JSON.readTree(Files.readString(file)));

        template.insert(new Document("_id", name).append("state", document), "forms");
        var stored = template.findById(name, Document.class, "forms").get("state", Document.class);
        assertThat(converter.read(aggregate.getClass(), stored))
                .usingRecursiveComparison()
                .ignoringCollectionOrder()
                .isEqualTo(aggregate);
    }
}
