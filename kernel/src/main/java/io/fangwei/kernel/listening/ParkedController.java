package io.fangwei.kernel.listening;

import io.fangwei.kernel.caller.Allowed;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.problems.NotFound;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Parked events and their replay, for the platform administrator. */
@RestController
@RequestMapping("/api/${fangwei.name}/v1/parked")
class ParkedController {

    record Replay(@NotBlank String key) {}

    private final ParkedEvents parked;

    ParkedController(ParkedEvents parked) {
        this.parked = parked;
    }

    @Allowed(Role.AD)
    @GetMapping
    Page<ParkedEvent> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return parked.page(Pages.of(limit, after));
    }

    @Allowed(Role.AD)
    @PostMapping("/replays")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Replay replay(@RequestBody @Valid Replay command) {
        if (!parked.request(command.key())) {
            throw new NotFound("parked event", command.key());
        }
        return command;
    }
}
