package io.fangwei.policy.clients;

import static io.fangwei.policy.Scene.ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.testing.SeenQueries;
import io.fangwei.kernel.testing.ServiceTest;
import io.fangwei.kernel.testing.TestClock;
import io.fangwei.kernel.testing.TestDatabase;
import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.policy.Http;
import io.fangwei.policy.Scene;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.hamcrest.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** What a broker reads: nothing but the contracts of those for whom it acts today (requirements section 6, rule 4). */
@ServiceTest("spring.config.name=policy-service")
class ReadingClientsTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestClock clock;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    SeenQueries queries;

    private Http http;
    private Scene scene;
    private UUID policy;
    private UUID company;
    private UUID brokerId;
    private Caller broker;

    @BeforeEach
    void reach() throws Exception {
        clock.moveTo("2025-03-03");
        http = new Http(mvc);
        scene = new Scene(http);
        policy = scene.draftedPolicy();
        company = companyOf(scene, policy);
        brokerId = Http.id(http.post(
                ADMINISTRATOR,
                "/brokers",
                "{\"name\":\"蓉安保险经纪有限公司\",\"licenceNo\":\"%s\"}".formatted(UUID.randomUUID())));
        broker = Callers.broker("br." + brokerId, brokerId);
    }

    @Test
    @Requirement({"CD-3.7", "AMB-63"})
    void a_broker_reads_its_clients_from_the_first_day_of_the_engagement_to_the_last() throws Exception {
        engage(scene.manager, company, null, "2025-03-04", "2025-03-06");

        assertThat(List.of(seenOn("2025-03-03"), seenOn("2025-03-04"), seenOn("2025-03-06"), seenOn("2025-03-07")))
                .containsExactly(404, 200, 200, 404);
    }

    @Test
    @Requirement({"CD-3.7", "AMB-63"})
    void an_engagement_that_is_ended_shows_nothing_from_that_moment_on() throws Exception {
        var engagement = engage(scene.manager, company, null, "2025-01-01", "2025-12-31");
        http.get(broker, "/companies/" + company).andExpect(status().isOk());
        http.get(broker, "/policies")
                .andExpect(jsonPath("$.items[0].id").value(policy.toString()))
                .andExpect(jsonPath("$.items.length()").value(1));

        http.post(
                        scene.manager,
                        "/broker-engagements/" + engagement + "/endings",
                        "{\"reasonCode\":\"MANDATE_WITHDRAWN\"}")
                .andExpect(status().isOk());

        for (var path : List.of("/policies/" + policy, "/policies/" + policy + "/versions", "/companies/" + company)) {
            http.get(broker, path).andExpect(status().isNotFound());
        }
        for (var list : List.of("/policies", "/companies", "/entitlements")) {
            http.get(broker, list)
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.items.length()").value(0));
        }
        http.get(broker, "/broker-engagements/" + engagement)
                .andExpect(jsonPath("$.endedOn").value("2025-03-03"));
    }

    @Test
    @Requirement("AMB-63")
    void it_sees_nothing_of_what_the_client_agreed_with_another_insurer() throws Exception {
        var code =
                http.read(scene.manager, "/companies/" + company).path("uscc").asString();
        var other = new Scene(http);
        http.post(other.staff, "/companies", Scene.company(code)).andExpect(status().isCreated());
        var others = Http.id(http.post(other.manager, "/policies", Scene.policy("PB-" + UUID.randomUUID(), company))
                .andExpect(status().isCreated()));
        engage(scene.manager, company, null, "2025-01-01", "2025-12-31");
        engage(scene.manager, company, others, "2025-01-01", "2025-12-31");

        var theirs = other.draftedPolicy();
        engage(other.manager, companyOf(other, theirs), null, "2025-01-01", "2025-12-31");

        http.get(broker, "/policies/" + others).andExpect(status().isNotFound());
        http.get(broker, "/policies")
                .andExpect(jsonPath("$.items[*].id")
                        .value(Matchers.containsInAnyOrder(policy.toString(), theirs.toString())));
    }

    @Test
    @Requirement("CD-3.7")
    void an_engagement_about_one_policy_shows_that_one() throws Exception {
        var second = Http.id(http.post(scene.manager, "/policies", Scene.policy("PA-" + UUID.randomUUID(), company))
                .andExpect(status().isCreated()));
        engage(scene.manager, company, second, "2025-01-01", "2025-12-31");

        http.get(broker, "/policies/" + second).andExpect(status().isOk());
        http.get(broker, "/policies/" + policy).andExpect(status().isNotFound());
        http.get(broker, "/policies")
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].id").value(second.toString()));
        http.get(broker, "/policies?q=PA-")
                .andExpect(jsonPath("$.items.length()").value(1));
    }

    @Test
    @Requirement("CD-3.7")
    void clients_of_others_do_not_exist_for_it_and_whoever_names_no_broker_has_none() throws Exception {
        engage(scene.manager, company, null, "2025-01-01", "2025-12-31");
        var stranger = Callers.broker("br.other", UUID.randomUUID());
        var nobody = Callers.ofArea("br.lost", Role.BR);

        for (var other : List.of(stranger, nobody)) {
            http.get(other, "/policies/" + policy).andExpect(status().isNotFound());
            http.get(other, "/companies/" + company).andExpect(status().isNotFound());
            http.get(other, "/policies").andExpect(jsonPath("$.items.length()").value(0));
            http.get(other, "/broker-engagements")
                    .andExpect(jsonPath("$.items.length()").value(0));
            http.get(other, "/brokers/" + brokerId).andExpect(status().isNotFound());
        }
        http.post(broker, "/policies/" + policy + "/activations", "{}").andExpect(status().isForbidden());
        http.get(broker, "/company-profiles").andExpect(status().isForbidden());
    }

    @Test
    void its_lists_cost_what_its_clients_have_and_not_what_there_is() throws Exception {
        for (int number = 0; number < 20; number++) {
            scene.draftedPolicy();
        }
        engage(scene.manager, company, null, "2025-01-01", "2025-12-31");
        var other = new Scene(http);
        var others = other.draftedPolicy();
        engage(other.manager, companyOf(other, others), null, "2025-01-01", "2025-12-31");
        queries.look();

        var first = http.read(broker, "/policies?limit=1");
        http.get(broker, "/policies?limit=1&after=" + first.path("next").asString())
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.next").doesNotExist());

        var examined = queries.explained(mongo).stream()
                .mapToInt(plan -> plan.get("executionStats", Document.class).getInteger("totalDocsExamined"))
                .max();
        TestDatabase.embedded()
                .ifPresent(local -> assertThat(examined.orElseThrow()).isLessThan(4));
    }

    private int seenOn(String day) throws Exception {
        clock.moveTo(day);
        var one = http.get(broker, "/policies/" + policy)
                .andReturn()
                .getResponse()
                .getStatus();
        http.get(broker, "/companies").andExpect(jsonPath("$.items.length()").value(one == 200 ? 1 : 0));
        return one;
    }

    private UUID engage(Caller manager, UUID client, @Nullable UUID about, String from, String to) throws Exception {
        var policyId = about == null ? "" : "\"policyId\":\"%s\",".formatted(about);
        return Http.id(http.post(manager, "/broker-engagements", """
                        {"brokerId":"%s","companyId":"%s",%s"from":"%s","to":"%s","suppliesPeople":false}""".formatted(brokerId, client, policyId, from, to))
                .andExpect(status().isCreated()));
    }

    private UUID companyOf(Scene of, UUID contract) throws Exception {
        return UUID.fromString(
                http.read(of.manager, "/policies/" + contract).path("companyId").asString());
    }
}
