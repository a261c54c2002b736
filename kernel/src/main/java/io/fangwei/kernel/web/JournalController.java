package io.fangwei.kernel.web;

import io.fangwei.kernel.caller.Allowed;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.journal.ChainCheck;
import io.fangwei.kernel.journal.Journal;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.problems.NotFound;
import io.fangwei.kernel.store.AggregateKind;
import io.fangwei.kernel.store.AggregateStores;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The history of one aggregate, and the proof that it is whole (requirements section 6, audit log; CD-7.2b). */
@RestController
@RequestMapping("/api/${fangwei.name}/v1/journal/{kind}/{id}")
class JournalController {

    private final AggregateStores stores;
    private final Journal journal;
    private final ChainCheck chain;

    JournalController(AggregateStores stores, Journal journal, ChainCheck chain) {
        this.stores = stores;
        this.journal = journal;
        this.chain = chain;
    }

    @Allowed({Role.IM, Role.EA, Role.CP})
    @GetMapping
    List<JournalLine> lines(
            @PathVariable String kind,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(defaultValue = "0") long afterSequence) {
        visible(kind, id);
        return journal.of(kind, id, afterSequence, Pages.of(limit, null).limit()).stream()
                .map(JournalLine::of)
                .toList();
    }

    @Allowed({Role.IM, Role.EA, Role.CP})
    @GetMapping("/verification")
    ChainCheck.Result verification(@PathVariable String kind, @PathVariable UUID id) {
        return chain.verify(visible(kind, id), id);
    }

    private AggregateKind<?> visible(String kind, UUID id) {
        var store = stores.find(kind).orElseThrow(() -> new NotFound("kind", kind));
        store.get(id);
        return store.kind();
    }
}
