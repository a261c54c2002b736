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
import io.fangwei.policy.budget.Payee;
import io.fangwei.policy.budget.PayeeDesk;
import io.fangwei.policy.budget.Payees;
import io.fangwei.policy.companies.Companies;
import io.fangwei.policy.companies.InsuredCompany;
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
import java.util.function.Function;
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
    private final PayeeDesk payeeDesk;
    private final Payees payees;
    private final Companies companies;
    private final Clock clock;

    ExpenseRows(
            BudgetDesk desk,
            BudgetPools pools,
            Ledger ledger,
            PayeeDesk payeeDesk,
            Payees payees,
            Companies companies,
            Clock clock) {
        this.desk = desk;
        this.pools = pools;
        this.ledger = ledger;
        this.payeeDesk = payeeDesk;
        this.payees = payees;
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
        return cells.complete(() -> new ExpenseRow(
                new DraftExpense(
                        category, amount, voucherNo, null, purpose, visitId, planId, companyId, spentOn, null, null,
                        null),
                payee));
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
        var payee = row.payee();
        var payeeId = payee == null
                ? null
                : commands.asDrafter("payee", () -> payeeDesk.known(payee)).getPayeeId();
        var expenseId = commands.asDrafter("draft", () -> {
            desk.draft(row.poolId(), row.paidTo(payeeId));
            return CurrentCommand.derivedId("expense");
        });
        commands.asStarter("post", () -> desk.post(row.poolId(), expenseId));
    }

    @Override
    public void export(Consumer<Map<String, String>> rows) {
        EveryPage.of(
                page -> pools.page(null, page),
                pool -> EveryPage.together(page -> entries(pool, page), entries -> export(entries, rows)));
    }

    private Page<LedgerEntry> entries(BudgetPool pool, Pages page) {
        return ledger.of(pool.getPoolId(), new LedgerFilter(null, null, null, EntryKind.EXPENSE), page);
    }

    private void export(List<LedgerEntry> entries, Consumer<Map<String, String>> rows) {
        var standing =
                entries.stream().filter(entry -> entry.reversedBy() == null).toList();
        var insured = companies.findAll(ids(standing, LedgerEntry::companyId));
        var paid = payees.findAll(ids(standing, LedgerEntry::payeeId));
        standing.forEach(entry -> rows.accept(cells(
                entry,
                Optional.ofNullable(insured.get(entry.companyId())).map(InsuredCompany::getUscc),
                Optional.ofNullable(paid.get(entry.payeeId())).map(Payee::getName))));
    }

    private static List<UUID> ids(List<LedgerEntry> entries, Function<LedgerEntry, @Nullable UUID> id) {
        return entries.stream().map(id).filter(Objects::nonNull).distinct().toList();
    }

    private static Map<String, String> cells(LedgerEntry entry, Optional<String> uscc, Optional<String> payee) {
        return Map.of(
                "spentOn", entry.on().toString(),
                "category", Codes.nameOf(Objects.requireNonNull(entry.category()), CATEGORIES),
                "amount", entry.amount().toPlainString(),
                "voucherNo", Objects.requireNonNull(entry.voucherNo()),
                "purpose", Codes.nameOf(Objects.requireNonNull(entry.purpose()), PURPOSES),
                "visitId", Objects.toString(entry.visitId(), ""),
                "planId", Objects.toString(entry.planId(), ""),
                "uscc", uscc.orElse(""),
                "payee", payee.orElse(""));
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
        private final Map<UUID, Payee> paid = new HashMap<>();
        private final Map<UUID, BigDecimal> left = new HashMap<>();

        @Override
        public void lookUp(List<ExpenseRow> rows) {
            entered.clear();
            paid.clear();
            rows.stream()
                    .collect(Collectors.groupingBy(
                            ExpenseRow::poolId, Collectors.mapping(ExpenseRows::voucherNo, Collectors.toSet())))
                    .forEach((pool, vouchers) -> entered.put(pool, ledger.ofVouchers(pool, vouchers)));
            var entries = entered.values().stream()
                    .flatMap(known -> known.values().stream())
                    .toList();
            paid.putAll(payees.findAll(ids(entries, LedgerEntry::payeeId)));
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
                            && entry.category() == row.command().category()
                            && (row.payee() == null || row.payee().equals(nameOf(entry.payeeId()))),
                    voucherNo(row));
            return true;
        }

        private @Nullable String nameOf(@Nullable UUID payeeId) {
            var payee = paid.get(payeeId);
            return payee == null ? null : payee.getName();
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
                command.payeeId(),
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
