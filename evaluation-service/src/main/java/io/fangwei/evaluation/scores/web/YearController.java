package io.fangwei.evaluation.scores.web;

import io.fangwei.evaluation.findings.Finding;
import io.fangwei.evaluation.scores.EvaluationDesk;
import io.fangwei.evaluation.scores.YearScore;
import io.fangwei.kernel.caller.Allowed;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/evaluation/v1/insurers/{insurerId}/years/{year}")
class YearController {

    private final EvaluationDesk desk;

    YearController(EvaluationDesk desk) {
        this.desk = desk;
    }

    @Allowed({Role.IM, Role.EA, Role.CP, Role.FR, Role.SR, Role.AS})
    @GetMapping("/score")
    YearScore score(@PathVariable UUID insurerId, @PathVariable int year) {
        return desk.score(insurerId, year);
    }

    @Allowed({Role.IM, Role.EA, Role.CP, Role.FR, Role.SR, Role.AS})
    @GetMapping("/findings")
    Page<Finding> findings(
            @PathVariable UUID insurerId,
            @PathVariable int year,
            @RequestParam(required = false) @Nullable String indicator,
            @RequestParam(required = false) @Nullable String ruleId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return desk.findings(insurerId, year, indicator, ruleId, Pages.of(limit, after));
    }
}
