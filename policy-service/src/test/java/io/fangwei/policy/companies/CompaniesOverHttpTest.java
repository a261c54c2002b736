package io.fangwei.policy.companies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.store.Ids;
import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.testing.ServiceTest;
import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.policy.Codes;
import io.fangwei.policy.Http;
import io.fangwei.policy.Scene;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.MockMvc;

@ServiceTest("spring.config.name=policy-service")
class CompaniesOverHttpTest {

    private static final String CHANGE =
            "{\"name\":\"成都新名有限公司\",\"industryCode\":\"F52\",\"scale\":\"SMALL\",\"address\":\"新址\"}";

    @Autowired
    MockMvc mvc;

    @Autowired
    MongoTemplate mongo;

    private Http http;
    private Scene scene;

    @BeforeEach
    void reach() throws Exception {
        http = new Http(mvc);
        scene = new Scene(http);
    }

    @Test
    void a_company_is_registered_with_its_risk_judged_by_its_industry() throws Exception {
        var uscc = Codes.fresh();

        http.post(scene.staff, "/companies", Scene.company(uscc))
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", "/api/policy/v1/companies/" + Ids.of("company", uscc)))
                .andExpect(jsonPath("$.highRisk").value(true))
                .andExpect(jsonPath("$.scale").value("MEDIUM"));
        http.post(scene.staff, "/companies", Scene.company(Codes.fresh()).replace("C2614", "F5226"))
                .andExpect(jsonPath("$.highRisk").value(false));
    }

    @Test
    @Requirement("AMB-17")
    void the_insurer_states_how_large_the_company_is() throws Exception {
        http.post(scene.staff, "/companies", Scene.company(Codes.fresh()).replace("\"scale\":\"MEDIUM\",", ""))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("scale"));
        http.post(scene.staff, "/companies", Scene.company(Codes.fresh()).replace("MEDIUM", "HUGE"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("scale"));
    }

    @ParameterizedTest
    @Requirement({"AMB-18", "CD-6b"})
    @CsvSource({
        "B0810, true", // non-coal mining
        "C2614, true", // hazardous chemicals
        "C2672, true", // fireworks and civil explosives
        "G5430, true", // transport
        "E4790, true", // construction
        "C3110, true", // metal smelting
        "B0610, false", // coal
        "F5211, false" // shops
    })
    void the_list_is_seeded_with_the_seven_industries_that_are_named(String industry, boolean highRisk)
            throws Exception {
        var company = Scene.company(Codes.fresh()).replace("C2614", industry);

        http.post(scene.staff, "/companies", company)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.highRisk").value(highRisk));
    }

    @Test
    void a_mistyped_code_is_refused() throws Exception {
        var uscc = Codes.fresh();
        var mistyped = uscc.substring(0, 17) + (uscc.endsWith("0") ? "1" : "0");

        http.postInEnglish(scene.staff, "/companies", Scene.company(mistyped))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("uscc-check-failed"));
        http.post(scene.staff, "/companies", Scene.company("no code"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("uscc"));
    }

    @Test
    void another_insurer_that_registers_the_same_company_shares_its_identity() throws Exception {
        var another = new Scene(http);
        var body = Scene.company(Codes.fresh());
        var at = http.post(scene.staff, "/companies", body)
                .andReturn()
                .getResponse()
                .getHeader("Location");
        var path = at.substring("/api/policy/v1".length());
        http.get(another.staff, path).andExpect(status().isNotFound());

        http.post(another.staff, "/companies", "k1", body.replace("MEDIUM", "LARGE"))
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", at))
                .andExpect(jsonPath("$.scale").value("MEDIUM"));
        http.post(another.staff, "/companies", "k1", body.replace("MEDIUM", "LARGE"))
                .andExpect(status().isCreated())
                .andExpect(header().string("Idempotency-Replayed", "true"));
        http.post(another.staff, "/companies", "k2", body)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("already-exists"));

        http.get(another.staff, path).andExpect(status().isOk());
        var stored = stored(UUID.fromString(path.substring("/companies/".length())));
        assertThat(stored.get("state", Document.class).getList("insurerIds", UUID.class))
                .containsExactly(scene.insurerId, another.insurerId);
        assertThat(stored.getList("outbox", Document.class))
                .extracting(entry -> entry.getString("actor"))
                .containsExactly(scene.staff.subject(), "system:joining:" + another.staff.subject());
    }

    @Test
    void an_edit_needs_the_version_that_was_read() throws Exception {
        var path = "/companies/" + scene.registeredCompany();

        http.putBlindly(scene.staff, path, CHANGE).andExpect(status().isPreconditionRequired());
        http.put(scene.staff, path, "\"7\"", CHANGE).andExpect(status().isPreconditionFailed());
        http.put(scene.staff, path, "\"1\"", CHANGE)
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"2\""))
                .andExpect(jsonPath("$.name").value("成都新名有限公司"))
                .andExpect(jsonPath("$.highRisk").value(false));
        http.put(scene.staff, path, "\"1\"", CHANGE).andExpect(status().isPreconditionFailed());
    }

    @Test
    void a_company_is_seen_by_its_insurers_itself_and_the_authorities_of_its_area() throws Exception {
        var id = scene.registeredCompany();
        var stranger = new Scene(http).manager;

        for (var caller : List.of(
                scene.manager,
                Callers.ofInsurer("ic", scene.insurerId, Role.IC),
                Callers.ofCompany("id", id),
                Callers.ofArea("cp", Role.CP, "510000"),
                Callers.ofArea("ea", Role.EA, "510105"))) {
            http.get(caller, "/companies/" + id).andExpect(status().isOk());
            http.get(caller, "/companies?limit=200")
                    .andExpect(jsonPath("$.items[?(@.id=='%s')]".formatted(id)).exists());
        }
        for (var caller : List.of(
                stranger,
                Callers.ofCompany("id.two", UUID.randomUUID()),
                Callers.ofArea("ea.two", Role.EA, "510104"))) {
            http.get(caller, "/companies/" + id).andExpect(status().isNotFound());
            http.get(caller, "/companies?limit=200")
                    .andExpect(jsonPath("$.items[?(@.id=='%s')]".formatted(id)).doesNotExist());
        }
        http.put(stranger, "/companies/" + id, "\"1\"", CHANGE).andExpect(status().isNotFound());
        http.get(Callers.professional("sp", UUID.randomUUID()), "/companies/" + id)
                .andExpect(status().isForbidden());
    }

    private Document stored(UUID id) {
        return mongo.findById(id.toString(), Document.class, "companies");
    }
}
