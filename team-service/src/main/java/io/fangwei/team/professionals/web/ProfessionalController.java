package io.fangwei.team.professionals.web;

import io.fangwei.kernel.caller.Allowed;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.team.professionals.ProfessionalCommand.RecordCertificate;
import io.fangwei.team.professionals.ProfessionalCommand.RegisterProfessional;
import io.fangwei.team.professionals.ProfessionalDesk;
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
@RequestMapping(ProfessionalController.PATH)
class ProfessionalController {

    static final String PATH = "/api/team/v1/professionals";

    private final ProfessionalDesk desk;
    private final ProfessionalViews views;

    ProfessionalController(ProfessionalDesk desk, ProfessionalViews views) {
        this.desk = desk;
        this.views = views;
    }

    @PostMapping
    @Allowed({Role.SI, Role.IM})
    ResponseEntity<ProfessionalView> register(@RequestBody @Valid RegisterProfessional command) {
        var professional = desk.register(command);
        return ResponseEntity.created(URI.create(PATH + "/" + professional.getId()))
                .body(views.of(professional));
    }

    @PostMapping("/{id}/certificates")
    @Allowed({Role.SI, Role.IM})
    ProfessionalView record(@PathVariable UUID id, @RequestBody @Valid RecordCertificate command) {
        return views.of(desk.record(id, command));
    }

    @GetMapping("/{id}")
    @Allowed({Role.SI, Role.SP, Role.IM, Role.IS, Role.EA, Role.CP})
    ProfessionalView show(@PathVariable UUID id) {
        return views.of(desk.find(id));
    }

    @GetMapping
    @Allowed({Role.SI, Role.SP, Role.IM, Role.IS, Role.EA, Role.CP})
    Page<ProfessionalView> list(
            @RequestParam(required = false) @Nullable UUID institutionId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return desk.list(institutionId, Pages.of(limit, after)).map(views::of);
    }
}
