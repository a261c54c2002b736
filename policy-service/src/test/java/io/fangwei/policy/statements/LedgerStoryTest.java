package io.fangwei.policy.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.outbox.OutboxRelays;
import io.fangwei.kernel.store.Entry;
import io.fangwei.kernel.store.Ids;
import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.testing.Contracts;
import io.fangwei.kernel.testing.ServiceTest;
import io.fangwei.kernel.testing.TestClock;
import io.fangwei.kernel.testing.Told;
import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.policy.Http;
import io.fangwei.policy.Scene;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** With the real broker: a year of one pool, read in its statements, and what happens to whoever falsifies it. */
@ServiceTest({"spring.config.name=policy-service", "fangwei.test.kafka=true"})
class LedgerStoryTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final UUID INSTITUTION = UUID.randomUUID();
    private static final String PROOF = "a".repeat(64);

    @Autowired
    MockMvc mvc;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    OutboxRelays relays;

    @Autowired
    TestClock clock;

    private final Told told = new Told();
    private final UUID plan = UUID.randomUUID();
    private final UUID visit = UUID.randomUUID();
    private Http http;
    private Scene scene;
    private UUID company;
    private UUID policy;
    private UUID poolId;
    private String pool;

    @BeforeEach
    void openThePool() throws Exception {
        clock.moveTo("2025-03-03");
        http = new Http(mvc);
        scene = new Scene(http).withRate("0.20");
        policy = scene.activePolicy();
        company = UUID.fromString(http.read(scene.manager, "/policies/" + policy)
                .path("companyId")
                .asString());
        poolId = Ids.of("budget-pool", scene.insurerId, 2025);
        pool = "/budget-pools/" + poolId;
        post("/policies/" + policy + "/premium-receipts", Scene.premium("60000.00"));
        awaitPool("accrued", "12000.00");
    }

    @AfterEach
    void close() {
        told.close();
    }

    @Test
    @Requirement({"CD-5.1.4a", "CD-5.1.4c", "CD-5.1.4f", "CD-7.1.2"})
    void a_pool_is_opened_committed_spent_refunded_and_stated() throws Exception {
        post("/budget-pools/openings", opening());
        agreeOnAPlan();
        spendOnTheVisit("2500.00");
        clock.moveTo("2025-04-01");
        refund("10000.00");
        settle(6);

        var statement = http.read(scene.manager, pool + "/statement?from=2025-03-01&to=2025-03-31");
        assertThat(statement.at("/opening/accrued").asString()).isEqualTo("0.00");
        assertThat(sum(statement, "OPENING_ACCRUED")).isEqualTo("3000.00");
        assertThat(sum(statement, "ACCRUAL")).isEqualTo("12000.00");
        assertThat(sum(statement, "COMMITMENT")).isEqualTo("4000.00");
        assertThat(sum(statement, "EXPENSE")).isEqualTo("2500.00");
        assertThat(statement.at("/closing/accrued").asString()).isEqualTo("15000.00");
        assertThat(statement.at("/closing/committed").asString()).isEqualTo("1500.00");
        assertThat(statement.at("/closing/spent").asString()).isEqualTo("3500.00");
        assertThat(statement.at("/closing/free").asString()).isEqualTo("10000.00");
        assertThat(statement.at("/byItem/0/of").asString()).isEqualTo("HAZARD_SCREENING");
        assertThat(statement.at("/byItem/0/spent").asString()).isEqualTo("2500.00");
        assertThat(statement.at("/byCategory/0/of").asString()).isEqualTo("EXPERT_FEE");
        assertThat(statement.at("/byCompany/0/of").asString()).isEqualTo(company.toString());
        assertThat(statement.at("/byInstitution/0/of").asString()).isEqualTo(INSTITUTION.toString());
        var april = http.read(Callers.ofArea("ea", Role.EA, "510100"), pool + "/statement?from=2025-04-01");
        assertThat(april.at("/opening")).isEqualTo(statement.at("/closing"));
        assertThat(april.at("/closing/accrued").asString()).isEqualTo("13000.00");
        var year = http.read(scene.staff, pool + "/statement");
        assertThat(year.at("/extraction/premium").asString()).isEqualTo("50000.00");
        assertThat(year.at("/extraction/setAside").asString()).isEqualTo("10000.00");
        http.get(scene.manager, pool + "/statement?from=2025-04-02&to=2025-04-01")
                .andExpect(status().isBadRequest());
        http.get(scene.manager, pool + "/statement?from=tomorrow").andExpect(status().isBadRequest());
    }

    @Test
    @Requirement({"CD-5.1.2c", "CD-5.1.4f"})
    void the_company_and_the_institution_see_what_was_spent_for_them_and_other_insurers_nothing() throws Exception {
        agreeOnAPlan();
        spendOnTheVisit("2500.00");
        settle(3);
        var path = "/companies/" + company + "/prevention-spending?year=2025";

        var seen = http.read(Callers.ofCompany("id", company), path);
        assertThat(seen.path("spent").asString()).isEqualTo("2500.00");
        assertThat(seen.at("/lines/0/insurerId").asString()).isEqualTo(scene.insurerId.toString());
        assertThat(seen.at("/lines/0/item").asString()).isEqualTo("HAZARD_SCREENING");
        http.get(new Scene(http).manager, path).andExpect(status().isNotFound());
        http.get(Callers.ofCompany("other", UUID.randomUUID()), path).andExpect(status().isNotFound());

        http.get(Callers.ofInstitution("si", INSTITUTION), "/payments")
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].amount").value("2500.00"))
                .andExpect(jsonPath("$.items[0].accrued").doesNotExist());
        http.get(Callers.ofInstitution("other", UUID.randomUUID()), "/payments")
                .andExpect(jsonPath("$.items.length()").value(0));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CP", "EA", "FR"})
    @Requirement("CD-5.1.4e")
    void whoever_supervises_the_area_reads_pool_ledger_and_statement_and_nobody_else_does(Role role) throws Exception {
        var here = Callers.ofArea("here." + role, role, "510100");
        var elsewhere = Callers.ofArea("elsewhere." + role, role, "510300");
        settle(1);

        for (var path : List.of("", "/entries", "/statement", "/forecast", "/ledger/verify")) {
            http.get(here, pool + path).andExpect(status().isOk());
            http.get(elsewhere, pool + path).andExpect(status().isNotFound());
        }
        assertThat(http.read(here, pool + "/entries").at("/items/0/premium").asString())
                .isEqualTo("60000.00");
        assertThat(http.read(here, pool + "/statement").at("/closing/accrued").asString())
                .isEqualTo("12000.00");
        assertThat(http.read(here, "/budget-pools?limit=200").path("items").valueStream())
                .anyMatch(one -> one.path("id").asString().equals(poolId.toString()));
        assertThat(http.read(elsewhere, "/budget-pools").path("items")).isEmpty();
        assertThat(mongo.getCollection("audit").countDocuments(new Document("actor", elsewhere.subject())))
                .isPositive();
    }

    @Test
    void the_forecast_says_where_agreed_plans_lead() throws Exception {
        agreeOnAPlan();
        spendOnTheVisit("2500.00");
        var dear = UUID.randomUUID();
        tell("visit.plan-agreed.v1", dear, data("visit.plan-agreed.v1").put("planId", dear.toString()), 6);
        await().atMost(SOON)
                .untilAsserted(() -> http.get(scene.manager, pool + "/forecast")
                        .andExpect(jsonPath("$.committed").value("9500.00"))
                        .andExpect(jsonPath("$.uncovered").value("4000.00")));

        var forecast = http.read(scene.manager, pool + "/forecast");
        assertThat(forecast.path("expected").asString()).isEqualTo("16000.00");
        assertThat(forecast.path("missing").asString()).isEqualTo("4000.00");
        assertThat(forecast.path("left").asString()).isEqualTo("0.00");
        var line = forecast.at("/items/0");
        assertThat(line.path("item").asString()).isEqualTo("HAZARD_SCREENING");
        assertThat(line.path("budgeted").asString()).isEqualTo("16000.00");
        assertThat(line.path("spent").asString()).isEqualTo("2500.00");

        tell("visit.plan-terminated.v1", dear, data("visit.plan-terminated.v1").put("planId", dear.toString()), 7);
        await().atMost(SOON)
                .untilAsserted(() -> http.get(scene.manager, pool + "/forecast")
                        .andExpect(jsonPath("$.committed").value("1500.00"))
                        .andExpect(jsonPath("$.uncovered").value("0.00")));
    }

    @Test
    void what_is_left_goes_to_the_pool_of_the_next_year_by_decision_only() throws Exception {
        http.post(scene.manager, pool + "/carry-overs", "{\"amount\":\"1.00\"}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("year-not-over"));
        clock.moveTo("2026-01-05");
        http.post(scene.staff, pool + "/carry-overs", "{\"amount\":\"1.00\"}").andExpect(status().isForbidden());
        http.post(scene.manager, pool + "/carry-overs", "{\"amount\":\"9000.00\"}")
                .andExpect(jsonPath("$.status").value("CLOSED"))
                .andExpect(jsonPath("$.free").value("3000.00"));
        var next = "/budget-pools/" + Ids.of("budget-pool", scene.insurerId, 2026);

        await().atMost(SOON)
                .untilAsserted(() -> http.get(scene.manager, next)
                        .andExpect(jsonPath("$.accrued").value("9000.00"))
                        .andExpect(jsonPath("$.lastEntryNo").value(1)));
        http.post(scene.staff, pool + "/expenses", expense("1.00"))
                .andExpect(jsonPath("$.rule").value("pool-closed"));
    }

    @Test
    @Requirement({"CD-5.1.4c", "CD-5.1.4e"})
    void whoever_falsifies_the_ledger_is_found_out_and_the_entry_is_named() throws Exception {
        agreeOnAPlan();
        spendOnTheVisit("2500.00");
        settle(3);
        assertThat(verify().path("whole").asBoolean()).isTrue();
        assertThat(verify().path("lastEntryNo").asInt()).isEqualTo(3);

        var posted = journalled("policy.ledger-entry-posted.v1");
        falsify(
                "journal",
                posted.getString("_id"),
                "data",
                posted.getString("data").replace("2500.00", "1500.00"));
        assertBroken("CONTENT_CHANGED", 3, posted);
        falsify("journal", posted.getString("_id"), "data", posted.getString("data"));

        rewriteTheEnd(posted);
        assertBroken("CONTENT_CHANGED", 3, posted);
        mongo.getCollection("journal").replaceOne(new Document("_id", posted.getString("_id")), posted);
        falsify("ledger", poolId + ":0000000003", "voucherNo", "V-1");

        mongo.getCollection("journal").deleteOne(new Document("_id", posted.getString("_id")));
        assertThat(verify().at("/broken/damage").asString()).isEqualTo("END_MISSING");
        mongo.getCollection("journal").insertOne(posted);

        var accrued = journalled("policy.budget-accrued.v1");
        mongo.getCollection("journal").deleteOne(new Document("_id", accrued.getString("_id")));
        assertThat(verify().at("/broken/damage").asString()).isEqualTo("ENTRY_MISSING");
        mongo.getCollection("journal").insertOne(accrued);

        var row = poolId + ":0000000003";
        falsify("ledger", row, "amount", Decimal128.parse("1500.00"));
        assertBroken("STATEMENT_CHANGED", 3, posted);
        falsify("ledger", row, "amount", Decimal128.parse("2500.00"));

        falsify("budgetPools", poolId.toString(), "state.balances.spent", Decimal128.parse("0.00"));
        assertThat(verify().at("/broken/damage").asString()).isEqualTo("POOL_CHANGED");
        falsify("budgetPools", poolId.toString(), "state.balances.spent", Decimal128.parse("2500.00"));

        var first = mongo.findById(poolId + ":0000000002", Document.class, "ledger");
        mongo.getCollection("ledger").deleteOne(new Document("_id", first.getString("_id")));
        assertThat(verify().at("/broken/damage").asString()).isEqualTo("STATEMENT_MISSING");
        assertThat(verify().at("/broken/entryNo").asInt()).isEqualTo(2);
        mongo.getCollection("ledger").insertOne(first);
        assertThat(verify().path("whole").asBoolean()).isTrue();
    }

    /** Whoever knows how hashes are made changes entry, hash and statement: only the pool still tells. */
    private void rewriteTheEnd(Document posted) {
        var forged =
                new Document(posted).append("data", posted.getString("data").replace("V-1", "V-2"));
        forged.append("hash", Entry.hash("budget-pool", poolId.toString(), forged));
        mongo.getCollection("journal").replaceOne(new Document("_id", posted.getString("_id")), forged);
        falsify("ledger", poolId + ":0000000003", "voucherNo", "V-2");
    }

    private void assertBroken(String damage, int entryNo, Document line) throws Exception {
        var check = verify();
        assertThat(check.path("whole").asBoolean()).isFalse();
        assertThat(check.at("/broken/damage").asString()).isEqualTo(damage);
        assertThat(check.at("/broken/entryNo").asInt()).isEqualTo(entryNo);
        assertThat(check.at("/broken/entryId").asString()).isEqualTo(line.getString("id"));
    }

    private JsonNode verify() throws Exception {
        return http.read(Callers.ofArea("ea", Role.EA, "510100"), pool + "/ledger/verify");
    }

    private void falsify(String collection, String id, String path, Object value) {
        var changed = mongo.getCollection(collection)
                .updateOne(new Document("_id", id), new Document("$set", new Document(path, value)));
        assertThat(changed.getMatchedCount()).isOne();
    }

    private Document journalled(String type) {
        return mongo.getCollection("journal")
                .find(new Document("aggregateId", poolId.toString()).append("type", type))
                .first();
    }

    private void agreeOnAPlan() throws Exception {
        post("/service-costs", "{\"year\":2025,\"item\":\"HAZARD_SCREENING\",\"cost\":\"2000.00\"}");
        tell("visit.plan-agreed.v1", plan, data("visit.plan-agreed.v1"), 1);
        awaitPool("committed", "4000.00");
        var planned = data("visit.visit-planned.v1").put("visitId", visit.toString());
        told.event("visit.visit-planned.v1", visit, 1, planned);
        await().atMost(SOON).until(() -> mongo.findById(visit.toString(), Document.class, "visitCopies") != null);
    }

    private void spendOnTheVisit(String amount) throws Exception {
        var drafted =
                http.post(scene.staff, pool + "/expenses", expense(amount)).andExpect(status().isOk());
        var expense = Http.body(drafted).at("/openExpenses/0/id").asString();
        http.post(scene.manager, pool + "/expenses/" + expense + "/postings", "{}")
                .andExpect(status().isOk());
    }

    private String expense(String amount) {
        return """
                {"category":"EXPERT_FEE","amount":"%s","voucherNo":"V-1","purpose":"VISIT",\
                "visitId":"%s","institutionId":"%s","attachmentHash":"%s","spentOn":"2025-03-03"}""".formatted(amount, visit, INSTITUTION, PROOF);
    }

    private static String opening() {
        return """
                {"year":2025,"asOf":"2025-02-28","accrued":"3000.00","spent":"1000.00","proofReference":"总账-2025-02",\
                "proofHash":"%s"}""".formatted(PROOF);
    }

    private void refund(String amount) throws Exception {
        var receipt = http.read(scene.manager, "/policies/" + policy)
                .at("/receipts/0/receiptId")
                .asString();
        post(
                "/policies/" + policy + "/premium-refunds",
                "{\"receiptId\":\"%s\",\"amount\":\"%s\",\"refundedOn\":\"2025-04-01\",\"voucherNo\":\"R-2\"}"
                        .formatted(receipt, amount));
        awaitPool("accrued", "13000.00");
    }

    private ObjectNode data(String type) {
        return ((ObjectNode) Contracts.data(type))
                .put("insurerId", scene.insurerId.toString())
                .put("companyId", company.toString())
                .put("policyId", policy.toString())
                .put("planId", plan.toString());
    }

    /** An event of a plan whose items are that many hazard screenings. */
    private void tell(String type, UUID subject, ObjectNode data, int sequence) {
        if (data.has("items")) {
            var items = data.putArray("items");
            items.addObject().put("item", "HAZARD_SCREENING").put("frequency", sequence == 1 ? 2 : sequence);
            items.addObject().put("item", "TRAINING").put("frequency", 1);
        }
        told.event(type, subject, sequence, data);
    }

    private void post(String path, String body) throws Exception {
        http.post(scene.manager, path, body).andExpect(status().isOk());
    }

    private void awaitPool(String field, String value) {
        await().atMost(SOON)
                .untilAsserted(() -> http.get(scene.manager, pool)
                        .andExpect(status().isOk())
                        .andExpect(jsonPath("$." + field).value(value)));
    }

    private void settle(int entries) {
        await().atMost(SOON).until(relays::areEmpty);
        await().atMost(SOON)
                .untilAsserted(() -> http.get(scene.manager, pool + "/entries")
                        .andExpect(jsonPath("$.items.length()").value(entries)));
    }

    private static String sum(JsonNode statement, String kind) {
        return statement
                .path("movements")
                .valueStream()
                .filter(movement -> movement.path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow()
                .path("amount")
                .asString();
    }
}
