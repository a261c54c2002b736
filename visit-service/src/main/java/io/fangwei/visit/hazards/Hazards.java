package io.fangwei.visit.hazards;

import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All hazards that the caller may see. */
public interface Hazards {

    /** Which hazards a list shows; what is not given does not narrow it. */
    record Filter(
            @Nullable UUID visitId,
            @Nullable HazardStatus status,
            @Nullable HazardLevel level) {}

    /** Keeps what is begun; a repeat gets it back as it stands now, even where a new one would be refused. */
    Hazard create(UUID id, Supplier<Hazard> begin, Function<Hazard, List<HazardEvent>> events);

    Hazard get(UUID id);

    Hazard change(UUID id, Function<Hazard, List<HazardEvent>> action);

    Page<Hazard> ofCompany(UUID companyId, Pages pages);

    Page<Hazard> list(Filter filter, Pages pages);
}
