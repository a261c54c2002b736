package io.fangwei.policy.feed.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Command;
import io.fangwei.kernel.caller.CurrentCommand;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.journal.Journal;
import io.fangwei.kernel.store.Ids;
import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.testing.ServiceTest;
import io.fangwei.kernel.testing.TestClock;
import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.policy.Http;
import io.fangwei.policy.Scene;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** With the real broker: what happens to policies and money is pulled by the city platform and by authorities. */
@ServiceTest({"spring.config.name=policy-service", "fangwei.test.kafka=true"})
class PullingDatasetsTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String EXPENSE = """
            {"category":"EXPERT_FEE","amount":"5000.00","voucherNo":"V-1","payeeId":"%s","purpose":"VISIT",\
            "visitId":"0a000000-0000-8000-8000-000000000008","spentOn":"2025-03-03"}""";

    @Autowired
    MockMvc mvc;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    Journal journal;

    @Autowired
    TestClock clock;

    @Autowired
    PolicyRecords policyRecords;

    /** Cities in which nobody else works. */
    private static int city = 5400;

    private Http http;
    private Scene scene;
    private Caller platform;
    private Caller authority;
    private Caller elsewhere;

    @BeforeEach
    void settleInACityOfItsOwn() throws Exception {
        clock.moveTo("2025-03-03");
        city++;
        http = new Http(mvc);
        scene = new Scene(http, city + "00", city + "02").withRate("0.20");
        platform = Callers.ofArea("cp", Role.CP, city + "00");
        authority = Callers.ofArea("ea", Role.EA, city + "02");
        elsewhere = Callers.ofArea("ea.elsewhere", Role.EA, city + "03");
    }

    @Test
    @Requirement({"D-01", "CD-5.1.4e"})
    void a_policy_is_pulled_with_its_terms_from_its_disclosure_to_its_end_by_those_in_whose_area_it_lies()
            throws Exception {
        var platformsCursor = cursor(platform, "D-01");
        var authoritysCursor = cursor(authority, "D-01");
        var elsewheresCursor = cursor(elsewhere, "D-01");
        var policy = scene.activePolicy();

        var pulled = awaitRecord(platform, "D-01", platformsCursor, policy.toString(), "ACTIVE");
        var record = pulled.path("record");
        var owned = http.read(scene.manager, "/policies/" + policy);
        assertThat(record.path("kind").asString()).isEqualTo("POLICY");
        for (var field : List.of("policyNo", "insurerId", "companyId", "from", "to")) {
            assertThat(record.path(field).asString())
                    .isEqualTo(owned.path(field).asString());
        }
        assertThat(record.path("area").asString()).isEqualTo(city + "02");
        assertThat(record.at("/items/0/item").asString()).isEqualTo("HAZARD_SCREENING");
        assertThat(record.at("/items/0/content").asString()).isEqualTo("全厂隐患排查");
        assertThat(record.at("/items/0/frequency").asInt()).isEqualTo(2);
        assertThat(record.path("contractVersion").asInt()).isEqualTo(1);
        assertThat(pulled.path("hash").asString()).isEqualTo(hash(pulled));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(name(
                                changes(authority, "D-01", authoritysCursor),
                                owned.path("companyId").asString()))
                        .isEqualTo("成都青羊化工有限公司"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(name(snapshot(platform, "D-01"), scene.insurerId.toString()))
                        .isEqualTo("锦城财产保险股份有限公司"));
        assertThat(snapshot(authority, "D-01"))
                .containsKey(policy.toString())
                .doesNotContainKey(scene.insurerId.toString());
        assertThat(changes(elsewhere, "D-01", elsewheresCursor)).isEmpty();
        assertThat(record.toString()).doesNotContain("光华大道", scene.staff.subject());

        http.post(scene.manager, "/policies/" + policy + "/cancellations", "{\"reasonCode\":\"BY_AGREEMENT\"}")
                .andExpect(status().isOk());
        var ended = awaitRecord(platform, "D-01", platformsCursor, policy.toString(), "CANCELLED");
        assertThat(ended.path("version").asLong())
                .isGreaterThan(pulled.path("version").asLong());
    }

    @Test
    @Requirement("D-01")
    void a_draft_is_not_shown() throws Exception {
        var draft = scene.draftedPolicy();
        var event = new EventEnvelope(
                UUID.randomUUID(),
                "policy.policy-cancelled.v1",
                "/fangwei/policy",
                draft.toString(),
                2,
                Instant.EPOCH,
                "im",
                JSON.createObjectNode());

        var told = CurrentCommand.as(Command.ofSystem("feed", "feed"), () -> policyRecords.on(List.of(event)));

        assertThat(told)
                .singleElement()
                .satisfies(record -> assertThat(record.areas()).isEmpty());
    }

    @Test
    @Requirement({"D-02", "CD-5.1.4e"})
    void the_ledger_is_pulled_entry_by_entry_with_its_chain_and_its_balances_and_adds_up() throws Exception {
        var cursor = cursor(platform, "D-02");
        var policy = scene.activePolicy();
        http.post(scene.manager, "/policies/" + policy + "/premium-receipts", Scene.premium("60000.00"))
                .andExpect(status().isOk());
        var poolId = Ids.of("budget-pool", scene.insurerId, 2025);
        var pool = "/budget-pools/" + poolId;
        await().atMost(SOON)
                .untilAsserted(() -> http.get(scene.manager, pool)
                        .andExpect(jsonPath("$.accrued").value("12000.00")));
        var payee = Http.id(
                http.post(scene.staff, "/payees", "{\"name\":\"成都安评技术有限公司\"}").andExpect(status().isCreated()));
        var expense = Http.body(http.post(scene.staff, pool + "/expenses", EXPENSE.formatted(payee))
                        .andExpect(status().isOk()))
                .at("/openExpenses/0/id")
                .asString();
        http.post(scene.manager, pool + "/expenses/" + expense + "/postings", "{}")
                .andExpect(status().isOk());
        await().atMost(SOON)
                .untilAsserted(() -> http.get(scene.manager, pool + "/entries")
                        .andExpect(jsonPath("$.items.length()").value(2)));
        http.post(scene.manager, pool + "/entries/2/reversals", "{\"reasonCode\":\"WRONG_VOUCHER\"}")
                .andExpect(status().isOk());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(changes(platform, "D-02", cursor)
                                .getOrDefault(poolId.toString(), JSON.createObjectNode())
                                .at("/record/lastEntryNo")
                                .asInt())
                        .isEqualTo(3));

        var pulled = changes(Callers.ofArea("cp", Role.CP, city + "00"), "D-02", cursor);
        assertThat(pulled).hasSize(4);
        var balances = pulled.get(poolId.toString()).path("record");
        var owned = http.read(scene.manager, pool);
        for (var field : List.of("accrued", "committed", "spent")) {
            assertThat(balances.path(field).asString())
                    .isEqualTo(owned.path(field).asString());
        }
        var lines = journal.of("budget-pool", poolId, 0, 10);
        for (int number = 1; number <= 3; number++) {
            var entry = pulled.get("%s:%010d".formatted(poolId, number)).path("record");
            var line = lines.stream()
                    .filter(one -> one.getLong("sequence")
                            == entry.at("/chain/sequence").asLong())
                    .findFirst()
                    .orElseThrow();
            assertThat(entry.at("/entry/entryNo").asInt()).isEqualTo(number);
            assertThat(entry.at("/chain/hash").asString()).isEqualTo(line.getString("hash"));
            assertThat(entry.at("/chain/previous").asString()).isEqualTo(line.getString("previous"));
        }
        var posted = pulled.get("%s:%010d".formatted(poolId, 2)).at("/record/entry");
        assertThat(posted.path("amount").asString()).isEqualTo("5000.00");
        assertThat(posted.path("voucherNo").asString()).isEqualTo("V-1");
        assertThat(pulled.toString()).doesNotContain("成都安评技术有限公司", "reversedBy");

        var totals = Http.body(http.pull(platform, "/D-02/totals?on=2025-03-03").andExpect(status().isOk()));
        assertThat(totals.path("settled").asBoolean()).isTrue();
        assertThat(totals.path("rows").asInt()).isEqualTo(4);
        assertThat(totals.path("hashes").asString()).isEqualTo(sum(pulled));
        assertThat(sum(snapshot(platform, "D-02"))).isEqualTo(sum(pulled));
    }

    @Test
    @Requirement({"D-02", "CD-5.1.4e"})
    void supervisors_pull_what_is_theirs_which_is_on_record_and_nobody_else_does() throws Exception {
        var regulator = Callers.ofArea("fr." + city, Role.FR, city + "00");
        cursor(regulator, "D-02");
        http.pull(regulator, "/D-01/snapshot").andExpect(status().isForbidden());
        http.pull(regulator, "").andExpect(jsonPath("$.items.length()").value(1));
        http.pull(platform, "")
                .andExpect(jsonPath("$.items[0].dataset").value("D-01"))
                .andExpect(jsonPath("$.items[1].dataset").value("D-02"))
                .andExpect(jsonPath("$.items[1].late").value(false));
        http.pull(scene.manager, "/D-02/snapshot").andExpect(status().isForbidden());
        http.pull(Callers.ofCompany("id", UUID.randomUUID()), "").andExpect(status().isForbidden());
        http.pull(platform, "/D-99/snapshot").andExpect(status().isNotFound());

        assertThat(mongo.getCollection("audit")
                        .find(new Document("actor", "fr." + city))
                        .map(line -> line.getString("what") + line.get("read", "-"))
                        .into(new java.util.ArrayList<>()))
                .contains("D-02/snapshotDATASET", "GET /city/v1/datasets/D-01-");
    }

    @Test
    void a_cursor_that_leads_no_further_answers_with_the_address_of_the_snapshot_to_take() throws Exception {
        http.pull(platform, "/D-01/changes")
                .andExpect(status().isGone())
                .andExpect(jsonPath("$.rule").value("cursor-gone"))
                .andExpect(header().string("Location", "/city/v1/datasets/D-01/snapshot"));
        var cursor = cursor(authority, "D-01");
        http.pull(platform, "/D-01/changes?after=" + cursor)
                .andExpect(status().isGone())
                .andExpect(header().string(
                                "Location", "/city/v1/datasets/D-01/snapshot?areas=" + city + "&after=" + cursor));
        http.pull(platform, "/D-01/changes?after=nonsense").andExpect(status().isBadRequest());
        http.pull(platform, "/D-02/changes?after=" + cursor).andExpect(status().isBadRequest());
        http.pull(authority, "/D-01/changes?limit=1001&after=" + cursor).andExpect(status().isBadRequest());
        http.pull(authority, "/D-01/totals?on=yesterday").andExpect(status().isBadRequest());
    }

    private static String name(Map<String, JsonNode> records, String id) {
        return records.containsKey(id) ? records.get(id).at("/record/name").asString() : "";
    }

    private String cursor(Caller caller, String dataset) throws Exception {
        var lines = lines(http.pull(caller, "/" + dataset + "/snapshot").andExpect(status().isOk()));
        return lines.get(lines.size() - 1).path("cursor").asString();
    }

    private Map<String, JsonNode> snapshot(Caller caller, String dataset) throws Exception {
        var records = new HashMap<String, JsonNode>();
        lines(http.pull(caller, "/" + dataset + "/snapshot")).stream()
                .filter(line -> line.has("id"))
                .forEach(line -> records.put(line.path("id").asString(), line));
        return records;
    }

    /** Everything from a cursor on, the newest of each record, pulled line by line. */
    private Map<String, JsonNode> changes(Caller caller, String dataset, String from) throws Exception {
        var records = new HashMap<String, JsonNode>();
        var cursor = from;
        JsonNode end;
        do {
            var lines = lines(http.pullLines(caller, "/" + dataset + "/changes?limit=2&after=" + cursor)
                    .andExpect(status().isOk()));
            lines.stream()
                    .filter(line -> line.has("id"))
                    .forEach(line -> records.put(line.path("id").asString(), line));
            end = lines.get(lines.size() - 1);
            cursor = end.path("cursor").asString();
        } while (end.path("more").asBoolean());
        return records;
    }

    private JsonNode awaitRecord(Caller caller, String dataset, String from, String id, String status) {
        return await().atMost(SOON)
                .ignoreException(NullPointerException.class)
                .until(
                        () -> changes(caller, dataset, from).get(id),
                        found -> found.at("/record/status").asString().equals(status));
    }

    private static List<JsonNode> lines(org.springframework.test.web.servlet.ResultActions answer) throws Exception {
        return answer.andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .map(JSON::readTree)
                .toList();
    }

    private static String hash(JsonNode item) {
        var text = "%s\n%s\n%s\n%s"
                .formatted(
                        item.path("id").asString(),
                        item.path("area").asString(),
                        item.path("version").asLong(),
                        item.path("record").toString());
        return io.fangwei.kernel.store.Hashes.hex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sum(Map<String, JsonNode> records) {
        return "%064x"
                .formatted(records.values().stream()
                        .map(item -> new BigInteger(item.path("hash").asString(), 16))
                        .reduce(BigInteger.ZERO, BigInteger::add)
                        .mod(BigInteger.ONE.shiftLeft(256)));
    }
}
