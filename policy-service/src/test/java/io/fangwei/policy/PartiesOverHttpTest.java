package io.fangwei.policy;

import static io.fangwei.policy.Scene.ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.testing.ServiceTest;
import io.fangwei.kernel.testing.TestClock;
import io.fangwei.kernel.tracing.Requirement;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** With the real broker: brokers, profiles and duplicates, and what follows when policies move. */
@ServiceTest({"spring.config.name=policy-service", "fangwei.test.kafka=true"})
class PartiesOverHttpTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    MockMvc mvc;

    @Autowired
    TestClock clock;

    private Http http;
    private Scene scene;

    @BeforeEach
    void reach() throws Exception {
        clock.moveTo("2025-03-03");
        http = new Http(mvc);
        scene = new Scene(http);
    }

    @Test
    @Requirement({"CD-3.7", "AMB-63"})
    void a_broker_is_engaged_with_its_conflict_of_interest_in_sight() throws Exception {
        var broker = Http.id(http.post(
                        ADMINISTRATOR,
                        "/brokers",
                        "{\"name\":\"蓉安保险经纪有限公司\",\"licenceNo\":\"%s\"}".formatted(UUID.randomUUID()))
                .andExpect(status().isCreated()));
        var body = """
                {"brokerId":"%s","companyId":"%s","from":"2025-01-01","to":"2025-12-31","suppliesPeople":false}""".formatted(broker, scene.registeredCompany());

        var engagement =
                Http.id(http.post(scene.manager, "/broker-engagements", body).andExpect(status().isCreated()));
        var path = "/broker-engagements/" + engagement;
        http.post(scene.manager, path + "/conflict-declarations", "{\"suppliesPeople\":true}")
                .andExpect(jsonPath("$.conflictOfInterest").value(true));
        http.get(scene.staff, "/broker-engagements")
                .andExpect(jsonPath("$.items.length()").value(1));
        http.get(new Scene(http).manager, path).andExpect(status().isNotFound());
        http.post(scene.manager, path + "/endings", "{\"reasonCode\":\"MANDATE_WITHDRAWN\"}")
                .andExpect(jsonPath("$.endedOn").value("2025-03-03"));
        http.get(scene.staff, "/brokers/" + broker).andExpect(jsonPath("$.name").value("蓉安保险经纪有限公司"));
    }

    @Test
    void each_insurer_describes_a_company_in_a_form_of_its_own_that_remembers_what_it_said() throws Exception {
        var company = scene.registeredCompany();
        var id = Http.id(http.post(
                        scene.staff,
                        "/company-profiles",
                        "{\"companyId\":\"%s\",\"values\":{\"employees\":120,\"gas\":\"PIPELINE\"}}".formatted(company))
                .andExpect(status().isCreated()));
        var path = "/company-profiles/" + id;

        http.put(
                        Callers.ofCompany("id", company),
                        path,
                        "\"1\"",
                        "{\"values\":{\"employees\":130,\"chemicals\":[{\"name\":\"液氨\",\"useTonPerYear\":\"12.5\"}]}}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(2));
        http.putBlindly(scene.staff, path, "{\"values\":{}}").andExpect(status().isPreconditionRequired());
        http.get(scene.manager, path + "/versions")
                .andExpect(jsonPath("$.length()").value(2))
                .andExpect(jsonPath("$[0].values.employees").value(120))
                .andExpect(jsonPath("$[1].values.chemicals[0].name").value("液氨"))
                .andExpect(jsonPath("$[1].by").value("ID"));
        http.get(new Scene(http).manager, path).andExpect(status().isNotFound());
        http.get(scene.staff, "/company-profiles/form")
                .andExpect(jsonPath("$.fields.length()").value(69));
    }

    @Test
    void what_the_form_does_not_know_is_refused_by_its_path_and_nothing_is_stored() throws Exception {
        var body = """
                {"companyId":"%s","values":{"employees":-1,"gas":"COAL","foundedAt":"2025-13-01","shoeSize":42,\
                "chemicals":[{"name":7}],"industryType":["26"],"dormitory":"yes","siteArea":"1e"}}""".formatted(scene.registeredCompany());

        var answer = http.postInEnglish(scene.staff, "/company-profiles", body)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("profile-unfit"));

        for (var path : new String[] {
            "employees", "gas", "foundedAt", "shoeSize", "chemicals[0].name", "industryType", "dormitory", "siteArea"
        }) {
            answer.andExpect(jsonPath("$.detail").value(containsString(path)));
        }
        http.get(scene.staff, "/company-profiles")
                .andExpect(jsonPath("$.items.length()").value(0));
    }

    @Test
    @Requirement("CD-3.4")
    void the_policies_of_a_duplicate_move_to_the_company_that_stays_with_what_they_grant() throws Exception {
        var policy = scene.activePolicy();
        var duplicate = http.read(scene.manager, "/policies/" + policy)
                .path("companyId")
                .asString();
        var surviving = scene.registeredCompany();
        await().atMost(SOON)
                .untilAsserted(() -> http.get(scene.manager, "/policies/" + policy + "/entitlement")
                        .andExpect(status().isOk()));

        http.post(scene.manager, "/companies/" + duplicate + "/mergers", into(surviving))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.mergedInto").value(surviving.toString()));

        var owner = Callers.ofCompany("id", surviving);
        await().atMost(SOON)
                .untilAsserted(() ->
                        http.get(owner, "/policies/" + policy + "/entitlement").andExpect(status().isOk()));
        http.get(owner, "/policies/" + policy).andExpect(status().isOk());
        http.post(scene.manager, "/policies", Scene.policy("PA-AFTER", UUID.fromString(duplicate)))
                .andExpect(jsonPath("$.rule").value("company-merged"));
        http.post(scene.manager, "/companies/" + duplicate + "/mergers", into(surviving))
                .andExpect(jsonPath("$.rule").value("company-merged"));
    }

    @Test
    @Requirement({"CLK-17", "CD-6.1.2.3a"})
    void learning_is_recorded_for_a_policy_that_trains_online_only_and_its_clock_is_explained() throws Exception {
        var terms = """
                "serviceTerms":[{"item":"TRAINING","content":"线上课程","frequency":1,"period":"TERM","delivery":"ONLINE"},""";
        var draft = Scene.policy("PA-" + UUID.randomUUID(), scene.registeredCompany())
                .replace("\"serviceTerms\":[", terms.strip());
        var policy = "/policies/" + Http.id(http.post(scene.manager, "/policies", draft));
        http.post(scene.staff, policy + "/headcounts", "{\"from\":\"2025-01-01\",\"insuredPersons\":120}");
        http.post(scene.staff, policy + "/disclosures", "{\"version\":\"2025-1\"}");
        http.post(scene.manager, policy + "/activations", "{}").andExpect(status().isOk());
        await().atMost(SOON)
                .untilAsserted(() -> http.get(scene.staff, policy + "/deadlines")
                        .andExpect(jsonPath("$[?(@.rule=='CLK-17')].state").value("STARTED")));

        http.post(scene.staff, policy + "/learning-records", learning(121))
                .andExpect(jsonPath("$.rule").value("learners-exceed-insured"));
        http.post(scene.staff, policy + "/learning-records", learning(120).replace("LMS-7", "张三 110101"))
                .andExpect(status().isBadRequest());
        http.post(scene.staff, policy + "/learning-records", learning(120))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.learning.learners").value(120));

        http.get(Callers.ofInsurer("ic", scene.insurerId, Role.IC), policy + "/deadlines")
                .andExpect(jsonPath("$[?(@.rule=='CLK-17')].state").value("MET"))
                .andExpect(jsonPath("$[?(@.rule=='CLK-17')].start").value("2025-01-01"))
                .andExpect(jsonPath("$[?(@.rule=='CLK-17')].due").value("2025-12-31"))
                .andExpect(jsonPath("$[?(@.rule=='CLK-17')].days.length()").value(365));
        http.post(new Scene(http).staff, policy + "/learning-records", learning(120))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_company_that_others_insure_too_is_not_merged_by_one_of_them() throws Exception {
        var code = Codes.fresh();
        var duplicate = Http.id(http.post(scene.staff, "/companies", Scene.company(code)));
        http.post(new Scene(http).staff, "/companies", Scene.company(code)).andExpect(status().isCreated());

        http.post(scene.manager, "/companies/" + duplicate + "/mergers", into(scene.registeredCompany()))
                .andExpect(jsonPath("$.rule").value("merger-concerns-others"));
        http.post(scene.manager, "/companies/" + duplicate + "/mergers", into(duplicate))
                .andExpect(jsonPath("$.rule").value("merger-into-itself"));
        assertThat(http.read(scene.manager, "/companies/" + duplicate)
                        .path("mergedInto")
                        .isNull())
                .isTrue();
    }

    private static String learning(int learners) {
        return """
                {"asOf":"2025-03-03","learners":%d,"platformReference":"LMS-7","logHash":"%s"}""".formatted(learners, "c".repeat(64));
    }

    private static String into(UUID company) {
        return "{\"intoCompanyId\":\"%s\"}".formatted(company);
    }
}
