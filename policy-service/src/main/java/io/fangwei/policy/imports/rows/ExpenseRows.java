package io.fangwei.policy.imports.rows;

import io.fangwei.kernel.caller.CurrentCommand;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.problems.NotFound;
import io.fangwei.kernel.store.Ids;
import io.fangwei.policy.budget.BudgetCommand.DraftExpense;
import io.fangwei.policy.budget.BudgetDesk;
import io.fangwei.policy.budget.BudgetPool;
import io.fangwei.policy.budget.BudgetPools;
import io.fangwei.policy.budget.EntryKind;
import io.fangwei.policy.budget.Expense;
import io.fangwei.policy.budget.ExpenseCategory;
import io.fangwei.policy.budget.ExpensePurpose;
import io.fangwei.policy.budget.Ledger;
import io.fangwei.policy.budget.LedgerEntry;
import io.fangwei.policy.budget.LedgerFilter;
import io.fangwei.policy.companies.Companies;
import io.fangwei.policy.imports.ImportKind;
import io.fangwei.policy.rules.PolicyRule;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Each row is money spent, known by the number of its voucher: drafted by one person and posted by another. */
@Component
final class ExpenseRows implements RowKind<ExpenseRow> {

    private static final Map<String, ExpenseCategory> CATEGORIES = categories();
    private static final Map<String, ExpensePurpose> PURPOSES = purposes();

    private final BudgetDesk desk;
    private final BudgetPools pools;
    private final Ledger ledger;
    private final Companies companies;
    private final Clock clock;

    ExpenseRows(BudgetDesk desk, BudgetPools pools, Ledger ledger, Companies companies, Clock clock) {
        this.desk = desk;
        this.pools = pools;
        this.ledger = ledger;
        this.companies = companies;
        this.clock = clock;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.EXPENSES;
    }

    @Override
    public Optional<ExpenseRow> read(Cells cells) {
        var spentOn = cells.date("spentOn");
        var category = cells.choice("category", CATEGORIES);
        var amount = cells.money("amount");
        var voucherNo = cells.code("voucherNo");
        var payee = cells.text("payee");
        var purpose = cells.choice("purpose", PURPOSES);
        var visitId = id(cells, "visitId");
        var planId = id(cells, "planId");
        var uscc = Codes.uscc(cells, "uscc");
        var companyId = uscc == null ? null : Ids.of("company", uscc);
        return cells.complete(() -> new ExpenseRow(new DraftExpense(
                category, amount, voucherNo, payee, purpose, visitId, planId, companyId, spentOn, null, null, null)));
    }

    @Override
    public List<Object> key(ExpenseRow row) {
        return List.of(row.command().spentOn().getYear(), voucherNo(row));
    }

    @Override
    public UUID aggregate(ExpenseRow row) {
        return row.poolId();
    }

    @Override
    public Comparison<ExpenseRow> comparison() {
        return new Expenses();
    }

    @Override
    public void carryOut(ExpenseRow row, RowCommands commands) {
        var expenseId = commands.asDrafter("draft", () -> {
            desk.draft(row.poolId(), row.command());
            return CurrentCommand.derivedId("expense");
        });
        commands.asStarter("post", () -> desk.post(row.poolId(), expenseId));
    }

    @Override
    public void export(Consumer<Map<String, String>> rows) {
        EveryPage.of(
                page -> pools.page(null, page),
                pool -> EveryPage.of(page -> entries(pool, page), entry -> export(entry, rows)));
    }

    private Page<LedgerEntry> entries(BudgetPool pool, Pages page) {
        return ledger.of(pool.getPoolId(), new LedgerFilter(null, null, null, EntryKind.EXPENSE), page);
    }

    private void export(LedgerEntry entry, Consumer<Map<String, String>> rows) {
        if (entry.reversedBy() == null) {
            rows.accept(cells(entry, uscc(entry.companyId())));
        }
    }

    private String uscc(@Nullable UUID companyId) {
        return companyId == null
                ? ""
                : companies.findAll(List.of(companyId)).values().stream()
                        .map(company -> company.getUscc())
                        .findFirst()
                        .orElse("");
    }

