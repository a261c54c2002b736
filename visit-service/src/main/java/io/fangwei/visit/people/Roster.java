package io.fangwei.visit.people;

import io.fangwei.visit.items.ServiceItem;
import io.fangwei.visit.problems.VisitRule;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Who may be assigned: the group of a policy, and the standing of its people. */
@Service
public class Roster {

    private final ServiceGroups groups;
    private final Professionals professionals;
    private final TeamQuestions team;

    Roster(ServiceGroups groups, Professionals professionals, TeamQuestions team) {
        this.groups = groups;
        this.professionals = professionals;
        this.team = team;
    }

    public ServiceGroup groupOf(UUID policyId) {
        return groups.of(policyId).orElseThrow(() -> VisitRule.GROUP_MISSING.broken(policyId));
    }

    public Map<UUID, Professional> known(Collection<UUID> ids) {
        return professionals.find(ids);
    }

    /** How these people stand; who could not be checked is at least shown with what we remember. */
    public List<Standing> standings(UUID insurerId, ServiceItem item, LocalDate on, List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var standings = team.standings(insurerId, item, on, ids);
        if (standings.stream().noneMatch(one -> one.is(Standing.Eligibility.UNCHECKED))) {
            return standings;
        }
        var known = known(ids);
        return standings.stream().map(one -> completed(one, known)).toList();
    }

    private static Standing completed(Standing standing, Map<UUID, Professional> known) {
        return standing.is(Standing.Eligibility.UNCHECKED)
                ? Optional.ofNullable(known.get(standing.professionalId()))
                        .map(standing::knownAs)
                        .orElse(standing)
                : standing;
    }
}
