package io.fangwei.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.UUID;
import org.bson.Document;
import org.bson.codecs.DocumentCodec;
import org.bson.json.JsonWriterSettings;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The stored state of an aggregate beside the file that pins it. */
public final class Stored {

    private static final JsonMapper JSON = new JsonMapper();

    private Stored() {}

    public static void assertAs(String name, MongoTemplate mongo, String collection, UUID id) throws IOException {
        var state = mongo.findById(id.toString(), Document.class, collection).get("state", Document.class);
        var written = state.toJson(
                JsonWriterSettings.builder().indent(true).build(),
                new DocumentCodec(mongo.getDb().getCodecRegistry()));
        var expected = new ClassPathResource("stored/" + name + ".json");

        assertThat(expected.exists())
                .as("stored/%s.json should be:%n%s", name, written)
                .isTrue();
        assertThat(JSON.readTree(written)).as(written).isEqualTo(JSON.readTree(expected.getInputStream()));
    }
}
