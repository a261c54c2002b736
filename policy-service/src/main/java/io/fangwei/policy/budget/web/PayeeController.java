package io.fangwei.policy.budget.web;

import static io.fangwei.kernel.caller.Role.IM;
import static io.fangwei.kernel.caller.Role.IS;

import io.fangwei.kernel.caller.Allowed;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.policy.budget.BudgetCommand.RegisterPayee;
import io.fangwei.policy.budget.Payee;
import io.fangwei.policy.budget.PayeeDesk;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(PayeeController.PATH)
class PayeeController {

    static final String PATH = "/api/policy/v1/payees";

    private final PayeeDesk desk;

    PayeeController(PayeeDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    @Allowed({IM, IS})
    ResponseEntity<PayeeView> register(@RequestBody @Valid RegisterPayee command) {
        var payee = PayeeView.of(desk.register(command));
        return ResponseEntity.created(URI.create(PATH + "/" + payee.id())).body(payee);
    }

    @GetMapping("/{id}")
    @Allowed({IM, IS})
    PayeeView one(@PathVariable UUID id) {
        return PayeeView.of(desk.get(id));
    }

    @GetMapping
    @Allowed({IM, IS})
    Page<PayeeView> all(
            @RequestParam(name = "q", required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return desk.page(words, Pages.of(limit, after)).map(PayeeView::of);
    }

    /** Whom an insurer pays, as its own people see it. */
    record PayeeView(UUID id, UUID insurerId, String name) {

        static PayeeView of(Payee payee) {
            return new PayeeView(payee.getPayeeId(), payee.getInsurerId(), payee.getName());
        }
    }
}
