package io.fangwei.launcher.demo;

import static io.fangwei.launcher.demo.Step.post;
import static io.fangwei.launcher.demo.Step.ref;

import io.fangwei.launcher.demo.Cast.Insurer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Writes what is spent from the prevention budgets: drafted after a visit, posted at the end of the month. */
final class ExpenseSteps {

    private static final String POOLS = "/api/policy/v1/budget-pools";
    private static final LocalDate FIRST_READING = LocalDate.of(2025, 1, 6);
    private static final List<String> CATEGORIES =
            List.of("ASSIGNMENT", "EXPERT_FEE", "TRAINING_MATERIAL", "TRAVEL", "EQUIPMENT", "TECH", "OTHER");
    private static final int EVERY = 3;

    private final WorkDays days;
    private final ScriptWriter script;

    ExpenseSteps(WorkDays days, ScriptWriter script) {
        this.days = days;
        this.script = script;
    }

    void write(Insurer insurer, List<VisitPlot> visits) {
        var pool = "pool-" + insurer.key();
        script.add(FIRST_READING, pool, post(pool, insurer.staff(), POOLS).keeping(pool, Step.Source.POOL));
        visits.stream()
                .filter(visit -> visit.insurer().equals(insurer.key()) && visit.takesPlace())
                .filter(visit -> visit.no() % EVERY == 0 && visit.day().isBefore(LocalDate.of(2025, 12, 10)))
                .sorted((one, other) -> one.day().compareTo(other.day()))
                .forEach(visit -> expense(insurer, pool, visit));
    }

    private void expense(Insurer insurer, String pool, VisitPlot visit) {
        var slot = "expense-" + visit.no();
        var drafted = days.after(visit.day(), 2);
        script.add(
                drafted,
                pool,
                post(
                                slot,
                                insurer.staff(),
                                POOLS + "/" + ref(pool) + "/expenses",
                                "category",
                                CATEGORIES.get(visit.no() / EVERY % CATEGORIES.size()),
                                "amount",
                                "%d.%02d".formatted(600 + visit.no() * 37 % 1900, visit.no() % 100),
                                "voucherNo",
                                "%s-FY-2025-%04d".formatted(insurer.licenceNo(), visit.no()),
                                "purpose",
                                "VISIT",
                                "visitId",
                                ref(visit.slot()),
                                "companyId",
                                ref(visit.policy().company().slot()),
                                "spentOn",
                                visit.day().toString())
                        .keeping(slot, Step.Source.EXPENSE));
        if (keepsItsLedger(insurer)) {
            script.add(
                    days.onOrBefore(YearMonth.from(drafted).atEndOfMonth()),
                    pool,
                    post(
                            slot + "-posting",
                            insurer.manager(),
                            POOLS + "/" + ref(pool) + "/expenses/" + ref(slot) + "/postings"));
        }
    }

    /** One of the three never posts what it spends, which is a finding of its own (E-A8-R1). */
    static boolean keepsItsLedger(Insurer insurer) {
        return !insurer.key().equals("bashu");
    }
}
