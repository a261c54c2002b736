package io.fangwei.policy.policies.web;

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
import io.fangwei.policy.policies.PolicyCommand.AcknowledgeComplaintProcedure;
import io.fangwei.policy.policies.PolicyCommand.AcknowledgeDisclosure;
import io.fangwei.policy.policies.PolicyCommand.ActivatePolicy;
import io.fangwei.policy.policies.PolicyCommand.CancelPolicy;
import io.fangwei.policy.policies.PolicyCommand.DraftPolicy;
import io.fangwei.policy.policies.PolicyCommand.EndorsePolicy;
import io.fangwei.policy.policies.PolicyCommand.ReceivePremium;
import io.fangwei.policy.policies.PolicyCommand.RecordClauses;
import io.fangwei.policy.policies.PolicyCommand.RecordHeadcount;
import io.fangwei.policy.policies.PolicyCommand.RedraftPolicy;
import io.fangwei.policy.policies.PolicyCommand.RefundPremium;
import io.fangwei.policy.policies.PolicyCommand.RenewPolicy;
import io.fangwei.policy.policies.PolicyDesk;
import io.fangwei.policy.policies.PolicyFilter;
import io.fangwei.policy.policies.PolicyStatus;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
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
@RequestMapping(PolicyController.PATH)
class PolicyController {

    static final String PATH = "/api/policy/v1/policies";

    private final PolicyDesk desk;
    private final PolicyViews views;

    PolicyController(PolicyDesk desk, PolicyViews views) {
        this.desk = desk;
        this.views = views;
    }

    @PostMapping
    @Allowed(IM)
    ResponseEntity<PolicyView> draft(@RequestBody @Valid DraftPolicy command) {
        var policy = desk.draft(command);
        return ResponseEntity.created(URI.create(PATH + "/" + policy.getPolicyId()))
                .body(views.of(policy));
    }

    @PutMapping("/{id}")
    @Allowed(IM)
    PolicyView redraft(@PathVariable UUID id, @RequestBody @Valid RedraftPolicy command) {
        return views.of(desk.redraft(id, command));
    }

    @PostMapping("/{id}/renewals")
    @Allowed(IM)
    ResponseEntity<PolicyView> renew(@PathVariable UUID id, @RequestBody @Valid RenewPolicy command) {
        var policy = desk.renew(id, command);
        return ResponseEntity.created(URI.create(PATH + "/" + policy.getPolicyId()))
                .body(views.of(policy));
    }

    @PostMapping("/{id}/endorsements")
    @Allowed(IM)
    PolicyView endorse(@PathVariable UUID id, @RequestBody @Valid EndorsePolicy command) {
        return views.of(desk.endorse(id, command));
    }

    @PostMapping("/{id}/headcounts")
    @Allowed({IM, IS})
    PolicyView recordHeadcount(@PathVariable UUID id, @RequestBody @Valid RecordHeadcount command) {
        return views.of(desk.recordHeadcount(id, command));
    }

    @PostMapping("/{id}/contract-clauses")
    @Allowed({IM, IS})
    PolicyView recordClauses(@PathVariable UUID id, @RequestBody @Valid RecordClauses command) {
        return views.of(desk.recordClauses(id, command));
    }

    @PostMapping("/{id}/complaint-procedure-notices")
    @Allowed({IS, ID})
    PolicyView acknowledgeComplaintProcedure(
            @PathVariable UUID id, @RequestBody @Valid AcknowledgeComplaintProcedure command) {
        return views.of(desk.acknowledgeComplaintProcedure(id, command));
    }

    @PostMapping("/{id}/disclosures")
    @Allowed({IS, ID})
    PolicyView acknowledgeDisclosure(@PathVariable UUID id, @RequestBody @Valid AcknowledgeDisclosure command) {
        return views.of(desk.acknowledgeDisclosure(id, command));
    }

    @PostMapping("/{id}/activations")
    @Allowed(IM)
    PolicyView activate(@PathVariable UUID id, @RequestBody @Valid ActivatePolicy command) {
        return views.of(desk.activate(id, command));
    }

    @PostMapping("/{id}/cancellations")
    @Allowed(IM)
    PolicyView cancel(@PathVariable UUID id, @RequestBody @Valid CancelPolicy command) {
        return views.of(desk.cancel(id, command));
    }

    @PostMapping("/{id}/premium-receipts")
    @Allowed(IM)
    PolicyView receive(@PathVariable UUID id, @RequestBody @Valid ReceivePremium command) {
        return views.of(desk.receive(id, command));
    }

    @PostMapping("/{id}/premium-refunds")
    @Allowed(IM)
    PolicyView refund(@PathVariable UUID id, @RequestBody @Valid RefundPremium command) {
        return views.of(desk.refund(id, command));
    }

    @GetMapping("/{id}")
    @Allowed({IM, IS, IC, ID, BR, EA, CP})
    PolicyView one(@PathVariable UUID id) {
        return views.of(desk.get(id));
    }

    @GetMapping("/{id}/contract-check")
    @Allowed({IM, IS, IC, ID, BR, EA, CP})
    ContractCheck check(@PathVariable UUID id) {
        return ContractCheck.of(desk.get(id));
    }

    /** All versions of the contract, or the one that stood on a day. */
    @GetMapping("/{id}/versions")
    @Allowed({IM, IS, IC, ID, BR, EA, CP})
    List<VersionView> versions(
            @PathVariable UUID id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on) {
        var policy = desk.get(id);
        var shown = on == null ? policy.getVersions() : List.of(policy.versionOn(on));
        return shown.stream().map(VersionView::of).toList();
    }

    @GetMapping
    @Allowed({IM, IS, IC, ID, BR, EA, CP})
    Page<PolicyView> all(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable PolicyStatus status,
            @RequestParam(required = false) @Nullable UUID companyId,
            @RequestParam(required = false) @Nullable LocalDate insuredOn,
            @RequestParam(required = false) @Nullable LocalDate endingBy,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return desk.page(new PolicyFilter(q, status, companyId, insuredOn, endingBy), Pages.of(limit, after))
                .map(views::of);
    }
}