    private static Map<String, String> cells(LedgerEntry entry, String uscc) {
        return Map.of(
                "spentOn", entry.on().toString(),
                "category", Codes.nameOf(Objects.requireNonNull(entry.category()), CATEGORIES),
                "amount", entry.amount().toPlainString(),
                "voucherNo", Objects.requireNonNull(entry.voucherNo()),
                "purpose", Codes.nameOf(Objects.requireNonNull(entry.purpose()), PURPOSES),
                "visitId", Objects.toString(entry.visitId(), ""),
                "planId", Objects.toString(entry.planId(), ""),
                "uscc", uscc);
    }

    private static String voucherNo(ExpenseRow row) {
        return Objects.requireNonNull(row.command().voucherNo());
    }

    private static @Nullable UUID id(Cells cells, String key) {
        var code = cells.code(key);
        if (code == null) {
            return null;
        }
        try {
            return UUID.fromString(code);
        } catch (IllegalArgumentException noId) {
            cells.note(key, PolicyRule.CELL_MALFORMED, Cells.shown(code));
            return null;
        }
    }

    private final class Expenses implements Comparison<ExpenseRow> {

        private final Map<UUID, Map<String, LedgerEntry>> entered = new HashMap<>();
        private final Map<UUID, BigDecimal> left = new HashMap<>();

        @Override
        public void lookUp(List<ExpenseRow> rows) {
            entered.clear();
            rows.stream()
                    .collect(Collectors.groupingBy(
                            ExpenseRow::poolId, Collectors.mapping(ExpenseRows::voucherNo, Collectors.toSet())))
                    .forEach((pool, vouchers) -> entered.put(pool, ledger.ofVouchers(pool, vouchers)));
        }

        @Override
        public boolean isKnown(ExpenseRow row) {
            var entry = entered.getOrDefault(row.poolId(), Map.of()).get(voucherNo(row));
            if (entry == null) {
                return false;
            }
            PolicyRule.KNOWN_DIFFERENTLY.require(
                    entry.amount().compareTo(row.command().amount()) == 0
                            && entry.on().equals(row.command().spentOn())
                            && entry.category() == row.command().category(),
                    voucherNo(row));
            return true;
        }

        @Override
        public void tryOut(ExpenseRow row) {
            var command = row.command();
            var today = LocalDate.now(clock);
            PolicyRule.SPENT_IN_FUTURE.require(!command.spentOn().isAfter(today), command.spentOn(), today);
            var lacking = expense(command).lacking();
            PolicyRule.LEDGER_ENTRY_IRREGULAR.require(lacking.isEmpty(), String.join(", ", lacking));
            var before = left.computeIfAbsent(row.poolId(), this::left);
            var after = before.subtract(command.amount());
            PolicyRule.BUDGET_OVERDRAWN.require(
                    after.signum() >= 0,
                    before.toPlainString(),
                    command.amount().toPlainString());
            left.put(row.poolId(), after);
        }

        private BigDecimal left(UUID poolId) {
            try {
                return pools.get(poolId).getFree();
            } catch (NotFound none) {
                throw PolicyRule.POOL_UNKNOWN.broken();
            }
        }
    }

    private static Expense expense(DraftExpense command) {
        return new Expense(
                command.category(),
                command.amount(),
                command.voucherNo(),
                command.payee(),
                command.purpose(),
                command.visitId(),
                command.planId(),
                command.companyId(),
                command.spentOn(),
                command.item(),
                command.institutionId(),
                command.attachmentHash());
    }

    private static Map<String, ExpenseCategory> categories() {
        var names = new LinkedHashMap<String, ExpenseCategory>();
        names.put("委托服务", ExpenseCategory.ASSIGNMENT);
        names.put("专家费", ExpenseCategory.EXPERT_FEE);
        names.put("培训资料", ExpenseCategory.TRAINING_MATERIAL);
        names.put("差旅费", ExpenseCategory.TRAVEL);
        names.put("设备器材", ExpenseCategory.EQUIPMENT);
        names.put("科技推广", ExpenseCategory.TECH);
        names.put("其他", ExpenseCategory.OTHER);
        return names;
    }

    private static Map<String, ExpensePurpose> purposes() {
        var names = new LinkedHashMap<String, ExpensePurpose>();
        names.put("现场服务", ExpensePurpose.VISIT);
        names.put("服务方案", ExpensePurpose.PLAN);
        names.put("一般用途", ExpensePurpose.GENERAL);
        return names;
    }
}
