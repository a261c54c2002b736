package io.fangwei.team.teams.web;

import io.fangwei.kernel.caller.Allowed;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.team.teams.GroupCommand.AddMember;
import io.fangwei.team.teams.GroupCommand.FormGroup;
import io.fangwei.team.teams.GroupDesk;
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
@RequestMapping(GroupController.PATH)
class GroupController {

    static final String PATH = "/api/team/v1/groups";

    private final GroupDesk desk;
    private final TeamViews views;

    GroupController(GroupDesk desk, TeamViews views) {
        this.desk = desk;
        this.views = views;
    }

    @PostMapping
    @Allowed({Role.IM, Role.IS})
    ResponseEntity<GroupView> form(@RequestBody @Valid FormGroup command) {
        var group = desk.form(command);
        return ResponseEntity.created(URI.create(PATH + "/" + group.getId())).body(views.of(group));
    }

    @PostMapping("/{id}/members")
    @Allowed({Role.IM, Role.IS})
    GroupView addMember(@PathVariable UUID id, @RequestBody @Valid AddMember command) {
        return views.of(desk.addMember(id, command));
    }

    @GetMapping("/{id}")
    @Allowed({Role.IM, Role.IS, Role.IC, Role.ID, Role.SP, Role.EA, Role.CP})
    GroupView show(@PathVariable UUID id) {
        return views.of(desk.find(id));
    }

    @GetMapping
    @Allowed({Role.IM, Role.IS, Role.IC, Role.ID, Role.SP, Role.EA, Role.CP})
    Page<GroupView> list(
            @RequestParam(required = false) @Nullable UUID companyId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return desk.list(companyId, Pages.of(limit, after)).map(views::of);
    }
}
