package io.fangwei.team.institutions.web;

import io.fangwei.kernel.caller.Allowed;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.team.institutions.InstitutionCommand.RegisterInstitution;
import io.fangwei.team.institutions.InstitutionDesk;
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
@RequestMapping(InstitutionController.PATH)
class InstitutionController {

    static final String PATH = "/api/team/v1/institutions";

    private final InstitutionDesk desk;
    private final InstitutionViews views;

    InstitutionController(InstitutionDesk desk, InstitutionViews views) {
        this.desk = desk;
        this.views = views;
    }

    @PostMapping
    @Allowed(Role.AD)
    ResponseEntity<InstitutionView> register(@RequestBody @Valid RegisterInstitution command) {
        var institution = desk.register(command);
        return ResponseEntity.created(URI.create(PATH + "/" + institution.getId()))
                .body(views.of(institution));
    }

    @GetMapping("/{id}")
    @Allowed({Role.AD, Role.IM, Role.IS, Role.SI, Role.SP, Role.EA, Role.CP, Role.SR})
    InstitutionView show(@PathVariable UUID id) {
        return views.of(desk.find(id));
    }

    @GetMapping
    @Allowed({Role.AD, Role.IM, Role.IS, Role.SI, Role.SP, Role.EA, Role.CP, Role.SR})
    Page<InstitutionView> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return desk.list(Pages.of(limit, after)).map(views::of);
    }
}
