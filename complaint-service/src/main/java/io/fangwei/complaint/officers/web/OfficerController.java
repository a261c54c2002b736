package io.fangwei.complaint.officers.web;

import static io.fangwei.kernel.caller.Role.IC;
import static io.fangwei.kernel.caller.Role.IM;

import io.fangwei.complaint.officers.OfficerCommand.AppointOfficer;
import io.fangwei.complaint.officers.OfficerDesk;
import io.fangwei.kernel.caller.Allowed;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
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
@RequestMapping(OfficerController.PATH)
class OfficerController {

    static final String PATH = "/api/complaint/v1/officers";

    private final OfficerDesk desk;
    private final OfficerViews views;

    OfficerController(OfficerDesk desk, OfficerViews views) {
        this.desk = desk;
        this.views = views;
    }

    @PostMapping
    @Allowed(IM)
    ResponseEntity<OfficerView> appoint(@RequestBody @Valid AppointOfficer command) {
        var officer = desk.appoint(command);
        return ResponseEntity.created(URI.create(PATH + "/" + officer.getOfficerId()))
                .body(views.of(officer));
    }

    @PostMapping("/{id}/dismissals")
    @Allowed(IM)
    OfficerView dismiss(@PathVariable UUID id) {
        return views.of(desk.dismiss(id));
    }

    @GetMapping("/{id}")
    @Allowed({IM, IC})
    OfficerView one(@PathVariable UUID id) {
        return views.of(desk.get(id));
    }

    @GetMapping
    @Allowed({IM, IC})
    Page<OfficerView> all(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return desk.page(Pages.of(limit, after)).map(views::of);
    }
}
