package io.fangwei.visit.visits.web;

import static io.fangwei.kernel.caller.Role.CP;
import static io.fangwei.kernel.caller.Role.EA;
import static io.fangwei.kernel.caller.Role.IC;
import static io.fangwei.kernel.caller.Role.ID;
import static io.fangwei.kernel.caller.Role.IM;
import static io.fangwei.kernel.caller.Role.IS;
import static io.fangwei.kernel.caller.Role.SI;
import static io.fangwei.kernel.caller.Role.SP;

import io.fangwei.kernel.caller.Allowed;
import io.fangwei.kernel.deadlines.Deadlines;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.visit.visits.AppointmentDesk;
import io.fangwei.visit.visits.Stage;
import io.fangwei.visit.visits.VisitCommand.Cancel;
import io.fangwei.visit.visits.VisitCommand.Confirm;
import io.fangwei.visit.visits.VisitCommand.PlanVisit;
import io.fangwei.visit.visits.VisitCommand.Refuse;
import io.fangwei.visit.visits.VisitCommand.Reschedule;
import io.fangwei.visit.visits.Visits;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
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

/** Planning visits, agreeing on them with the company, and looking at them. */
@RestController
@RequestMapping("/api/visit/v1/visits")
class VisitController {

    private final AppointmentDesk desk;
    private final VisitViews views;
    private final Deadlines deadlines;

    VisitController(AppointmentDesk desk, VisitViews views, Deadlines deadlines) {
        this.desk = desk;
        this.views = views;
        this.deadlines = deadlines;
    }

    @PostMapping
    @Allowed(IS)
    ResponseEntity<VisitView> plan(@RequestBody @Valid PlanVisit command) {
        var visit = views.of(desk.plan(command));
        return ResponseEntity.created(URI.create("/api/visit/v1/visits/" + visit.id()))
                .body(visit);
    }

    @PostMapping("/{id}/reschedulings")
    @Allowed({IS, ID})
    VisitView reschedule(@PathVariable UUID id, @RequestBody @Valid Reschedule command) {
        return views.of(desk.reschedule(id, command));
    }

    @PostMapping("/{id}/confirmations")
    @Allowed({ID, IS})
    VisitView confirm(@PathVariable UUID id, @RequestBody @Valid Confirm command) {
        return views.of(desk.confirm(id, command, Actors.current()));
    }

    @PostMapping("/{id}/cancellations")
    @Allowed(IM)
    VisitView cancel(@PathVariable UUID id, @RequestBody @Valid Cancel command) {
        return views.of(desk.cancel(id, command));
    }

    @PostMapping("/{id}/refusals")
    @Allowed(IS)
    VisitView refuse(@PathVariable UUID id, @RequestBody @Valid Refuse command) {
        return views.of(desk.refuse(id, command));
    }

    @PostMapping("/{id}/non-cooperation-reports")
    @Allowed(IM)
    VisitView reportNonCooperation(@PathVariable UUID id) {
        return views.of(desk.reportNonCooperation(id));
    }

    @GetMapping("/{id}")
    @Allowed({IM, IS, IC, ID, SP, SI, EA, CP})
    VisitView get(@PathVariable UUID id) {
        return views.of(desk.get(id));
    }

    @GetMapping("/{id}/deadlines")
    @Allowed({IM, IS, IC, ID, SP, SI, EA, CP})
    List<DeadlineView> deadlines(@PathVariable UUID id) {
        return desk.get(id).getClocks().all().stream()
                .map(clock -> DeadlineView.of(clock, deadlines.calendar()))
                .toList();
    }

    @GetMapping
    @Allowed({IM, IS, IC, ID, SP, SI, EA, CP})
    Page<VisitView> list(
            @RequestParam(required = false) @Nullable Stage status,
            @RequestParam(required = false) @Nullable UUID companyId,
            @RequestParam(required = false) @Nullable UUID planId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return desk.list(new Visits.Filter(status, companyId, planId), Pages.of(limit, after))
                .map(views::of);
    }
}
