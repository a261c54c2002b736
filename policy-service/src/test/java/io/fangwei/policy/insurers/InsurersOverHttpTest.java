package io.fangwei.policy.insurers;

import static io.fangwei.policy.Scene.ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.store.Ids;
import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.testing.ServiceTest;
import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.policy.Http;
import io.fangwei.policy.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.MockMvc;

@ServiceTest("spring.config.name=policy-service")
class InsurersOverHttpTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    MongoTemplate mongo;

    private Http http;

    @BeforeEach
    void reach() {
        http = new Http(mvc);
    }

    @Test
    void an_insurer_is_registered_once_for_its_licence() throws Exception {
        var licence = "L-" + UUID.randomUUID();
        var id = Ids.of("insurer", licence);
        var at = "/api/policy/v1/insurers/" + id;

        http.post(ADMINISTRATOR, "/insurers", "k1", Scene.insurer(licence))
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", at))
                .andExpect(header().string("ETag", "\"1\""));
        http.post(ADMINISTRATOR, "/insurers", "k1", Scene.insurer(licence))
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", at))
                .andExpect(header().string("Idempotency-Replayed", "true"));
        http.post(ADMINISTRATOR, "/insurers", "k2", Scene.insurer(licence))
                .andExpect(status().isConflict())
                .andExpect(header().string("Location", at))
                .andExpect(jsonPath("$.rule").value("already-exists"));

        assertThat(stored(id).getList("outbox", Document.class))
                .singleElement()
                .satisfies(entry -> assertThat(entry.getString("type")).isEqualTo("policy.insurer-registered.v1"));
    }

    @Test
    void a_key_that_comes_with_another_body_is_unprocessable() throws Exception {
        var licence = "L-" + UUID.randomUUID();
        http.post(ADMINISTRATOR, "/insurers", "k1", Scene.insurer(licence)).andExpect(status().isCreated());

        http.post(ADMINISTRATOR, "/insurers", "k1", Scene.insurer(licence).replace("锦城财产保险股份有限公司", "另一家"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.rule").value("idempotency-key-reused"));
    }

    @Test
    @Requirement("CD-3.3")
    void an_insurer_without_a_licence_is_refused_in_chinese_and_in_english() throws Exception {
        var body = "{\"name\":\" \",\"licenceNo\":\"\",\"areas\":[\"Chengdu\"]}";

        http.post(ADMINISTRATOR, "/insurers", body)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("urn:problem:invalid-fields"))
                .andExpect(jsonPath("$.detail").value(containsString("字段")))
                .andExpect(jsonPath("$.errors[*].field", containsInAnyOrder("name", "licenceNo", "areas[0]")));
        http.postInEnglish(ADMINISTRATOR, "/insurers", body)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("fields")))
                .andExpect(jsonPath("$.errors[?(@.field=='licenceNo')].message").value("must not be blank"));
    }

    @Test
    void only_the_administrator_registers_insurers() throws Exception {
        var manager = Callers.ofInsurer("im", UUID.randomUUID(), Role.IM);

        http.post(manager, "/insurers", Scene.insurer("L-9"))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.rule").value("role-not-allowed"));
    }

    @Test
    void a_rate_above_the_national_cap_is_refused_in_both_languages_and_changes_nothing() throws Exception {
        var scene = new Scene(http).withRate("0.20");
        var path = "/insurers/" + scene.insurerId + "/accrual-rates";
        var before = stored(scene.insurerId);

        http.post(scene.manager, path, "{\"year\":2025,\"rate\":\"0.22\"}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:problem:accrual-rate-over-cap"))
                .andExpect(jsonPath("$.detail").value("提取比例 0.22 超过国家上限 0.21。"));
        http.postInEnglish(scene.manager, path, "{\"year\":2025,\"rate\":\"0.22\"}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value("The accrual rate 0.22 is above the national cap of 0.21."));

        assertThat(stored(scene.insurerId)).isEqualTo(before);
    }

    @Test
    void an_insurer_sets_its_own_rate_only_whatever_else_it_may_see() throws Exception {
        var scene = new Scene(http);
        var stranger = Callers.ofInsurer("im.two", UUID.randomUUID(), Role.IM);
        var strangerOfManyParts = new Caller(
                "im.three", Set.of(Role.IM, Role.SP), UUID.randomUUID(), null, null, UUID.randomUUID(), List.of());

        for (var caller : List.of(stranger, strangerOfManyParts)) {
            http.post(caller, "/insurers/" + scene.insurerId + "/accrual-rates", "{\"year\":2025,\"rate\":\"0.1\"}")
                    .andExpect(status().isNotFound());
        }
        http.get(stranger, "/insurers/" + scene.insurerId).andExpect(status().isNotFound());
    }

    @Test
    void the_rates_are_shown_to_the_insurer_and_its_authority_but_not_to_the_insured() throws Exception {
        var scene = new Scene(http).withRate("0.20");
        var path = "/insurers/" + scene.insurerId;

        http.get(scene.staff, path).andExpect(jsonPath("$.accrualRates[0].rate").value("0.20"));
        http.get(Callers.ofArea("ea", Role.EA, "510100"), path)
                .andExpect(jsonPath("$.accrualRates[0].year").value(2025));
        http.get(Callers.ofArea("ea", Role.EA, "320500"), path).andExpect(status().isNotFound());
        http.get(Callers.ofCompany("id", UUID.randomUUID()), path)
                .andExpect(jsonPath("$.name").value("锦城财产保险股份有限公司"))
                .andExpect(jsonPath("$.accrualRates").doesNotExist());
    }

    @Test
    void a_list_is_read_page_by_page_and_shows_each_once() throws Exception {
        var mine = List.of(new Scene(http).insurerId, new Scene(http).insurerId, new Scene(http).insurerId);

        var seen = new ArrayList<UUID>();
        var next = "";
        do {
            var page = http.read(ADMINISTRATOR, "/insurers?limit=2" + next);
            assertThat(page.path("items")).hasSizeLessThanOrEqualTo(2);
            page.path("items")
                    .forEach(item -> seen.add(UUID.fromString(item.path("id").asString())));
            next = page.path("next").isString() ? "&after=" + page.path("next").asString() : "";
        } while (!next.isEmpty());

        assertThat(seen).doesNotHaveDuplicates().containsAll(mine);
        http.get(ADMINISTRATOR, "/insurers?limit=201").andExpect(status().isBadRequest());
    }

    private Document stored(UUID id) {
        return mongo.findById(id.toString(), Document.class, "insurers");
    }
}
