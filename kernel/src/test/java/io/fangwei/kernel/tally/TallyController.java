package io.fangwei.kernel.tally;

import io.fangwei.kernel.caller.Allowed;
import io.fangwei.kernel.caller.CurrentCaller;
import io.fangwei.kernel.caller.CurrentCommand;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.store.AggregateStore;
import io.fangwei.kernel.store.Ids;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
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
@RequestMapping("/api/tally/v1/tallies")
class TallyController {

    record Begin(
            @NotBlank @Size(max = 40) String name, @Nullable String businessKey) {}

    record Count(@NotNull @Positive Integer times) {}

    record Rename(@NotBlank String name) {}

    record TallyView(UUID id, UUID insurerId, String name, long count) {

        static TallyView of(Tally tally) {
            return new TallyView(tally.getId(), tally.getInsurerId(), tally.getName(), tally.getCount());
        }
    }

    private final AggregateStore<Tally> tallies;

    TallyController(AggregateStore<Tally> tallies) {
        this.tallies = tallies;
    }

    @Allowed(Role.IM)
    @PostMapping
    ResponseEntity<TallyView> begin(@RequestBody @Valid Begin command) {
        var insurer = Objects.requireNonNull(CurrentCaller.get().insurerId());
        var id = command.businessKey() == null
                ? CurrentCommand.derivedId("tally")
                : Ids.of("tally", command.businessKey());
        var tally = tallies.create(
                id, Tally.begun(id, insurer, command.name()), List.of(new TallyEvent.TallyBegun(id, insurer)));
        return ResponseEntity.created(URI.create("/api/tally/v1/tallies/" + id)).body(TallyView.of(tally));
    }

    @Allowed({Role.IM, Role.IS})
    @PostMapping("/{id}/counts")
    TallyView count(@PathVariable UUID id, @RequestBody @Valid Count command) {
        return TallyView.of(tallies.change(id, tally -> tally.count(command.times())));
    }

    @Allowed({Role.IM, Role.IS})
    @PostMapping("/{id}/notes")
    TallyView note(@PathVariable UUID id) {
        return TallyView.of(tallies.change(id, tally -> tally.note(CurrentCommand.derivedId("note"))));
    }

    @Allowed(Role.IM)
    @PutMapping("/{id}")
    TallyView rename(@PathVariable UUID id, @RequestBody @Valid Rename command) {
        return TallyView.of(tallies.change(id, tally -> tally.rename(command.name())));
    }

    @Allowed({Role.IM, Role.IS, Role.CP})
    @GetMapping("/{id}")
    TallyView show(@PathVariable UUID id) {
        return TallyView.of(tallies.get(id));
    }

    @Allowed({Role.IM, Role.IS, Role.CP})
    @GetMapping
    Page<TallyView> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return tallies.page(new Criteria(), Pages.of(limit, after)).map(TallyView::of);
    }

    /** An endpoint whose author forgot to name roles. */
    @GetMapping("/forgotten")
    String forgotten() {
        return "nobody may read this";
    }
}
