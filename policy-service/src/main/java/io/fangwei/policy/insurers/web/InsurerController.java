package io.fangwei.policy.insurers.web;

import static io.fangwei.kernel.caller.Role.AD;
import static io.fangwei.kernel.caller.Role.AS;
import static io.fangwei.kernel.caller.Role.CP;
import static io.fangwei.kernel.caller.Role.EA;
import static io.fangwei.kernel.caller.Role.IC;
import static io.fangwei.kernel.caller.Role.ID;
import static io.fangwei.kernel.caller.Role.IM;
import static io.fangwei.kernel.caller.Role.IS;
import static io.fangwei.kernel.caller.Role.SI;
import static io.fangwei.kernel.caller.Role.SP;

import io.fangwei.kernel.caller.Allowed;
import io.fangwei.kernel.caller.CurrentCaller;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.policy.insurers.Insurer;
import io.fangwei.policy.insurers.InsurerCommand.RegisterInsurer;
import io.fangwei.policy.insurers.InsurerCommand.SetAccrualRate;
import io.fangwei.policy.insurers.InsurerDesk;
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
@RequestMapping(InsurerController.PATH)
class InsurerController {

    static final String PATH = "/api/policy/v1/insurers";

    private final InsurerDesk desk;
    private final InsurerViews views;

    InsurerController(InsurerDesk desk, InsurerViews views) {
        this.desk = desk;
        this.views = views;
    }

    @PostMapping
    @Allowed(AD)
    ResponseEntity<InsurerView> register(@RequestBody @Valid RegisterInsurer command) {
        var insurer = desk.register(command);
        return ResponseEntity.created(URI.create(PATH + "/" + insurer.getInsurerId()))
                .body(view(insurer));
    }

    @PostMapping("/{id}/accrual-rates")
    @Allowed(IM)
    InsurerView setAccrualRate(@PathVariable UUID id, @RequestBody @Valid SetAccrualRate command) {
        return view(desk.setAccrualRate(id, command));
    }

    @GetMapping("/{id}")
    @Allowed({AD, IM, IS, IC, EA, CP, ID, SI, SP, AS})
    InsurerView one(@PathVariable UUID id) {
        return view(desk.get(id));
    }

    @GetMapping
    @Allowed({AD, IM, IS, IC, EA, CP, ID, SI, SP, AS})
    Page<InsurerView> all(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return desk.page(q, Pages.of(limit, after)).map(this::view);
    }

    private InsurerView view(Insurer insurer) {
        return views.of(insurer, CurrentCaller.get());
    }
}
