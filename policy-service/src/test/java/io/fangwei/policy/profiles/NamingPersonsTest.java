package io.fangwei.policy.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fangwei.kernel.audit.AuditLog;
import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.testing.ServiceTest;
import io.fangwei.kernel.testing.TestClock;
import io.fangwei.policy.Http;
import io.fangwei.policy.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** Persons of the enterprise table: sealed where they lie, shown to who needs them, and each look noted (D15). */
@ServiceTest("spring.config.name=policy-service")
@ExtendWith(OutputCaptureExtension.class)
class NamingPersonsTest {

    private static final String NAME = "王国强";
    private static final String PHONE = "13812345678";
    private static final String PERSONS = "\"legalRepName\":\"%s\",\"legalRepPhone\":\"%s\"".formatted(NAME, PHONE);

    @Autowired
    MockMvc mvc;

    @Autowired
    TestClock clock;

    @Autowired
    MongoTemplate mongo;

    private Http http;
    private Scene scene;
    private UUID company;
    private String path;
    private UUID id;

    @BeforeEach
    void reach() throws Exception {
        clock.moveTo("2025-03-03");
        http = new Http(mvc);
        scene = new Scene(http);
        company = scene.registeredCompany();
        id = described(company);
        path = "/company-profiles/" + id;
    }

    @Test
    void nothing_that_is_stored_told_or_logged_has_a_person_in_plain_text(CapturedOutput output) throws Exception {
        http.put(scene.staff, path, "\"1\"", "{\"values\":{\"safetyHeadName\":\"" + NAME + "\"}}")
                .andExpect(status().isOk());
        http.get(scene.staff, path).andExpect(status().isOk());
        http.post(scene.staff, "/company-profiles", "{\"companyId\":7,\"values\":{%s}}".formatted(PERSONS))
                .andExpect(status().isBadRequest());
        http.put(scene.staff, path, "\"2\"", "{\"values\":{\"legalRepName\":[\"%s\"]}}".formatted(NAME))
                .andExpect(status().isConflict())
                .andExpect(content().string(Matchers.not(Matchers.containsString(NAME))));

        assertThat(stored()).isNotEmpty().noneMatch(text -> text.contains(NAME) || text.contains(PHONE));
        assertThat(output.getAll()).doesNotContain(NAME, PHONE);
        assertThat(versions().get(1).get("persons", Document.class).keySet())
                .containsExactlyInAnyOrder("legalRepName", "legalRepPhone", "safetyHeadName");
    }

    @Test
    void the_company_and_the_staff_see_its_persons_and_each_look_is_noted_before() throws Exception {
        for (var reader : List.of(scene.staff, Callers.ofCompany("id." + company, company))) {
            http.get(reader, path)
                    .andExpect(jsonPath("$.values.legalRepName").value(NAME))
                    .andExpect(jsonPath("$.values.legalRepPhone").value(PHONE))
                    .andExpect(jsonPath("$.values.employees").value(120));
            assertThat(looks(reader))
                    .singleElement()
                    .satisfies(look -> assertThat(look.getList("read", String.class))
                            .containsExactly("legalRepName", "legalRepPhone"))
                    .satisfies(look ->
                            assertThat(look.getString("what")).isEqualTo("company-profile/" + id + "/versions/1"));
        }
        http.get(scene.staff, path + "/versions")
                .andExpect(jsonPath("$[0].values.legalRepName").value(NAME));
        assertThat(looks(scene.staff)).hasSize(2);
    }

    @Test
    void a_manager_sees_that_there_are_persons_and_not_who_and_so_does_everybody_in_lists() throws Exception {
        http.get(scene.manager, path)
                .andExpect(jsonPath("$.values.legalRepName").value("•••"))
                .andExpect(jsonPath("$.values.employees").value(120));
        for (var reader : List.of(scene.manager, scene.staff)) {
            http.get(reader, "/company-profiles")
                    .andExpect(jsonPath("$.items[0].values.legalRepPhone").value("•••"));
            assertThat(looks(reader)).isEmpty();
        }
    }

    @Test
    void what_a_new_version_leaves_out_stays_and_what_it_empties_goes() throws Exception {
        http.put(scene.manager, path, "\"1\"", "{\"values\":{\"employees\":130,\"legalRepPhone\":\"\"}}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.values.legalRepName").value("•••"))
                .andExpect(jsonPath("$.values.legalRepPhone").doesNotExist());

        http.get(scene.staff, path).andExpect(jsonPath("$.values.legalRepName").value(NAME));
        http.put(scene.staff, path, "\"2\"", "{\"values\":{\"legalRepName\":null,\"employees\":null}}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.values").isEmpty());
    }

    @Test
    void a_mask_that_is_sent_back_is_not_taken_for_a_name() throws Exception {
        http.put(scene.manager, path, "\"1\"", "{\"values\":{\"legalRepName\":\"•••\"}}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("profile-unfit"));
    }

    @Test
    void the_persons_of_one_profile_cannot_be_passed_off_as_those_of_another() throws Exception {
        var other = described(scene.registeredCompany());
        var theirs = mongo.findById(other.toString(), Document.class, "companyProfiles")
                .get("state", Document.class)
                .getList("versions", Document.class)
                .get(0)
                .get("persons", Document.class);
        mongo.getCollection("companyProfiles")
                .updateOne(
                        new Document("_id", id.toString()),
                        new Document("$set", new Document("state.versions.0.persons", theirs)));

        http.get(scene.staff, path)
                .andExpect(status().isInternalServerError())
                .andExpect(jsonPath("$.rule").value("internal-error"))
                .andExpect(content().string(Matchers.not(Matchers.containsString(NAME))));
    }

    private UUID described(UUID whom) throws Exception {
        return Http.id(http.post(
                        scene.staff,
                        "/company-profiles",
                        "{\"companyId\":\"%s\",\"values\":{\"employees\":120,%s}}".formatted(whom, PERSONS))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.values.legalRepName").value("•••")));
    }

    private List<Document> versions() {
        return mongo.findById(id.toString(), Document.class, "companyProfiles")
                .get("state", Document.class)
                .getList("versions", Document.class);
    }

    private List<Document> looks(Caller reader) {
        return mongo.getCollection(AuditLog.COLLECTION)
                .find(new Document("actor", reader.subject()).append("read", new Document("$exists", true)))
                .into(new ArrayList<>());
    }

    /** Every document of every collection, with state, outbox, journal and audit log. */
    private List<String> stored() {
        var all = new ArrayList<String>();
        for (var name : mongo.getCollectionNames()) {
            mongo.getCollection(name).find().forEach(document -> all.add(document.toJson()));
        }
        return all;
    }
}
