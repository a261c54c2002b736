package io.fangwei.policy.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.deadlines.OverdueWatch;
import io.fangwei.kernel.store.Ids;
import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.testing.ServiceTest;
import io.fangwei.kernel.testing.TestClock;
import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.policy.Http;
import io.fangwei.policy.Scene;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.MockMvc;

@ServiceTest("spring.config.name=policy-service")
class PoliciesOverHttpTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    OverdueWatch watch;

    @Autowired
    TestClock clock;

    private Http http;
    private Scene scene;

    @BeforeEach
    void reach() throws Exception {
        http = new Http(mvc);
        scene = new Scene(http);
    }

    @AfterEach
    void turnBackTheClock() {
        clock.moveTo("2025-03-03");
    }

    @Test
    void a_policy_is_drafted_once_under_its_number() throws Exception {
        var company = scene.registeredCompany();
        var body = Scene.policy("PA-2025-0001", company);
        var id = Ids.of("policy", scene.insurerId, "PA-2025-0001");

        http.post(scene.manager, "/policies", "k1", body)
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", "/api/policy/v1/policies/" + id))
                .andExpect(jsonPath("$.status").value("DRAFT"))
                .andExpect(jsonPath("$.area").value("510105"))
                .andExpect(jsonPath("$.premium").value("100000.00"))
                .andExpect(jsonPath("$.received").value("0.00"));
        http.post(scene.manager, "/policies", "k1", body)
                .andExpect(status().isCreated())
                .andExpect(header().string("Idempotency-Replayed", "true"));
        http.post(scene.manager, "/policies", "k1", body.replace("100000.00", "1.00"))
                .andExpect(status().isUnprocessableContent());
        http.post(Callers.ofInsurer("im.two", scene.insurerId, Role.IM), "/policies", "k1", body)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("already-exists"));

        assertThat(mongo.findById(id.toString(), Document.class, "policies").getLong("version"))
                .isEqualTo(1);
    }

    @Test
    void a_company_that_another_insurer_insures_cannot_be_insured_before_it_is_registered() throws Exception {
        var foreign = new Scene(http).registeredCompany();

        http.post(scene.manager, "/policies", Scene.policy("PA-1", foreign)).andExpect(status().isNotFound());
        http.post(scene.manager, "/policies", Scene.policy("PA-1", UUID.randomUUID()))
                .andExpect(status().isNotFound());
    }

    @Test
    @Requirement("CD-5.1.1a")
    void the_company_acknowledges_itself_or_the_staff_does_for_it() throws Exception {
        var policy = scene.draftedPolicy();
        var company = Callers.ofCompany("id", companyOf(policy));

        http.post(scene.manager, "/policies/" + policy + "/activations", "{}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("disclosure-missing"));
        http.post(company, "/policies/" + policy + "/disclosures", "{\"version\":\"2025-1\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("DISCLOSED"))
                .andExpect(jsonPath("$.disclosure.by").value("ID"))
                .andExpect(jsonPath("$.disclosure.on").value("2025-03-03"));
        http.post(scene.manager, "/policies/" + policy + "/activations", "{}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("ACTIVE"));

        var another = scene.draftedPolicy();
        http.post(scene.staff, "/policies/" + another + "/disclosures", "{\"version\":\"2025-1\"}")
                .andExpect(jsonPath("$.disclosure.by").value("IS"));
    }

    @Test
    @Requirement("CD-3.1")
    void a_policy_names_the_product_that_it_is_of_and_so_does_its_renewal() throws Exception {
        var draft = Scene.policy("PA-" + UUID.randomUUID(), scene.registeredCompany());
        http.post(scene.manager, "/policies", draft.replace("{\"policyNo", "{\"productCode\":\"安 责\",\"policyNo"))
                .andExpect(status().isBadRequest());
        var policy = "/policies/"
                + Http.id(http.post(
                        scene.manager,
                        "/policies",
                        draft.replace("{\"policyNo", "{\"productCode\":\"AZX-2025-1\",\"policyNo")));
        http.post(scene.staff, policy + "/disclosures", "{\"version\":\"2025-1\"}");
        http.post(scene.manager, policy + "/activations", "{}")
                .andExpect(jsonPath("$.productCode").value("AZX-2025-1"))
                .andExpect(jsonPath("$.premium").value("100000.00"))
                .andExpect(jsonPath("$.serviceTerms.length()").value(1));

        http.post(scene.manager, policy + "/renewals", "{\"policyNo\":\"PA-%s\"}".formatted(UUID.randomUUID()))
                .andExpect(jsonPath("$.productCode").value("AZX-2025-1"));
    }

    @Test
    void a_refused_command_leaves_nothing_behind() throws Exception {
        var policy = scene.activePolicy();
        var before = stored(policy);

        http.post(scene.manager, "/policies/" + policy + "/activations", "{}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:problem:wrong-policy-status"));
        http.post(scene.manager, "/policies/" + policy + "/premium-receipts", Scene.premium("10.00"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value("该保险公司尚未设定 2025 年的事故预防费用提取比例，不能登记保费。"));

        assertThat(stored(policy)).isEqualTo(before);
    }

    @Test
    void premium_is_recorded_once_and_never_above_what_is_owed() throws Exception {
        scene.withRate("0.20");
        var path = "/policies/" + scene.activePolicy() + "/premium-receipts";

        http.post(scene.manager, path, "k1", Scene.premium("60000.00"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.received").value("60000.00"));
        http.post(scene.manager, path, "k1", Scene.premium("60000.00"))
                .andExpect(status().isOk())
                .andExpect(header().string("Idempotency-Replayed", "true"))
                .andExpect(jsonPath("$.received").value("60000.00"));
        http.post(scene.manager, path, "k2", Scene.premium("40000.01"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("premium-exceeded"));
        http.post(scene.manager, path, "k3", "{\"amount\":\"-1\",\"receivedOn\":\"2025-03-03\",\"voucherNo\":\"\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors.length()").value(2));
    }

    @Test
    void the_watch_notices_that_a_policy_has_expired_once() throws Exception {
        var policy = scene.activePolicy();
        clock.moveTo("2025-12-31");
        watch.runNow();
        assertThat(stored(policy).get("state", Document.class).getString("status"))
                .isEqualTo("ACTIVE");

        clock.moveTo("2026-01-01");
        watch.runNow();
        watch.runNow();

        assertThat(stored(policy).get("state", Document.class).getString("status"))
                .isEqualTo("EXPIRED");
        assertThat(stored(policy).containsKey("nextDue")).isFalse();
        assertThat(stored(policy).getList("outbox", Document.class))
                .filteredOn(entry -> entry.getString("type").equals("policy.policy-expired.v1"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.getString("actor")).isEqualTo("system:overdue-watch"));
    }

    @Test
    void lists_show_own_policies_by_status_and_company() throws Exception {
        var drafted = scene.draftedPolicy();
        var active = scene.activePolicy();

        http.get(scene.staff, "/policies")
                .andExpect(jsonPath("$.items.length()").value(2));
        http.get(scene.staff, "/policies?status=ACTIVE")
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].id").value(active.toString()));
        http.get(scene.staff, "/policies?companyId=" + companyOf(drafted))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].id").value(drafted.toString()));
        http.get(Callers.ofCompany("id", companyOf(drafted)), "/policies")
                .andExpect(jsonPath("$.items.length()").value(1));
        http.get(scene.staff, "/policies?status=NONSENSE").andExpect(status().isBadRequest());
    }

    @Test
    void a_foreign_policy_does_not_exist() throws Exception {
        var policy = scene.draftedPolicy();
        var stranger = new Scene(http);

        http.get(stranger.manager, "/policies/" + policy).andExpect(status().isNotFound());
        http.post(stranger.manager, "/policies/" + policy + "/cancellations", "{\"reasonCode\":\"INSURED_CLOSED\"}")
                .andExpect(status().isNotFound());
        http.post(
                        Callers.ofCompany("id", UUID.randomUUID()),
                        "/policies/" + policy + "/disclosures",
                        "{\"version\":\"2025-1\"}")
                .andExpect(status().isNotFound());
        http.get(Callers.ofArea("ea", Role.EA, "320500"), "/policies/" + policy).andExpect(status().isNotFound());
        http.get(Callers.ofArea("ea", Role.EA, "510100"), "/policies/" + policy).andExpect(status().isOk());
        http.get(Scene.ADMINISTRATOR, "/policies/" + policy).andExpect(status().isForbidden());
    }

    private Document stored(UUID id) {
        return mongo.findById(id.toString(), Document.class, "policies");
    }

    private UUID companyOf(UUID policy) {
        return stored(policy).get("state", Document.class).get("companyId", UUID.class);
    }
}
