package io.fangwei.policy.statements;

import static io.fangwei.kernel.testing.Callers.act;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.journal.Journal;
import io.fangwei.kernel.outbox.OutboxRelays;
import io.fangwei.kernel.store.Ids;
import io.fangwei.kernel.testing.ServiceTest;
import io.fangwei.kernel.testing.TestBroker;
import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.policy.Http;
import io.fangwei.policy.PolicyFixture;
import io.fangwei.policy.Scene;
import io.fangwei.policy.budget.BudgetDesk;
import io.fangwei.policy.budget.BudgetFlow;
import io.fangwei.policy.budget.BudgetPool;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.MockMvc;

/** With relay, journal and broker: whatever 64 people do at one pool, and wherever the process dies, its ledger holds. */
@ServiceTest({"spring.config.name=policy-service", "fangwei.test.kafka=true"})
class ManyAtOnePoolTest {

    private static final int ROUNDS = Integer.getInteger("fangwei.campaign.rounds", 1);
    private static final long SEED = Long.getLong("fangwei.seed", System.nanoTime());
    private static final int PEOPLE = 64;
    private static final int TURNS = Integer.getInteger("fangwei.campaign.turns", 2);
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final LocalDate FOREVER = LocalDate.parse("2099-12-31");
    private static final Caller SYSTEM = Caller.system("policy-service");

    @Autowired
    MockMvc mvc;

    @Autowired
    BudgetDesk desk;

    @Autowired
    BudgetFlow flow;

    @Autowired
    StatementDesk statements;

    @Autowired
    Journal journal;

    @Autowired
    OutboxRelays relays;

    @Value("${spring.mongodb.uri}")
    String database;

    private UUID insurerId;
    private UUID pool;

    @BeforeEach
    void fill() throws Exception {
        insurerId = new Scene(new Http(mvc)).insurerId;
        pool = Ids.of("budget-pool", insurerId, 2025);
        act(
                SYSTEM,
                () -> flow.accrue(
                        insurerId,
                        2025,
                        PolicyFixture.POLICY_ID,
                        PolicyFixture.COMPANY_ID,
                        new BigDecimal("20000.00"),
                        PolicyFixture.SHARE));
    }

    @Test
    @Requirement({"CD-5.1.4c", "CD-5.1.4d"})
    void any_interleaving_keeps_every_balance_number_and_link_although_a_process_is_killed_in_between()
            throws Exception {
        Queue<String> told = new ConcurrentLinkedQueue<>();
        for (int round = 0; round < ROUNDS; round++) {
            var here = new LedgerLoad(desk, flow, insurerId, pool, SEED + 1 + round, told::add);
            var other = LedgerLoad.started(database, TestBroker.address(), insurerId, pool, SEED, PEOPLE, 1);
            var working = Executors.newSingleThreadExecutor();
            try {
                var work = working.submit(() -> {
                    here.run(PEOPLE, TURNS);
                    return null;
                });
                told.addAll(killedAfter(20 + 40 * round, other));
                work.get();
            } finally {
                other.destroyForcibly();
                working.shutdownNow();
            }
        }

        new LedgerLoad(desk, flow, insurerId, pool, SEED, told::add).run(PEOPLE, 1);

        assertHolds(told);
    }

    /** What a process of its own told before it died; what it had begun is done again here. */
    private static List<String> killedAfter(int lines, Process process) throws IOException, InterruptedException {
        var said = new ArrayList<String>();
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith("DONE ") || line.startsWith("REFUSED ")) {
                    said.add(line);
                }
                if (said.size() == lines) {
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();
        assertThat(said).hasSizeGreaterThanOrEqualTo(lines);
        return said;
    }

    private void assertHolds(Iterable<String> told) {
        await().atMost(SOON).until(relays::areEmpty);
        var pooled = act(SYSTEM, () -> desk.get(pool));
        await().atMost(SOON).until(() -> inStatement(pooled));
        var check = act(SYSTEM, () -> statements.verify(pool));

        assertThat(check.broken()).as("seed %d", SEED).isNull();
        assertThat(check.lastEntryNo()).isEqualTo(pooled.getLastEntryNo());
        assertThat(check.spent()).isEqualTo(pooled.getSpent());
        assertThat(check.accrued()).isGreaterThanOrEqualTo(check.spent().add(check.committed()));
        assertOnce(told);
    }

    /** Every command that was acknowledged is in the journal once, none that was refused is, and nothing else is. */
    private void assertOnce(Iterable<String> told) {
        Map<String, Set<String>> answers = new HashMap<>();
        told.forEach(line -> answers.computeIfAbsent(line.substring(line.indexOf(' ') + 1), none -> new HashSet<>())
                .add(line.substring(0, line.indexOf(' '))));
        var done = answers.entrySet().stream()
                .filter(answer -> answer.getValue().contains("DONE"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        var causes = versionsByCause();

        assertThat(causes.keySet().stream().filter(cause -> cause.startsWith("load:")))
                .as("seed %d", SEED)
                .containsExactlyInAnyOrderElementsOf(done);
        assertThat(causes)
                .allSatisfy((cause, times) -> assertThat(times).as(cause).isOne());
        assertThat(done).hasSizeGreaterThan(PEOPLE / 2);
    }

    /** How many writes each command led to: the entries of one write follow each other. */
    private Map<String, Integer> versionsByCause() {
        var writes = new HashMap<String, Integer>();
        var before = "";
        for (var line : lines()) {
            var cause = line.getString("cause");
            if (!cause.equals(before)) {
                writes.merge(cause, 1, Integer::sum);
            }
            before = cause;
        }
        return writes;
    }

    private List<Document> lines() {
        var all = new ArrayList<Document>();
        List<Document> page;
        do {
            page = journal.of("budget-pool", pool, all.size(), 500);
            all.addAll(page);
        } while (page.size() == 500);
        return all;
    }

    private boolean inStatement(BudgetPool pooled) {
        var last = pooled.getLastEntryNo();
        return act(SYSTEM, () -> statements.statement(pool, null, FOREVER)).movements().stream()
                        .mapToLong(Statement.Movement::entries)
                        .sum()
                == last;
    }
}
