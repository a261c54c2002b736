package io.fangwei.policy.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.testing.SeenQueries;
import io.fangwei.kernel.testing.ServiceTest;
import io.fangwei.kernel.testing.TestDatabase;
import io.fangwei.policy.Codes;
import io.fangwei.policy.Http;
import io.fangwei.policy.PolicyFixture;
import io.fangwei.policy.Scene;
import io.fangwei.policy.budget.BudgetFlow;
import io.fangwei.policy.entitlements.EntitlementDesk;
import io.fangwei.policy.policies.Headcount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

@ServiceTest("spring.config.name=policy-service")
class FindingByWordsTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    SeenQueries queries;

    @Autowired
    BudgetFlow budget;

    @Autowired
    EntitlementDesk entitlements;

    private Http http;
    private Scene scene;

    @BeforeEach
    void reach() throws Exception {
        http = new Http(mvc);
        scene = new Scene(http);
    }

    @ParameterizedTest
    @CsvSource({
        "青羊化工, 1",
        "化工　青羊, 1",
        "ＱＩＮＧ, 1",
        "有限公司, 3",
        "锦江 五金, 1",
        "五金 化工, 0",
        "9１51, 3",
        "清洋, 0",
    })
    void companies_are_found_by_parts_of_their_names_and_codes(String words, int found) throws Exception {
        company("成都青羊化工有限公司", "SMALL");
        company("成都锦江五金有限公司", "LARGE");
        company("QingYang 机械有限公司", "SMALL");

        assertThat(names(scene.staff, "/companies?q={q}", words)).hasSize(found);
    }

    @Test
    void a_company_is_found_by_its_new_name_only() throws Exception {
        var company = company("成都青羊化工有限公司", "SMALL");
        http.put(
                        scene.staff,
                        "/companies/" + company,
                        "\"1\"",
                        "{\"name\":\"成都武侯化学有限公司\",\"industryCode\":\"C2614\",\"scale\":\"SMALL\",\"address\":\"武侯大道\"}")
                .andExpect(status().isOk());

        assertThat(names(scene.staff, "/companies?q={q}", "武侯")).containsExactly("成都武侯化学有限公司");
        assertThat(names(scene.staff, "/companies?q={q}", "青羊")).isEmpty();
    }

    @Test
    void words_find_nothing_outside_the_scope_and_go_with_filters_and_pages() throws Exception {
        for (int number = 0; number < 5; number++) {
            company("成都青羊化工有限公司" + number + "号", number < 3 ? "SMALL" : "LARGE");
        }
        var stranger = new Scene(http);

        assertThat(names(stranger.staff, "/companies?q={q}", "青羊")).isEmpty();
        assertThat(names(scene.staff, "/companies?scale=SMALL&q={q}", "青羊")).hasSize(3);
        assertThat(names(scene.staff, "/companies?highRisk=false&q={q}", "青羊")).isEmpty();
        assertThat(paged("/companies?q={q}&limit=2", "青羊")).hasSize(5).doesNotHaveDuplicates();
        http.get(scene.staff, "/companies?q=a").andExpect(status().isBadRequest());
    }

    @Test
    void policies_are_found_by_number_day_and_end() throws Exception {
        var policy = scene.draftedPolicy();
        var policyNo =
                http.read(scene.staff, "/policies/" + policy).path("policyNo").asString();
        scene.draftedPolicy();

        assertThat(ids(scene.staff, "/policies?q={q}", policyNo.toLowerCase().replace("-", "")))
                .containsExactly(policy);
        assertThat(ids(scene.staff, "/policies?insuredOn={on}", "2025-12-31")).hasSize(2);
        assertThat(ids(scene.staff, "/policies?insuredOn={on}", "2026-01-01")).isEmpty();
        assertThat(ids(scene.staff, "/policies?endingBy={on}", "2025-12-31")).hasSize(2);
        assertThat(ids(scene.staff, "/policies?endingBy={on}", "2025-12-30")).isEmpty();
        assertThat(ids(scene.staff, "/policies?insuredOn=2025-02-01&endingBy={on}", "2025-12-31"))
                .hasSize(2);
    }

    @Test
    void insurers_are_found_by_name_and_licence() throws Exception {
        assertThat(ids(scene.staff, "/insurers?q={q}", "锦城 财产")).containsExactly(scene.insurerId);
        assertThat(ids(Scene.ADMINISTRATOR, "/insurers?q={q}", "不存在的")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/insurers",
                "/insurers?q=锦城",
                "/companies",
                "/companies?q=青羊",
                "/companies?scale=SMALL&highRisk=true&area=510105",
                "/policies",
                "/policies?q=PA-",
                "/policies?status=DRAFT",
                "/policies?companyId=0a000000-0000-8000-8000-000000000002",
                "/policies?insuredOn=2025-03-03",
                "/policies?endingBy=2025-12-31",
                "/entitlements",
                "/entitlements?status=OPEN",
                "/budget-pools",
                "/budget-pools?year=2025",
                "/brokers",
                "/broker-engagements"
            })
    void every_list_goes_by_an_index_for_everybody(String list) throws Exception {
        var broker = brokerOf(scene.draftedPolicy());
        queries.look();

        for (var reader : List.of(
                scene.manager,
                scene.staff,
                Callers.ofCompany("id", UUID.randomUUID()),
                broker,
                Callers.ofArea("ea", Role.EA, "510100", "320500"),
                Callers.ofArea("cp", Role.CP, "510000"))) {
            http.get(reader, list);
        }

        assertThat(queries.explained(mongo)).isNotEmpty().allSatisfy(FindingByWordsTest::goesByAnIndex);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?kind=EXPENSE", "?category=TRAVEL", "?companyId={id}", "?visitId={id}"})
    void the_ledger_goes_by_an_index(String filter) throws Exception {
        var pool = Callers.act(
                        Caller.system("test"),
                        () -> budget.accrue(
                                scene.insurerId,
                                2025,
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                new BigDecimal("100.00"),
                                PolicyFixture.SHARE))
                .getPoolId();
        queries.look();

        http.get(scene.staff, "/budget-pools/" + pool + "/entries" + filter.replace("{id}", pool.toString()))
                .andExpect(status().isOk());

        assertThat(queries.explained(mongo)).isNotEmpty().allSatisfy(FindingByWordsTest::goesByAnIndex);
    }

    @Test
    void words_cost_what_they_find_and_not_what_there_is() throws Exception {
        for (int number = 0; number < 30; number++) {
            company("成都锦江五金有限公司" + number + "号", "SMALL");
        }
        company("犍为磷矿有限公司", "SMALL");
        queries.look();

        assertThat(names(scene.staff, "/companies?q={q}", "犍为 有限公司")).hasSize(1);

        var examined = queries.explained(mongo).stream()
                .map(plan -> plan.get("executionStats", Document.class))
                .mapToInt(stats -> stats.getInteger("totalDocsExamined"))
                .max();
        TestDatabase.embedded()
                .ifPresent(local -> assertThat(examined.orElseThrow()).isLessThan(4));
    }

    @Test
    void a_list_of_ones_own_costs_what_it_shows_whatever_others_have() throws Exception {
        for (var other : List.of(new Scene(http), scene)) {
            for (int number = 0; number < 4; number++) {
                entitled(other);
            }
        }
        var company = UUID.fromString(http.read(scene.staff, "/policies")
                .path("items")
                .path(0)
                .path("companyId")
                .asString());

        for (var list : List.of(
                "/policies",
                "/policies?status=DRAFT",
                "/policies?companyId=" + company,
                "/companies",
                "/entitlements",
                "/entitlements?status=OPEN")) {
            for (var reader : List.of(scene.staff, Callers.ofCompany("id", company))) {
                queries.look();
                assertThat(http.read(reader, list).path("items")).isNotEmpty();
                assertThat(queries.explained(mongo)).singleElement().satisfies(plan -> costsWhatItShows(list, plan));
            }
        }
    }

    /** In the order of the index, too; only where one document has many insurers does the embedded server sort its own. */
    private static void costsWhatItShows(String list, Document plan) {
        goesByAnIndex(plan);
        var winning = plan.get("queryPlanner", Document.class)
                .get("winningPlan", Document.class)
                .toJson();
        if (!list.equals("/companies")) {
            assertThat(winning).as(list).doesNotContain("SORT");
        }
        var stats = plan.get("executionStats", Document.class);
        assertThat(stats.getInteger("totalDocsExamined")).as(list).isEqualTo(stats.getInteger("nReturned"));
    }

    private void entitled(Scene of) throws Exception {
        var policy = of.draftedPolicy();
        var company = UUID.fromString(
                http.read(of.staff, "/policies/" + policy).path("companyId").asString());
        Callers.act(Caller.system("test"), () -> {
            entitlements.insure(
                    new EntitlementDesk.Served(policy, of.insurerId, company, "510105"),
                    new Headcount(LocalDate.parse("2025-01-01"), 10));
            return policy;
        });
    }

    /** Somebody who acts for the company of this policy. */
    private Caller brokerOf(UUID policy) throws Exception {
        var broker = Http.id(http.post(
                Scene.ADMINISTRATOR,
                "/brokers",
                "{\"name\":\"蓉安保险经纪有限公司\",\"licenceNo\":\"%s\"}".formatted(UUID.randomUUID())));
        var company = http.read(scene.manager, "/policies/" + policy)
                .path("companyId")
                .asString();
        http.post(scene.manager, "/broker-engagements", """
                        {"brokerId":"%s","companyId":"%s","from":"2025-01-01","to":"2025-12-31","suppliesPeople":false}""".formatted(broker, company))
                .andExpect(status().isCreated());
        return Callers.broker("br", broker);
    }

    private static void goesByAnIndex(Document explained) {
        assertThat(explained
                        .get("queryPlanner", Document.class)
                        .get("winningPlan", Document.class)
                        .toJson())
                .containsAnyOf("IXSCAN", "IDHACK")
                .doesNotContain("COLLSCAN");
    }

    private UUID company(String name, String scale) throws Exception {
        var body = """
                {"uscc":"%s","name":"%s","industryCode":"C2614","scale":"%s","area":"510105","address":"光华大道"}""";
        return Http.id(http.post(scene.staff, "/companies", body.formatted(Codes.fresh(), name, scale))
                .andExpect(status().isCreated()));
    }

    private List<String> names(Caller caller, String list, String value) throws Exception {
        return items(caller, list, value)
                .map(one -> one.path("name").asString())
                .toList();
    }

    private List<UUID> ids(Caller caller, String list, String value) throws Exception {
        return items(caller, list, value)
                .map(one -> UUID.fromString(one.path("id").asString()))
                .toList();
    }

    private java.util.stream.Stream<JsonNode> items(Caller caller, String list, String value) throws Exception {
        return http.read(caller, list, value).path("items").valueStream();
    }

    private List<String> paged(String list, String value) throws Exception {
        var all = new ArrayList<String>();
        var page = http.read(scene.staff, list, value);
        page.path("items").forEach(one -> all.add(one.path("id").asString()));
        while (page.path("next").isString()) {
            page = http.read(
                    scene.staff,
                    list + "&after={after}",
                    value,
                    page.path("next").asString());
            page.path("items").forEach(one -> all.add(one.path("id").asString()));
        }
        return all;
    }
}
