package io.fangwei.policy.statements.web;

import static io.fangwei.kernel.caller.Role.CP;
import static io.fangwei.kernel.caller.Role.EA;
import static io.fangwei.kernel.caller.Role.FR;
import static io.fangwei.kernel.caller.Role.ID;
import static io.fangwei.kernel.caller.Role.IM;
import static io.fangwei.kernel.caller.Role.IS;

import io.fangwei.kernel.caller.Allowed;
import io.fangwei.policy.statements.CompanySpending;
import io.fangwei.policy.statements.Forecast;
import io.fangwei.policy.statements.LedgerCheck;
import io.fangwei.policy.statements.Statement;
import io.fangwei.policy.statements.StatementDesk;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/policy/v1")
class StatementController {

    private final StatementDesk desk;

    StatementController(StatementDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/budget-pools/{id}/statement")
    @Allowed({IM, IS, EA, CP, FR})
    Statement statement(
            @PathVariable UUID id,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to) {
        return desk.statement(id, from, to);
    }

    @GetMapping("/budget-pools/{id}/forecast")
    @Allowed({IM, IS, EA, CP, FR})
    Forecast forecast(@PathVariable UUID id) {
        return desk.forecast(id);
    }

    @GetMapping("/budget-pools/{id}/ledger/verify")
    @Allowed({IM, IS, EA, CP, FR})
    LedgerCheck verify(@PathVariable UUID id) {
        return desk.verify(id);
    }

    @GetMapping("/companies/{id}/prevention-spending")
    @Allowed({IM, IS, ID, EA, CP})
    CompanySpending spentFor(@PathVariable UUID id, @RequestParam int year) {
        return desk.spentFor(id, year);
    }
}
