package io.fangwei.policy.budget;

import static io.fangwei.kernel.testing.Callers.act;
import static io.fangwei.policy.PolicyFixture.COMPANY_ID;
import static io.fangwei.policy.PolicyFixture.POLICY_ID;
import static io.fangwei.policy.PolicyFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.CurrentCommand;
import io.fangwei.kernel.store.AggregateStore;
import io.fangwei.kernel.testing.ServiceTest;
import io.fangwei.policy.Http;
import io.fangwei.policy.PolicyFixture;
import io.fangwei.policy.Scene;
import io.fangwei.policy.budget.BudgetCommand.DraftExpense;
import io.fangwei.policy.budget.BudgetCommand.WithdrawExpense;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** The relay rests here: nothing has reached the journal yet. */
@ServiceTest("spring.config.name=policy-service")
class KeepingPoolsTest {

    private static final Caller SYSTEM = Caller.system("policy-service");

    @Autowired
    MockMvc mvc;

    @Autowired
    BudgetDesk desk;

    @Autowired
    BudgetFlow flow;

    @Autowired
    MongoTemplate mongo;

    private Scene scene;

    @BeforeEach
    void reach() throws Exception {
        scene = new Scene(new Http(mvc));
    }

    @Test
    void the_first_accrual_opens_the_pool_of_the_year() {
        var pool = accrue("event:1", "100000.00");

        assertThat(pool.getYear()).isEqualTo(2025);
        assertThat(pool.getAccrued()).isEqualTo("20000.00");
        assertThat(pool.getAreas()).containsExactly("510100");
        assertThat(accrue("event:2", "50000.00").getAccrued()).isEqualTo("30000.00");
    }

    @Test
    void premiums_that_arrive_at_once_open_one_pool_and_all_count() throws Exception {
        var threads = Executors.newFixedThreadPool(6);
        var accruals = IntStream.range(0, 6)
                .<Callable<BudgetPool>>mapToObj(number -> () -> accrue("event:" + number, "1000.00"))
                .toList();

        for (Future<BudgetPool> accrued : threads.invokeAll(accruals)) {
            accrued.get();
        }
        threads.shutdown();

        assertThat(get(accrue("event:0", "1000.00").getPoolId()).getAccrued()).isEqualTo("1200.00");
    }

    @Test
    void an_event_that_is_repeated_late_is_recognised_by_the_entries_that_still_wait() {
        var pool = accrue("event:1", "100000.00").getPoolId();
        accrue("event:2", "100000.00");
        manyOtherCommands(pool);

        assertThat(accrue("event:1", "100000.00").getAccrued()).isEqualTo("40000.00");
        assertThat(accrue("event:2", "100000.00").getAccrued()).isEqualTo("40000.00");
    }

    @Test
    void a_draft_that_was_posted_does_not_come_back_when_its_command_is_repeated_late() {
        var pool = accrue("event:1", "100000.00").getPoolId();
        var expense = act(scene.staff, "draft", "", () -> {
            desk.draft(pool, draft("10.00"));
            return CurrentCommand.derivedId("expense");
        });
        act(scene.manager, () -> desk.post(pool, expense));
        manyOtherCommands(pool);

        var repeated = act(scene.staff, "draft", "", () -> desk.draft(pool, draft("10.00")));

        assertThat(repeated.getOpenExpenses()).isEmpty();
        assertThat(repeated.getSpent()).isEqualTo("10.00");
    }

    @Test
    void a_pool_keeps_neither_its_entries_nor_every_command() {
        var pool = accrue("event:1", "100000.00").getPoolId();
        for (int number = 0; number < 3; number++) {
            post(pool, "1.00");
        }

        assertThat(stored(pool).get("state", Document.class).keySet())
                .containsExactlyInAnyOrder(
                        "poolId",
                        "insurerId",
                        "year",
                        "areas",
                        "balances",
                        "lastEntryNo",
                        "openExpenses",
                        "commitments",
                        "reversed");
        manyOtherCommands(pool);
        assertThat(stored(pool).getList("commands", Document.class)).hasSize(AggregateStore.MARKS);
    }

    @Test
    void postings_that_race_for_the_last_money_never_overdraw() throws Exception {
        var pool = accrue("event:1", "100.00").getPoolId();
        var drafts =
                IntStream.range(0, 6).mapToObj(number -> drafted(pool, "9.00")).toList();
        var threads = Executors.newFixedThreadPool(6);
        var postings = drafts.stream()
                .<Callable<BudgetPool>>map(id -> () -> act(scene.manager, () -> desk.post(pool, id)))
                .toList();

        threads.invokeAll(postings);
        threads.shutdown();

        assertThat(get(pool).getSpent()).isEqualTo("18.00");
        assertThat(get(pool).getLastEntryNo()).isEqualTo(3);
        assertThat(get(pool).getOpenExpenses()).hasSize(4);
    }

    private BudgetPool accrue(String cause, String premium) {
        return act(
                SYSTEM,
                cause,
                "",
                () -> flow.accrue(
                        scene.insurerId, 2025, POLICY_ID, COMPANY_ID, new BigDecimal(premium), PolicyFixture.SHARE));
    }

    private void manyOtherCommands(UUID pool) {
        for (int number = 0; number < AggregateStore.MARKS; number++) {
            var draft = drafted(pool, "1.00");
            act(scene.staff, () -> desk.withdraw(pool, draft, new WithdrawExpense("WRONG_AMOUNT")));
        }
    }

    private UUID drafted(UUID pool, String amount) {
        return act(scene.staff, () -> {
            desk.draft(pool, draft(amount));
            return CurrentCommand.derivedId("expense");
        });
    }

    private void post(UUID pool, String amount) {
        var draft = drafted(pool, amount);
        act(scene.manager, () -> desk.post(pool, draft));
    }

    private static DraftExpense draft(String amount) {
        return new DraftExpense(
                ExpenseCategory.TRAVEL,
                new BigDecimal(amount),
                "V-1",
                null,
                ExpensePurpose.GENERAL,
                null,
                null,
                null,
                TODAY,
                null,
                null,
                null);
    }

    private BudgetPool get(UUID pool) {
        return act(scene.manager, () -> desk.get(pool));
    }

    private Document stored(UUID id) {
        return mongo.findById(id.toString(), Document.class, "budgetPools");
    }
}
