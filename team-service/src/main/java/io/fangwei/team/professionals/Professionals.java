package io.fangwei.team.professionals;

import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All professionals. */
public interface Professionals {

    Professional add(Professional professional);

    Professional get(UUID id);

    Optional<Professional> find(UUID id);

    /** Those of them who exist and whom the caller may see. */
    List<Professional> among(Collection<UUID> ids);

    Professional change(UUID id, Function<Professional, List<ProfessionalEvent>> action);

    Page<Professional> page(@Nullable UUID institutionId, Pages pages);
}
