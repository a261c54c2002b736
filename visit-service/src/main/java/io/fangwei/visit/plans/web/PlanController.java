package io.fangwei.visit.plans.web;

import static io.fangwei.kernel.caller.Role.CP;
import static io.fangwei.kernel.caller.Role.EA;
import static io.fangwei.kernel.caller.Role.IC;
import static io.fangwei.kernel.caller.Role.ID;
import static io.fangwei.kernel.caller.Role.IM;
import static io.fangwei.kernel.caller.Role.IS;
import static io.fangwei.kernel.caller.Role.SP;

import io.fangwei.kernel.caller.Allowed;
import io.fangwei.kernel.caller.CurrentCaller;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.visit.plans.PlanCommand.DraftPlan;
import io.fangwei.visit.plans.PlanCommand.RequestChange;
import io.fangwei.visit.plans.PlanContent;
import io.fangwei.visit.plans.PlanDesk;
import io.fangwei.visit.plans.PlanSide;
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
@RequestMapping("/api/visit/v1/plans")
class PlanController {

    private final PlanDesk desk;
    private final PlanViews views;

    PlanController(PlanDesk desk, PlanViews views) {
        this.desk = desk;
        this.views = views;
    }

    @PostMapping
    @Allowed(IS)
    ResponseEntity<PlanView> draft(@RequestBody @Valid DraftPlan command) {
        var plan = views.of(desk.draft(CurrentCaller.get().insurerId(), command));
        return ResponseEntity.created(URI.create("/api/visit/v1/plans/" + plan.id()))
                .body(plan);
    }

    @PutMapping("/{id}")
    @Allowed(IS)
    PlanView revise(@PathVariable UUID id, @RequestBody @Valid PlanContent content) {
        return views.of(desk.revise(id, content));
    }

    @PostMapping("/{id}/dispatches")
    @Allowed(IS)
    PlanView send(@PathVariable UUID id) {
        return views.of(desk.send(id));
    }

    @PostMapping("/{id}/change-requests")
    @Allowed(ID)
    PlanView requestChange(@PathVariable UUID id, @RequestBody @Valid RequestChange command) {
        return views.of(desk.requestChange(id, command));
    }

    @PostMapping("/{id}/confirmations")
    @Allowed({ID, IS, IM})
    PlanView confirm(@PathVariable UUID id) {
        return views.of(desk.confirm(id, CurrentCaller.get().has(ID) ? PlanSide.INSURED : PlanSide.INSURER));
    }

    @GetMapping("/{id}")
    @Allowed({IM, IS, IC, ID, SP, EA, CP})
    PlanView get(@PathVariable UUID id) {
        return views.of(desk.get(id));
    }

    @GetMapping
    @Allowed({IM, IS, IC, ID, SP, EA, CP})
    Page<PlanView> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return desk.list(Pages.of(limit, after)).map(views::of);
    }
}
