package io.fangwei.visit.visits;

import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All visits that the caller may see. */
public interface Visits {

    /** Which visits a list shows; what is not given does not narrow it. */
    record Filter(
            @Nullable Stage status,
            @Nullable UUID companyId,
            @Nullable UUID planId) {}

    /** Keeps what is begun; a repeat gets it back as it stands now, even where a new one would be refused. */
    Visit create(UUID id, Supplier<Visit> begin, Function<Visit, List<VisitEvent>> events);

    Visit get(UUID id);

    Visit change(UUID id, Function<Visit, List<VisitEvent>> action);

    Page<Visit> list(Filter filter, Pages pages);
}
