package io.fangwei.policy.brokers.web;

import static io.fangwei.kernel.caller.Role.AD;
import static io.fangwei.kernel.caller.Role.BR;
import static io.fangwei.kernel.caller.Role.IM;
import static io.fangwei.kernel.caller.Role.IS;

import io.fangwei.kernel.caller.Allowed;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.policy.brokers.BrokerCommand.DeclareConflict;
import io.fangwei.policy.brokers.BrokerCommand.EndEngagement;
import io.fangwei.policy.brokers.BrokerCommand.EngageBroker;
import io.fangwei.policy.brokers.BrokerCommand.RegisterBroker;
import io.fangwei.policy.brokers.BrokerDesk;
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
@RequestMapping(BrokerController.PATH)
class BrokerController {

    static final String PATH = "/api/policy/v1";

    private final BrokerDesk desk;
    private final BrokerViews views;

    BrokerController(BrokerDesk desk, BrokerViews views) {
        this.desk = desk;
        this.views = views;
    }

    @PostMapping("/brokers")
    @Allowed(AD)
    ResponseEntity<BrokerView> register(@RequestBody @Valid RegisterBroker command) {
        var broker = desk.register(command);
        return ResponseEntity.created(URI.create(PATH + "/brokers/" + broker.getBrokerId()))
                .body(views.of(broker));
    }

    @GetMapping("/brokers/{id}")
    @Allowed({AD, IM, IS, BR})
    BrokerView broker(@PathVariable UUID id) {
        return views.of(desk.get(id));
    }

    @GetMapping("/brokers")
    @Allowed({AD, IM, IS, BR})
    Page<BrokerView> brokers(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return desk.page(Pages.of(limit, after)).map(views::of);
    }

    @PostMapping("/broker-engagements")
    @Allowed(IM)
    ResponseEntity<EngagementView> engage(@RequestBody @Valid EngageBroker command) {
        var engagement = desk.engage(command);
        return ResponseEntity.created(URI.create(PATH + "/broker-engagements/" + engagement.getEngagementId()))
                .body(views.of(engagement));
    }

    @PostMapping("/broker-engagements/{id}/conflict-declarations")
    @Allowed(IM)
    EngagementView declare(@PathVariable UUID id, @RequestBody @Valid DeclareConflict command) {
        return views.of(desk.declare(id, command));
    }

    @PostMapping("/broker-engagements/{id}/endings")
    @Allowed(IM)
    EngagementView end(@PathVariable UUID id, @RequestBody @Valid EndEngagement command) {
        return views.of(desk.end(id, command));
    }

    @GetMapping("/broker-engagements/{id}")
    @Allowed({IM, IS, BR})
    EngagementView engagement(@PathVariable UUID id) {
        return views.of(desk.engagement(id));
    }

    @GetMapping("/broker-engagements")
    @Allowed({IM, IS, BR})
    Page<EngagementView> engagements(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return desk.engagements(Pages.of(limit, after)).map(views::of);
    }
}
