package io.fangwei.kernel.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.fangwei.kernel.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Base64;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SealingPersonsTest {

    private static final PersonalText WANG = PersonalText.of("王国强 13812345678");
    private static final Place HERE = new Place("profiles", "1", "legalRepName");

    private final PersonalKeys keys = PersonalKeys.fresh();

    @Test
    void what_is_sealed_tells_nothing_is_never_the_same_twice_and_opens_at_its_place() {
        var sealed = keys.seal(WANG, HERE);

        assertThat(sealed).doesNotContain("王", "1381").isNotEqualTo(keys.seal(WANG, HERE));
        assertThat(keys.open(sealed, HERE).reveal()).isEqualTo("王国强 13812345678");
    }

    @Test
    void printing_a_person_or_the_keys_gives_nothing_away() {
        assertThat("%s %s".formatted(WANG, new JsonMapper().writeValueAsString(WANG)))
                .doesNotContain("王", "1381");
        assertThat(keys.toString()).doesNotContain("keyData", "value").contains(keys.primary());
        assertThat(new PersonalSettings(null, keys.json()).toString()).doesNotContain("value");
    }

    @Test
    void a_sealed_text_that_was_moved_elsewhere_is_refused() {
        var sealed = keys.seal(WANG, HERE);

        for (var elsewhere : new Place[] {
            new Place("profiles", "2", "legalRepName"),
            new Place("profiles", "1", "safetyHeadName"),
            new Place("others", "1", "legalRepName"),
            new Place("profiles", "1legalRep", "Name")
        }) {
            assertThatThrownBy(() -> keys.open(sealed, elsewhere))
                    .isInstanceOf(NotOpened.class)
                    .hasMessageContaining("was not sealed there");
        }
    }

    @Test
    void what_was_changed_or_never_sealed_is_refused() {
        var bytes = Base64.getDecoder().decode(keys.seal(WANG, HERE));
        bytes[bytes.length - 1] ^= 1;

        assertThatThrownBy(() -> keys.open(Base64.getEncoder().encodeToString(bytes), HERE))
                .isInstanceOf(NotOpened.class);
        assertThatThrownBy(() -> keys.open("王国强", HERE)).isInstanceOf(NotOpened.class);
        assertThatThrownBy(() -> keys.open("", HERE)).isInstanceOf(NotOpened.class);
    }

    @Test
    void after_a_rotation_the_new_key_writes_and_the_old_one_still_reads() {
        var before = keys.seal(WANG, HERE);
        var rotated = PersonalKeys.read(keys.rotated().json());

        assertThat(rotated.numbers()).hasSize(2).contains(keys.primary());
        assertThat(rotated.primary()).isNotEqualTo(keys.primary());
        assertThat(rotated.open(before, HERE)).isEqualTo(WANG);
        var after = rotated.seal(WANG, HERE);
        assertThat(rotated.open(after, HERE)).isEqualTo(WANG);
        assertThatThrownBy(() -> keys.open(after, HERE))
                .isInstanceOf(NotOpened.class)
                .hasMessageContaining("The key " + rotated.primary());
    }

    @Test
    void a_service_whose_key_was_lost_says_which_and_does_not_start() {
        var written = written();
        PersonalFields.of(keys, written, "keys.json");
        PersonalFields.of(keys, written, "keys.json");

        assertThatThrownBy(() -> PersonalFields.of(PersonalKeys.fresh(), written, "/data/keys.json"))
                .isInstanceOf(KeysLost.class)
                .hasMessageContaining("/data/keys.json")
                .hasMessageContaining(keys.primary());
        assertThat(written.countDocuments()).isOne();
        var rotated = keys.rotated();
        PersonalFields.of(rotated, written, "keys.json");
        assertThat(written.countDocuments()).isEqualTo(2);
        assertThatThrownBy(() -> PersonalFields.of(keys, written, "keys.json")).hasMessageContaining(rotated.primary());
    }

    @Test
    void no_keys_or_what_is_none_stops_the_start_with_one_sentence() {
        assertThatThrownBy(() -> new PersonalSettings(null, null).keys())
                .isInstanceOf(KeysLost.class)
                .hasMessageContaining("keyset-file");
        assertThatThrownBy(() -> new PersonalSettings(Path.of("nowhere.json"), null).keys())
                .isInstanceOf(KeysLost.class)
                .hasMessageContaining("nowhere.json");
        assertThatThrownBy(() -> new PersonalSettings(null, "{\"primaryKeyId\":7}").keys())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no keyset");
    }

    private static MongoCollection<Document> written() {
        return MongoClients.create(TestDatabase.freshUri())
                .getDatabase("persons")
                .getCollection(PersonalFields.KEYS);
    }
}
