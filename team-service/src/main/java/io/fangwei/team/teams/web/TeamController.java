package io.fangwei.team.teams.web;

import io.fangwei.kernel.caller.Allowed;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.team.teams.TeamCommand.FormTeam;
import io.fangwei.team.teams.TeamDesk;
import io.fangwei.team.vocabulary.ServiceItemType;
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
@RequestMapping(TeamController.PATH)
class TeamController {

    static final String PATH = "/api/team/v1/teams";

    private final TeamDesk desk;
    private final TeamViews views;

    TeamController(TeamDesk desk, TeamViews views) {
        this.desk = desk;
        this.views = views;
    }

    @PostMapping
    @Allowed({Role.IM, Role.IS})
    ResponseEntity<TeamView> form(@RequestBody @Valid FormTeam command) {
        var team = desk.form(command);
        return ResponseEntity.created(URI.create(PATH + "/" + team.getId())).body(views.of(team));
    }

    @GetMapping("/{id}")
    @Allowed({Role.IM, Role.IS, Role.IC, Role.SP})
    TeamView show(@PathVariable UUID id) {
        return views.of(desk.find(id));
    }

    @GetMapping
    @Allowed({Role.IM, Role.IS, Role.IC, Role.SP})
    Page<TeamView> list(
            @RequestParam(required = false) @Nullable ServiceItemType item,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return desk.list(item, Pages.of(limit, after)).map(views::of);
    }
}
