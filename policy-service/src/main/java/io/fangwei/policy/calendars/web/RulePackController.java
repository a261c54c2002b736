package io.fangwei.policy.calendars.web;

import static io.fangwei.kernel.caller.Role.AD;
import static io.fangwei.kernel.caller.Role.AS;
import static io.fangwei.kernel.caller.Role.BR;
import static io.fangwei.kernel.caller.Role.CP;
import static io.fangwei.kernel.caller.Role.EA;
import static io.fangwei.kernel.caller.Role.FR;
import static io.fangwei.kernel.caller.Role.IC;
import static io.fangwei.kernel.caller.Role.ID;
import static io.fangwei.kernel.caller.Role.IM;
import static io.fangwei.kernel.caller.Role.IS;
import static io.fangwei.kernel.caller.Role.PU;
import static io.fangwei.kernel.caller.Role.SI;
import static io.fangwei.kernel.caller.Role.SP;
import static io.fangwei.kernel.caller.Role.SR;
import static io.fangwei.kernel.caller.Role.SV;

import io.fangwei.kernel.caller.Allowed;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.policy.calendars.RulePackCommand.ProposePack;
import io.fangwei.policy.calendars.RulePackDesk;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/policy/v1/rule-packs")
class RulePackController {

    private final RulePackDesk desk;
    private final CalendarViews views;

    RulePackController(RulePackDesk desk, CalendarViews views) {
        this.desk = desk;
        this.views = views;
    }

    @PostMapping("/{packId}/proposals")
    @Allowed(AD)
    RulePackView propose(
            @PathVariable @Pattern(regexp = "[a-z0-9-]{3,40}") String packId, @RequestBody @Valid ProposePack command) {
        return views.of(desk.propose(packId, command));
    }

    @PostMapping("/{packId}/publications")
    @Allowed(AD)
    RulePackView publish(@PathVariable String packId) {
        return views.of(desk.publish(packId));
    }

    @GetMapping("/{packId}")
    @Allowed({AD, IM, IS, IC, ID, SI, SP, BR, CP, EA, FR, SR, AS, PU, SV})
    RulePackView one(@PathVariable String packId) {
        return views.of(desk.get(packId));
    }

    @GetMapping
    @Allowed({AD, IM, IS, IC, ID, SI, SP, BR, CP, EA, FR, SR, AS, PU, SV})
    Page<RulePackView> all(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return desk.page(Pages.of(limit, after)).map(views::of);
    }
}
