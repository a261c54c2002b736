package io.fangwei.visit.people;

import io.fangwei.visit.problems.VisitRule;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The people who serve one company under one policy (CD-5.3.1b). */
public record ServiceGroup(UUID policyId, List<UUID> memberIds) {

    public ServiceGroup {
        memberIds = List.copyOf(memberIds);
    }

    /** Refuses people who are not of the group. */
    public void requireMembers(Collection<UUID> people) {
        var strangers =
                people.stream().filter(person -> !memberIds.contains(person)).toList();
        VisitRule.NOT_IN_GROUP.require(strangers.isEmpty(), strangers);
    }
}
