package io.fangwei.complaint.officers.web;

import static io.fangwei.kernel.caller.Role.IC;
import static io.fangwei.kernel.caller.Role.ID;
import static io.fangwei.kernel.caller.Role.IM;
import static io.fangwei.kernel.caller.Role.IS;

import io.fangwei.complaint.officers.ChannelDesk;
import io.fangwei.complaint.officers.OfficerCommand.OpenChannel;
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
@RequestMapping(ChannelController.PATH)
class ChannelController {

    static final String PATH = "/api/complaint/v1/channels";

    private final ChannelDesk desk;
    private final OfficerViews views;

    ChannelController(ChannelDesk desk, OfficerViews views) {
        this.desk = desk;
        this.views = views;
    }

    @PostMapping
    @Allowed(IM)
    ResponseEntity<ChannelView> open(@RequestBody @Valid OpenChannel command) {
        var channel = desk.open(command);
        return ResponseEntity.created(URI.create(PATH + "/" + channel.getChannelId()))
                .body(views.of(channel));
    }

    @PostMapping("/{id}/closures")
    @Allowed(IM)
    ChannelView close(@PathVariable UUID id) {
        return views.of(desk.close(id));
    }

    @GetMapping("/{id}")
    @Allowed({IM, IS, IC, ID})
    ChannelView one(@PathVariable UUID id) {
        return views.of(desk.get(id));
    }

    @GetMapping
    @Allowed({IM, IS, IC, ID})
    Page<ChannelView> all(
            @RequestParam(required = false) @Nullable UUID insurerId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return desk.page(insurerId, Pages.of(limit, after)).map(views::of);
    }
}
