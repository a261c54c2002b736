package io.fangwei.team.teams;

import java.util.UUID;

/** Who is in a team of whom. */
@FunctionalInterface
public interface Roster {

    boolean isInTeamOf(UUID insurerId, UUID professionalId);
}
