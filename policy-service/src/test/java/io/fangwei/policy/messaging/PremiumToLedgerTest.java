package io.fangwei.policy.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.deadlines.RulePacks;
import io.fangwei.kernel.journal.Journal;
import io.fangwei.kernel.store.AggregateStore;
import io.fangwei.kernel.store.Ids;
import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.testing.ServiceTest;
import io.fangwei.kernel.testing.Told;
import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.policy.Http;
import io.fangwei.policy.Scene;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

/** With the real broker: what is received at a policy becomes money in the pool, and what is posted a line of the ledger. */
@ServiceTest({"spring.config.name=policy-service", "fangwei.test.kafka=true"})
class PremiumToLedgerTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String EXPENSE = """
            {"category":"EXPERT_FEE","amount":"5000.00","voucherNo":"V-1","payeeId":"%s","purpose":"VISIT",\
            "visitId":"0a000000-0000-8000-8000-000000000008","spentOn":"2025-03-03"}""";

    @Autowired
    MockMvc mvc;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    Journal journal;

    private final Told told = new Told();
    private Http http;
    private Scene scene;
    private UUID policy;
    private String pool;

    @BeforeEach
    void reach() throws Exception {
        http = new Http(mvc);
        scene = new Scene(http).withRate("0.20");
        policy = scene.activePolicy();
        pool = "/budget-pools/" + Ids.of("budget-pool", scene.insurerId, 2025);
    }

    @AfterEach
    void close() {
        told.close();
    }

    @Test
    @Requirement("CD-5.1.4a")
    void premium_received_accrues_exactly_once_although_its_event_comes_again_and_again() throws Exception {
        receive("60000.00");
        awaitAccrued("12000.00");

        repeat(lastReceipt());
        repeat(lastReceipt());
        receive("10000.00");
        awaitAccrued("14000.00");

        assertThat(accrualsInTheJournal()).isEqualTo(2);
    }

    @Test
    void a_repeat_is_recognised_even_when_the_pool_has_long_forgotten_the_event() throws Exception {
        receive("60000.00");
        var first = lastReceipt();
        awaitAccrued("12000.00");
        for (int number = 0; number < AggregateStore.MARKS; number++) {
            withdraw(draft("k" + number));
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(storedPool().getList("outbox", Document.class))
                        .isEmpty());

        repeat(first);
        receive("10000.00");

        awaitAccrued("14000.00");
        assertThat(accrualsInTheJournal()).isEqualTo(2);
    }

    @Test
    @Requirement({"CD-5.1.4c", "CD-5.1.4e"})
    void what_is_posted_and_reversed_stands_in_the_ledger_that_the_authority_reads() throws Exception {
        receive("60000.00");
        awaitAccrued("12000.00");
        var expense = draft("k1");

        http.post(scene.manager, pool + "/expenses/" + expense + "/postings", "{}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.spent").value("5000.00"))
                .andExpect(jsonPath("$.left").value("7000.00"));
        awaitEntries(2);
        http.post(scene.manager, pool + "/entries/2/reversals", "{\"reasonCode\":\"WRONG_VOUCHER\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.spent").value("0.00"));
        awaitEntries(3);
        http.post(scene.manager, pool + "/entries/2/reversals", "{\"reasonCode\":\"WRONG_VOUCHER\"}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("entry-already-reversed"));
        http.post(scene.manager, pool + "/entries/3/reversals", "{\"reasonCode\":\"WRONG_VOUCHER\"}")
                .andExpect(jsonPath("$.rule").value("counter-entry-is-final"));
        http.post(scene.manager, pool + "/entries/1/reversals", "{\"reasonCode\":\"WRONG_VOUCHER\"}")
                .andExpect(jsonPath("$.rule").value("entry-not-reversible"));
        http.post(scene.manager, pool + "/entries/9/reversals", "{\"reasonCode\":\"WRONG_VOUCHER\"}")
                .andExpect(jsonPath("$.rule").value("entry-not-in-ledger"));

        http.get(Callers.ofArea("ea", Role.EA, "510100"), pool + "/entries?kind=EXPENSE")
                .andExpect(jsonPath("$.items[0].entryNo").value(2))
                .andExpect(jsonPath("$.items[0].amount").value("5000.00"))
                .andExpect(jsonPath("$.items[0].category").value("EXPERT_FEE"))
                .andExpect(jsonPath("$.items[0].visitId").value("0a000000-0000-8000-8000-000000000008"))
                .andExpect(jsonPath("$.items[0].reversedBy").value(3));
        var rest = http.read(
                Callers.ofArea("fr", Role.FR, "510000"), pool + "/entries?limit=2&after=" + next(scene.manager));
        assertThat(rest.path("items").path(0).path("amount").asString()).isEqualTo("-5000.00");
        assertThat(rest.path("items").path(0).path("reverses").asInt()).isEqualTo(2);
    }

    @Test
    @Requirement({"CD-5.1.4a", "CD-5.1.4f", "AMB-19"})
    void a_published_rule_pack_counts_for_premium_that_comes_in_from_its_day_on() throws Exception {
        policy = scene.activePolicy("C1310");
        receive("10000.00");
        awaitAccrued("2000.00");

        publish("2025.7", "[{\"industries\":[\"131\"],\"fromYear\":2025,\"rate\":\"0.21\"}]");
        receive("20000.00");
        awaitAccrued("6000.00");
        awaitEntries(2);

        http.get(scene.manager, pool + "/entries")
                .andExpect(jsonPath("$.items[0].rulePack").value("chengdu-draft 1.0.0"))
                .andExpect(jsonPath("$.items[0].required").value("0.00"))
                .andExpect(jsonPath("$.items[1].rulePack").value("chengdu-draft 2025.7"))
                .andExpect(jsonPath("$.items[1].required").value("4200.00"));
        var found = journalled("policy.accrual-insufficient.v1");
        assertThat(found).hasSize(1);
        assertThat(found.get(0)).contains("\"missing\":\"200.00\"", "BELOW_FLOOR");
    }

    @Test
    @Requirement("CD-5.1.4c")
    void a_payee_is_known_to_its_insurer_only_and_its_name_is_in_no_event_and_no_row_of_the_ledger() throws Exception {
        receive("60000.00");
        awaitAccrued("12000.00");
        var expense = draft("k1");
        http.post(scene.manager, pool + "/expenses/" + expense + "/postings", "{}")
                .andExpect(status().isOk());
        awaitEntries(2);
        var id = payee().toString();

        http.get(scene.manager, pool + "/entries?kind=EXPENSE")
                .andExpect(jsonPath("$.items[0].payeeId").value(id));
        http.get(scene.staff, "/payees/" + id).andExpect(jsonPath("$.name").value("张 三丰"));
        http.get(scene.staff, "/payees?q=三丰")
                .andExpect(jsonPath("$.items[0].id").value(id));
        http.get(new Scene(http).staff, "/payees/" + id).andExpect(status().isNotFound());
        http.get(Callers.ofArea("ea", Role.EA, "510100"), "/payees/" + id).andExpect(status().isForbidden());
        http.post(scene.staff, pool + "/expenses", EXPENSE.formatted(UUID.randomUUID()))
                .andExpect(jsonPath("$.rule").value("payee-unknown"));
        await().atMost(SOON).until(() -> mongo.getCollection("journal").countDocuments(of("payee", id)) == 1);
        assertThat(List.of("journal", "ledger", "budgetPools"))
                .allSatisfy(collection -> assertThat(mongo.findAll(Document.class, collection))
                        .noneMatch(one -> one.toJson().contains("三丰")));
    }

    @Test
    void an_expense_takes_two_people_and_foreign_eyes_see_nothing() throws Exception {
        receive("10000.00");
        awaitAccrued("2000.00");
        var expense = draft("k1");
        var both = new Caller(
                scene.staff.subject(), Set.of(Role.IM, Role.IS), scene.insurerId, null, null, null, List.of());
        var before = storedPool().get("state");

        http.post(both, pool + "/expenses/" + expense + "/postings", "{}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("four-eyes"));
        http.post(scene.manager, pool + "/expenses/" + expense + "/postings", "{}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value("支出 5000.00 元超过资金池余额 2000.00 元；支出总额不得超过提取总额。"));
        assertThat(storedPool().get("state")).isEqualTo(before);

        http.get(new Scene(http).manager, pool).andExpect(status().isNotFound());
        http.get(Callers.ofCompany("id", UUID.randomUUID()), pool).andExpect(status().isForbidden());
        http.get(Callers.ofArea("ea", Role.EA, "510100"), pool)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.openExpenses").doesNotExist());
        http.get(scene.staff, "/budget-pools")
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].openExpenses[0].payeeId").value(payee().toString()));
    }

    @Test
    void what_happened_to_the_pool_stands_in_a_journal_whose_chain_holds() throws Exception {
        receive("60000.00");
        awaitAccrued("12000.00");
        var id = pool.substring("/budget-pools/".length());

        await().atMost(SOON)
                .untilAsserted(() -> http.get(scene.manager, "/journal/budget-pool/" + id)
                        .andExpect(status().isOk())
                        .andExpect(jsonPath("$[0].type").value("policy.budget-accrued.v1"))
                        .andExpect(jsonPath("$[0].actor").value("system:policy-service")));
        http.get(scene.manager, "/journal/budget-pool/" + id + "/verification")
                .andExpect(jsonPath("$.whole").value(true));
    }

    private void publish(String version, String floors) throws Exception {
        var clocks = RulePacks.read(RulePacks.CHENGDU).clocks().values().stream()
                .map(clock -> "{\"rule\":\"%s\",\"length\":%d,\"unit\":\"%s\",\"binding\":%s}"
                        .formatted(clock.rule(), clock.length(), clock.unit(), clock.binding()))
                .toList();
        var proposal = "{\"version\":\"%s\",\"clocks\":%s,\"accrual\":{\"cap\":\"0.21\",\"floors\":%s}}";
        http.post(
                        Scene.ADMINISTRATOR,
                        "/rule-packs/chengdu-draft/proposals",
                        proposal.formatted(version, clocks, floors))
                .andExpect(status().isOk());
        http.post(Scene.ADMINISTRATOR, "/rule-packs/chengdu-draft/publications", "{}")
                .andExpect(status().isOk());
    }

    private List<String> journalled(String type) {
        var id = UUID.fromString(pool.substring("/budget-pools/".length()));
        return journal.of("budget-pool", id, 0, 200).stream()
                .filter(line -> line.getString("type").equals(type))
                .map(line -> line.getString("data"))
                .toList();
    }

    private void receive(String amount) throws Exception {
        http.post(scene.manager, "/policies/" + policy + "/premium-receipts", Scene.premium(amount))
                .andExpect(status().isOk());
    }

    private UUID payee() throws Exception {
        return Http.id(http.post(scene.staff, "/payees", "payee", "{\"name\":\"张 三丰\"}")
                .andExpect(status().isCreated()));
    }

    private UUID draft(String key) throws Exception {
        var answer = http.post(scene.staff, pool + "/expenses", key, EXPENSE.formatted(payee()))
                .andExpect(status().isOk());
        return UUID.fromString(
                Http.body(answer).path("openExpenses").path(0).path("id").asString());
    }

    private void withdraw(UUID expense) throws Exception {
        http.post(scene.staff, pool + "/expenses/" + expense + "/withdrawals", "{\"reasonCode\":\"WRONG_AMOUNT\"}")
                .andExpect(status().isOk());
    }

    private Document lastReceipt() {
        return await().atMost(SOON)
                .until(
                        () -> journal.of("policy", policy, 0, 100).stream()
                                .filter(line -> line.getString("type").equals("policy.premium-received.v1"))
                                .reduce((earlier, later) -> later)
                                .orElse(null),
                        line -> line != null);
    }

    private void repeat(Document line) {
        told.event(
                UUID.fromString(line.getString("id")),
                line.getString("type"),
                policy,
                line.getLong("sequence"),
                new JsonMapper().readTree(line.getString("data")));
    }

    private void awaitAccrued(String amount) {
        await().atMost(SOON)
                .untilAsserted(() -> http.get(scene.manager, pool)
                        .andExpect(status().isOk())
                        .andExpect(jsonPath("$.accrued").value(new BigDecimal(amount).toPlainString())));
    }

    private void awaitEntries(int number) {
        await().atMost(SOON)
                .untilAsserted(() -> http.get(scene.manager, pool + "/entries")
                        .andExpect(jsonPath("$.items.length()").value(number)));
    }

    private String next(Caller caller) throws Exception {
        return http.read(caller, pool + "/entries?limit=2").path("next").asString();
    }

    private long accrualsInTheJournal() {
        var id = UUID.fromString(pool.substring("/budget-pools/".length()));
        return await().atMost(SOON)
                .until(
                        () -> journal.of("budget-pool", id, 0, 200).stream()
                                .filter(line -> line.getString("type").equals("policy.budget-accrued.v1"))
                                .count(),
                        count -> count >= 2);
    }

    private static Document of(String kind, String id) {
        return new Document("aggregateId", id).append("kind", kind);
    }

    private Document storedPool() {
        return mongo.findById(pool.substring("/budget-pools/".length()), Document.class, "budgetPools");
    }
}
