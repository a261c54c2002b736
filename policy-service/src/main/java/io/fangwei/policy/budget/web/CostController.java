package io.fangwei.policy.budget.web;

import static io.fangwei.kernel.caller.Role.IM;
import static io.fangwei.kernel.caller.Role.IS;
import static io.fangwei.kernel.caller.Role.SI;

import io.fangwei.kernel.caller.Allowed;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.policy.Own;
import io.fangwei.policy.budget.BudgetCommand.SetServiceCost;
import io.fangwei.policy.budget.BudgetDesk;
import io.fangwei.policy.budget.LedgerEntry;
import io.fangwei.policy.budget.ServiceCosts;
import io.fangwei.policy.policies.ServiceItemType;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/policy/v1")
class CostController {

    private final BudgetDesk desk;

    CostController(BudgetDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/service-costs")
    @Allowed(IM)
    CostView set(@RequestBody @Valid SetServiceCost command) {
        return CostView.of(desk.setServiceCost(command));
    }

    @GetMapping("/service-costs")
    @Allowed({IM, IS})
    CostView costs(@RequestParam int year) {
        return CostView.of(desk.serviceCosts(year));
    }

    @GetMapping("/payments")
    @Allowed(SI)
    Page<PaymentView> payments(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return desk.paidTo(Own.institution(), Pages.of(limit, after)).map(PaymentView::of);
    }

    /** What one service of each item is expected to cost. */
    record CostView(UUID insurerId, int year, List<ServiceCosts.ItemCost> costs) {

        static CostView of(ServiceCosts costs) {
            return new CostView(costs.getInsurerId(), costs.getYear(), costs.getCosts());
        }
    }

    /** What an institution sees of an entry: that it was paid; not how the insurer stands. */
    record PaymentView(
            UUID insurerId,
            BigDecimal amount,
            @Nullable String voucherNo,
            @Nullable ServiceItemType item,
            @Nullable UUID visitId,
            LocalDate on,
            boolean takenBack) {

        static PaymentView of(LedgerEntry entry) {
            return new PaymentView(
                    entry.insurerId(),
                    entry.amount(),
                    entry.voucherNo(),
                    entry.item(),
                    entry.visitId(),
                    entry.on(),
                    entry.reversedBy() != null);
        }
    }
}
