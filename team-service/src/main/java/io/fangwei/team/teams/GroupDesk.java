package io.fangwei.team.teams;

import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.store.Ids;
import io.fangwei.team.ActingFor;
import io.fangwei.team.policies.InsuredPolicies;
import io.fangwei.team.policies.InsuredPolicy;
import io.fangwei.team.teams.GroupCommand.AddMember;
import io.fangwei.team.teams.GroupCommand.FormGroup;
import io.fangwei.team.vocabulary.TeamRule;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The use cases of groups. */
@Service
public class GroupDesk {

    private final Groups groups;
    private final Teams teams;
    private final InsuredPolicies policies;
    private final Clock clock;

    GroupDesk(Groups groups, Teams teams, InsuredPolicies policies, Clock clock) {
        this.groups = groups;
        this.teams = teams;
        this.policies = policies;
        this.clock = clock;
    }

    public ServiceGroup form(FormGroup command) {
        var insurerId = ActingFor.anInsurer();
        var id = idOf(command.policyId());
        return groups.add(
                id,
                () -> ServiceGroup.form(
                        id,
                        policy(insurerId, command.policyId()),
                        command.companyId(),
                        command.memberIds(),
                        teams,
                        LocalDate.now(clock)));
    }

    public ServiceGroup addMember(UUID id, AddMember command) {
        return groups.change(id, group -> group.add(command.professionalId(), teams));
    }

    /** The group of a policy, if it has one, serves the company to which the policy belongs now. */
    public void policyMoved(UUID policyId, UUID companyId) {
        var id = idOf(policyId);
        if (groups.find(id).isPresent()) {
            groups.change(id, group -> group.moveTo(companyId));
        }
    }

    private static UUID idOf(UUID policyId) {
        return Ids.of("group", policyId);
    }

    public ServiceGroup find(UUID id) {
        return groups.get(id);
    }

    public Page<ServiceGroup> list(@Nullable UUID companyId, Pages pages) {
        return groups.page(companyId, pages);
    }

    /** A policy of another insurer is as good as none. */
    private InsuredPolicy policy(UUID insurerId, UUID policyId) {
        return policies.find(policyId, LocalDate.now(clock))
                .filter(policy -> policy.insurerId().equals(insurerId))
                .orElseThrow(() -> TeamRule.POLICY_NOT_ACTIVE.broken(policyId));
    }
}
