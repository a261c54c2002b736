package io.fangwei.team.teams;

import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.team.vocabulary.ServiceItemType;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All teams. */
public interface Teams extends Roster {

    /** Keeps the team that {@code form} makes, which is not asked again for a team that there is already. */
    ServiceTeam add(UUID id, Supplier<ServiceTeam> form);

    ServiceTeam get(UUID id);

    Page<ServiceTeam> page(@Nullable ServiceItemType item, Pages pages);
}
