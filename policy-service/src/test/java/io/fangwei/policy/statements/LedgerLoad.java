package io.fangwei.policy.statements;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.problems.Absence;
import io.fangwei.kernel.problems.Failure;
import io.fangwei.kernel.problems.Refusal;
import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.testing.TestInfrastructure;
import io.fangwei.policy.PolicyFixture;
import io.fangwei.policy.PolicyService;
import io.fangwei.policy.budget.BudgetCommand.CommitMoney;
import io.fangwei.policy.budget.BudgetCommand.DraftExpense;
import io.fangwei.policy.budget.BudgetCommand.ReleaseMoney;
import io.fangwei.policy.budget.BudgetCommand.ReverseEntry;
import io.fangwei.policy.budget.BudgetCommand.WithdrawExpense;
import io.fangwei.policy.budget.BudgetDesk;
import io.fangwei.policy.budget.BudgetFlow;
import io.fangwei.policy.budget.ExpenseCategory;
import io.fangwei.policy.budget.ExpensePurpose;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Many people at one pool at once: what each does follows from the seed, its thread and its turn, and so does the mark under
 * which it is done. It tells of every command whether it was done or refused.
 */
final class LedgerLoad {

    private static final int YEAR = 2025;

    private final BudgetDesk desk;
    private final BudgetFlow flow;
    private final UUID insurerId;
    private final UUID pool;
    private final long seed;
    private final Caller staff;
    private final Caller manager;
    private final Caller system = Caller.system("policy-service");
    private final Consumer<String> told;

    LedgerLoad(BudgetDesk desk, BudgetFlow flow, UUID insurerId, UUID pool, long seed, Consumer<String> told) {
        this.desk = desk;
        this.flow = flow;
        this.insurerId = insurerId;
        this.pool = pool;
        this.seed = seed;
        this.staff = Callers.ofInsurer("is.load", insurerId, Role.IS);
        this.manager = Callers.ofInsurer("im.load", insurerId, Role.IM);
        this.told = told;
    }

    /** The service in a process of its own, until it is done or killed. */
    public static void main(String[] arguments) throws Exception {
        ApplicationContext context = PolicyService.start("--server.port=0");
        var load = new LedgerLoad(
                context.getBean(BudgetDesk.class),
                context.getBean(BudgetFlow.class),
                UUID.fromString(arguments[0]),
                UUID.fromString(arguments[1]),
                Long.parseLong(arguments[2]),
                System.out::println);
        load.run(Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
        System.out.println("END");
        Runtime.getRuntime().halt(0);
    }

    static Process started(String mongo, String kafka, Object... arguments) throws IOException {
        return new ProcessBuilder(command(mongo, kafka, arguments))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static List<String> command(String mongo, String kafka, Object... arguments) {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Dspring.mongodb.uri=" + mongo,
                "-Dspring.kafka.bootstrap-servers=" + kafka,
                "-Dspring.kafka.consumer.group-id=load-" + UUID.randomUUID(),
                "-Dfangwei.instance=" + UUID.randomUUID(),
                "-Dfangwei.personal.keyset=" + TestInfrastructure.PERSONAL_KEYS,
                "-Dfangwei.relay.sweep-after=500ms",
                "-Dfangwei.watch.every=0s",
                "-cp",
                System.getProperty("java.class.path"),
                LedgerLoad.class.getName()));
        for (var argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }

    void run(int people, int turns) throws Exception {
        var threads = Executors.newFixedThreadPool(people);
        try {
            var work = IntStream.range(0, people)
                    .<Callable<Integer>>mapToObj(person -> () -> {
                        for (int turn = 0; turn < turns; turn++) {
                            act(person, turn);
                        }
                        return turns;
                    })
                    .toList();
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void act(int person, int turn) {
        var random = new Random(seed * 31 + person * 1_000L + turn);
        var mark = "load:%d:%d:%d".formatted(seed, person, turn);
        var amount = BigDecimal.valueOf(1 + random.nextInt(90_000), 2);
        switch (random.nextInt(7)) {
            case 0, 1 ->
                once(
                        system,
                        mark,
                        () -> flow.accrue(
                                insurerId,
                                YEAR,
                                PolicyFixture.POLICY_ID,
                                PolicyFixture.COMPANY_ID,
                                amount.multiply(BigDecimal.valueOf(5)),
                                PolicyFixture.SHARE));
            case 2 ->
                once(
                        system,
                        mark,
                        () -> flow.takeBack(
                                insurerId,
                                YEAR,
                                PolicyFixture.POLICY_ID,
                                PolicyFixture.COMPANY_ID,
                                amount,
                                new BigDecimal("0.20")));
            case 3 -> commit(mark, amount, random.nextBoolean());
            case 4 ->
                once(
                        manager,
                        mark,
                        () -> desk.reverse(pool, 1 + random.nextInt(people(turn)), new ReverseEntry("WRONG_VOUCHER")));
            default -> spend(mark, amount);
        }
    }

    private void commit(String mark, BigDecimal amount, boolean release) {
        var commitment = UUID.nameUUIDFromBytes(("commitment:" + mark).getBytes(StandardCharsets.UTF_8));
        if (once(manager, mark, () -> desk.commit(pool, new CommitMoney(amount, null, null, null, null))) && release) {
            once(
                    manager,
                    mark + ":release",
                    () -> desk.release(pool, commitment, new ReleaseMoney(null, "NOT_NEEDED")));
        }
    }

    private void spend(String mark, BigDecimal amount) {
        var expense = UUID.nameUUIDFromBytes(("expense:" + mark).getBytes(StandardCharsets.UTF_8));
        if (once(staff, mark, () -> desk.draft(pool, draft(amount)))
                && !once(manager, mark + ":post", () -> desk.post(pool, expense))) {
            once(staff, mark + ":withdraw", () -> desk.withdraw(pool, expense, new WithdrawExpense("TOO_DEAR")));
        }
    }

    private static int people(int turn) {
        return 64 * (turn + 1);
    }

    /** Insists until the pool has time; true if the command was done, now or before. */
    private boolean once(Caller caller, String mark, Supplier<?> work) {
        while (true) {
            try {
                Callers.act(caller, mark, "", work);
                told.accept("DONE " + mark);
                return true;
            } catch (Refusal refused) {
                told.accept("REFUSED " + mark);
                return false;
            } catch (OptimisticLockingFailureException busy) {
                Thread.onSpinWait();
            } catch (Failure failure) {
                if (failure.status().value() != 503) {
                    throw failure;
                }
            } catch (RuntimeException away) {
                if (!Absence.isBehind(away)) {
                    throw away;
                }
            }
        }
    }

    private static DraftExpense draft(BigDecimal amount) {
        return new DraftExpense(
                ExpenseCategory.TRAVEL,
                amount,
                "V-1",
                null,
                ExpensePurpose.GENERAL,
                null,
                null,
                null,
                PolicyFixture.TODAY,
                null,
                null,
                null);
    }
}
