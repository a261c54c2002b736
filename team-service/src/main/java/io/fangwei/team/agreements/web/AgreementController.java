package io.fangwei.team.agreements.web;

import io.fangwei.kernel.caller.Allowed;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.team.agreements.AgreementCommand.SignAgreement;
import io.fangwei.team.agreements.AgreementDesk;
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
@RequestMapping(AgreementController.PATH)
class AgreementController {

    static final String PATH = "/api/team/v1/agreements";

    private final AgreementDesk desk;
    private final AgreementViews views;

    AgreementController(AgreementDesk desk, AgreementViews views) {
        this.desk = desk;
        this.views = views;
    }

    @PostMapping
    @Allowed(Role.IM)
    ResponseEntity<AgreementView> sign(@RequestBody @Valid SignAgreement command) {
        var agreement = desk.sign(command);
        return ResponseEntity.created(URI.create(PATH + "/" + agreement.getId()))
                .body(views.of(agreement));
    }

    @GetMapping("/{id}")
    @Allowed({Role.IM, Role.SI, Role.SP})
    AgreementView show(@PathVariable UUID id) {
        return views.of(desk.find(id));
    }

    @GetMapping
    @Allowed({Role.IM, Role.SI, Role.SP})
    Page<AgreementView> list(
            @RequestParam(required = false) @Nullable UUID partyId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return desk.list(partyId, Pages.of(limit, after)).map(views::of);
    }
}
