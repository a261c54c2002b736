package io.fangwei.team.teams;

import io.fangwei.team.vocabulary.TeamRule;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** Reads lists of members as people give them. */
final class Members {

    private Members() {}

    /** Refuses a list that names somebody twice. */
    static List<UUID> distinct(List<UUID> memberIds) {
        var seen = new HashSet<UUID>();
        memberIds.forEach(id -> TeamRule.MEMBER_NAMED_TWICE.require(seen.add(id), id));
        return List.copyOf(memberIds);
    }
}
