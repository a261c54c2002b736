package io.fangwei.team.teams;

import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All groups. */
public interface Groups {

    /** Keeps the group that {@code form} makes, which is not asked again for a group that there is already. */
    ServiceGroup add(UUID id, Supplier<ServiceGroup> form);

    ServiceGroup get(UUID id);

    Optional<ServiceGroup> find(UUID id);

    ServiceGroup change(UUID id, Function<ServiceGroup, List<GroupEvent>> action);

    Page<ServiceGroup> page(@Nullable UUID companyId, Pages pages);
}
