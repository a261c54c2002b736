package io.fangwei.policy.companies.web;

import static io.fangwei.kernel.caller.Role.BR;
import static io.fangwei.kernel.caller.Role.CP;
import static io.fangwei.kernel.caller.Role.EA;
import static io.fangwei.kernel.caller.Role.IC;
import static io.fangwei.kernel.caller.Role.ID;
import static io.fangwei.kernel.caller.Role.IM;
import static io.fangwei.kernel.caller.Role.IS;

import io.fangwei.kernel.caller.Allowed;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.policy.companies.CompanyCommand.ChangeCompany;
import io.fangwei.policy.companies.CompanyCommand.MergeCompany;
import io.fangwei.policy.companies.CompanyCommand.RegisterCompany;
import io.fangwei.policy.companies.CompanyDesk;
import io.fangwei.policy.companies.CompanyFilter;
import io.fangwei.policy.companies.Scale;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(CompanyController.PATH)
class CompanyController {

    static final String PATH = "/api/policy/v1/companies";

    private final CompanyDesk desk;
    private final CompanyViews views;

    CompanyController(CompanyDesk desk, CompanyViews views) {
        this.desk = desk;
        this.views = views;
    }

    @PostMapping
    @Allowed({IM, IS})
    ResponseEntity<CompanyView> register(@RequestBody @Valid RegisterCompany command) {
        var company = desk.register(command);
        return ResponseEntity.created(URI.create(PATH + "/" + company.getCompanyId()))
                .body(views.of(company));
    }

    @PutMapping("/{id}")
    @Allowed({IM, IS, ID})
    CompanyView change(@PathVariable UUID id, @RequestBody @Valid ChangeCompany command) {
        return views.of(desk.change(id, command));
    }

    @PostMapping("/{id}/mergers")
    @Allowed(IM)
    CompanyView merge(@PathVariable UUID id, @RequestBody @Valid MergeCompany command) {
        return views.of(desk.merge(id, command));
    }

    @GetMapping("/{id}")
    @Allowed({IM, IS, IC, ID, BR, EA, CP})
    CompanyView one(@PathVariable UUID id) {
        return views.of(desk.get(id));
    }

    @GetMapping
    @Allowed({IM, IS, IC, ID, BR, EA, CP})
    Page<CompanyView> all(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Scale scale,
            @RequestParam(required = false) @Nullable Boolean highRisk,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return desk.page(new CompanyFilter(q, scale, highRisk, area), Pages.of(limit, after))
                .map(views::of);
    }
}
