package io.fangwei.policy.entitlements.web;

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
import io.fangwei.policy.entitlements.Entitlement;
import io.fangwei.policy.entitlements.EntitlementCommand.RecordEarlierService;
import io.fangwei.policy.entitlements.EntitlementCommand.RecordLearning;
import io.fangwei.policy.entitlements.EntitlementDesk;
import io.fangwei.policy.entitlements.EntitlementStatus;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/policy/v1")
class EntitlementController {

    private final EntitlementDesk desk;

    EntitlementController(EntitlementDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/policies/{id}/earlier-services")
    @Allowed(IM)
    EntitlementView recordEarlier(@PathVariable UUID id, @RequestBody @Valid RecordEarlierService command) {
        return view(desk.recordEarlier(id, command));
    }

    @PostMapping("/policies/{id}/learning-records")
    @Allowed({IM, IS})
    EntitlementView recordLearning(@PathVariable UUID id, @RequestBody @Valid RecordLearning command) {
        return view(desk.recordLearning(id, command));
    }

    /** Its clocks day by day (D4). */
    @GetMapping("/policies/{id}/deadlines")
    @Allowed({IM, IS, IC, ID, BR, EA, CP})
    List<ExplainedClock> deadlines(@PathVariable UUID id) {
        return desk.get(id).clocks().stream()
                .map(clock -> ExplainedClock.of(clock, desk.calendar()))
                .toList();
    }

    @GetMapping("/policies/{id}/entitlement")
    @Allowed({IM, IS, IC, ID, BR, EA, CP})
    EntitlementView one(@PathVariable UUID id) {
        return view(desk.get(id));
    }

    @GetMapping("/entitlements")
    @Allowed({IM, IS, IC, ID, BR, EA, CP})
    Page<EntitlementView> all(
            @RequestParam(required = false) @Nullable EntitlementStatus status,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return desk.page(status, Pages.of(limit, after)).map(this::view);
    }

    private EntitlementView view(Entitlement entitlement) {
        return EntitlementView.of(entitlement, desk.today());
    }
}
