package io.fangwei.policy.budget.web;

import static io.fangwei.kernel.caller.Role.CP;
import static io.fangwei.kernel.caller.Role.EA;
import static io.fangwei.kernel.caller.Role.FR;
import static io.fangwei.kernel.caller.Role.IM;
import static io.fangwei.kernel.caller.Role.IS;

import io.fangwei.kernel.caller.Allowed;
import io.fangwei.kernel.caller.CurrentCaller;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.policy.budget.BudgetCommand.CarryOver;
import io.fangwei.policy.budget.BudgetCommand.CommitMoney;
import io.fangwei.policy.budget.BudgetCommand.DraftExpense;
import io.fangwei.policy.budget.BudgetCommand.HandOver;
import io.fangwei.policy.budget.BudgetCommand.RecordOpening;
import io.fangwei.policy.budget.BudgetCommand.ReleaseMoney;
import io.fangwei.policy.budget.BudgetCommand.ReverseEntry;
import io.fangwei.policy.budget.BudgetCommand.WithdrawExpense;
import io.fangwei.policy.budget.BudgetDesk;
import io.fangwei.policy.budget.BudgetPool;
import io.fangwei.policy.budget.EntryKind;
import io.fangwei.policy.budget.ExpenseCategory;
import io.fangwei.policy.budget.LedgerEntry;
import io.fangwei.policy.budget.LedgerFilter;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/policy/v1/budget-pools")
class BudgetController {

    private final BudgetDesk desk;
    private final PoolViews views;

    BudgetController(BudgetDesk desk, PoolViews views) {
        this.desk = desk;
        this.views = views;
    }

    @PostMapping("/openings")
    @Allowed(IM)
    PoolView recordOpening(@RequestBody @Valid RecordOpening command) {
        return view(desk.recordOpening(command));
    }

    @PostMapping("/{id}/commitments")
    @Allowed(IM)
    PoolView commit(@PathVariable UUID id, @RequestBody @Valid CommitMoney command) {
        return view(desk.commit(id, command));
    }

    @PostMapping("/{id}/commitments/{commitmentId}/releases")
    @Allowed(IM)
    PoolView release(@PathVariable UUID id, @PathVariable UUID commitmentId, @RequestBody @Valid ReleaseMoney command) {
        return view(desk.release(id, commitmentId, command));
    }

    @PostMapping("/{id}/carry-overs")
    @Allowed(IM)
    PoolView carryOver(@PathVariable UUID id, @RequestBody @Valid CarryOver command) {
        return view(desk.carryOver(id, command));
    }

    @PostMapping("/{id}/expenses")
    @Allowed(IS)
    PoolView draft(@PathVariable UUID id, @RequestBody @Valid DraftExpense command) {
        return view(desk.draft(id, command));
    }

    @PostMapping("/{id}/handovers")
    @Allowed(IM)
    PoolView handOver(@PathVariable UUID id, @RequestBody @Valid HandOver command) {
        return view(desk.handOver(id, command));
    }

    @PostMapping("/{id}/expenses/{expenseId}/withdrawals")
    @Allowed({IM, IS})
    PoolView withdraw(
            @PathVariable UUID id, @PathVariable UUID expenseId, @RequestBody @Valid WithdrawExpense command) {
        return view(desk.withdraw(id, expenseId, command));
    }

    @PostMapping("/{id}/expenses/{expenseId}/postings")
    @Allowed(IM)
    PoolView post(@PathVariable UUID id, @PathVariable UUID expenseId) {
        return view(desk.post(id, expenseId));
    }

    @PostMapping("/{id}/entries/{entryNo}/reversals")
    @Allowed(IM)
    PoolView reverse(@PathVariable UUID id, @PathVariable int entryNo, @RequestBody @Valid ReverseEntry command) {
        return view(desk.reverse(id, entryNo, command));
    }

    @GetMapping("/{id}")
    @Allowed({IM, IS, EA, CP, FR})
    PoolView one(@PathVariable UUID id) {
        return view(desk.get(id));
    }

    @GetMapping
    @Allowed({IM, IS, EA, CP, FR})
    Page<PoolView> all(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return desk.page(year, Pages.of(limit, after)).map(this::view);
    }

    @GetMapping("/{id}/entries")
    @Allowed({IM, IS, EA, CP, FR})
    Page<LedgerEntry> entries(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable ExpenseCategory category,
            @RequestParam(required = false) @Nullable UUID companyId,
            @RequestParam(required = false) @Nullable UUID visitId,
            @RequestParam(required = false) @Nullable EntryKind kind,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return desk.entries(id, new LedgerFilter(category, companyId, visitId, kind), Pages.of(limit, after));
    }

    private PoolView view(BudgetPool pool) {
        return views.of(pool, CurrentCaller.get());
    }
}
