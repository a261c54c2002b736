package io.fangwei.visit.hazards.web;

import static io.fangwei.kernel.caller.Role.CP;
import static io.fangwei.kernel.caller.Role.EA;
import static io.fangwei.kernel.caller.Role.IC;
import static io.fangwei.kernel.caller.Role.ID;
import static io.fangwei.kernel.caller.Role.IM;
import static io.fangwei.kernel.caller.Role.IS;
import static io.fangwei.kernel.caller.Role.SI;
import static io.fangwei.kernel.caller.Role.SP;

import io.fangwei.kernel.caller.Allowed;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.visit.hazards.HazardCommand.Accept;
import io.fangwei.visit.hazards.HazardCommand.Notify;
import io.fangwei.visit.hazards.HazardCommand.Rectify;
import io.fangwei.visit.hazards.HazardCommand.RefuseTreatment;
import io.fangwei.visit.hazards.HazardCommand.RegisterHazard;
import io.fangwei.visit.hazards.HazardCommand.SetMeasures;
import io.fangwei.visit.hazards.HazardLedger;
import io.fangwei.visit.hazards.HazardLevel;
import io.fangwei.visit.hazards.HazardStatus;
import io.fangwei.visit.hazards.Hazards;
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
@RequestMapping("/api/visit/v1")
class HazardController {

    private final HazardLedger ledger;
    private final HazardViews views;

    HazardController(HazardLedger ledger, HazardViews views) {
        this.ledger = ledger;
        this.views = views;
    }

    @PostMapping("/visits/{visitId}/hazards")
    @Allowed({SP, SI, IS})
    ResponseEntity<HazardView> register(@PathVariable UUID visitId, @RequestBody @Valid RegisterHazard command) {
        var hazard = views.of(ledger.register(visitId, command));
        return ResponseEntity.created(URI.create("/api/visit/v1/hazards/" + hazard.id()))
                .body(hazard);
    }

    @PostMapping("/hazards/{id}/notices")
    @Allowed({SP, SI, IS})
    HazardView notifyCompany(@PathVariable UUID id, @RequestBody @Valid Notify command) {
        return views.of(ledger.notifyCompany(id, command));
    }

    @PostMapping("/hazards/{id}/measures")
    @Allowed({ID, IS})
    HazardView setMeasures(@PathVariable UUID id, @RequestBody @Valid SetMeasures command) {
        return views.of(ledger.setMeasures(id, command));
    }

    @PostMapping("/hazards/{id}/rectification-starts")
    @Allowed(ID)
    HazardView startRectification(@PathVariable UUID id) {
        return views.of(ledger.startRectification(id));
    }

    @PostMapping("/hazards/{id}/rectifications")
    @Allowed(ID)
    HazardView rectify(@PathVariable UUID id, @RequestBody @Valid Rectify command) {
        return views.of(ledger.rectify(id, command));
    }

    @PostMapping("/hazards/{id}/acceptances")
    @Allowed({SP, SI, IS})
    HazardView accept(@PathVariable UUID id, @RequestBody @Valid Accept command) {
        return views.of(ledger.accept(id, command));
    }

    @PostMapping("/hazards/{id}/refusals")
    @Allowed(IS)
    HazardView refuse(@PathVariable UUID id, @RequestBody @Valid RefuseTreatment command) {
        return views.of(ledger.refuse(id, command));
    }

    @PostMapping("/hazards/{id}/authority-reports")
    @Allowed(IM)
    HazardView reportToAuthority(@PathVariable UUID id) {
        return views.of(ledger.reportToAuthority(id));
    }

    @GetMapping("/hazards/{id}")
    @Allowed({IM, IS, IC, ID, SP, SI, EA, CP})
    HazardView get(@PathVariable UUID id) {
        return views.of(ledger.get(id));
    }

    @GetMapping("/hazards")
    @Allowed({IM, IS, IC, ID, SP, SI, EA, CP})
    Page<HazardView> list(
            @RequestParam(required = false) @Nullable UUID visitId,
            @RequestParam(required = false) @Nullable HazardStatus status,
            @RequestParam(required = false) @Nullable HazardLevel level,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return ledger.list(new Hazards.Filter(visitId, status, level), Pages.of(limit, after))
                .map(views::of);
    }
}
