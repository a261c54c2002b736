package io.fangwei.team.teams;

import io.fangwei.kernel.events.Aggregate;
import io.fangwei.team.policies.InsuredPolicy;
import io.fangwei.team.teams.GroupEvent.GroupFormed;
import io.fangwei.team.teams.GroupEvent.GroupMemberAdded;
import io.fangwei.team.teams.GroupEvent.GroupMoved;
import io.fangwei.team.vocabulary.TeamRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The people who serve one insured company under one policy, one-to-one (CD-5.3.1b). */
public final class ServiceGroup implements Aggregate {

    private final UUID id;
    private final UUID insurerId;
    private UUID companyId;
    private final UUID policyId;
    private final String area;
    private List<UUID> memberIds;

    private ServiceGroup(UUID id, UUID insurerId, UUID companyId, UUID policyId, String area, List<UUID> memberIds) {
        this.id = id;
        this.insurerId = insurerId;
        this.companyId = companyId;
        this.policyId = policyId;
        this.area = area;
        this.memberIds = memberIds;
    }

    /** Forms the group of a policy that is in force from people of the insurer's teams (CD-5.3.1a). */
    public static ServiceGroup form(
            UUID id, InsuredPolicy policy, UUID companyId, List<UUID> memberIds, Roster roster, LocalDate today) {
        TeamRule.POLICY_NOT_ACTIVE.require(policy.isActiveOn(today), policy.id());
        TeamRule.POLICY_OF_ANOTHER_COMPANY.require(policy.companyId().equals(companyId), policy.id(), companyId);
        var members = Members.distinct(memberIds);
        members.forEach(member -> requireInTeam(roster, policy.insurerId(), member));
        return new ServiceGroup(id, policy.insurerId(), companyId, policy.id(), policy.area(), members);
    }

    public GroupFormed formed() {
        return new GroupFormed(id, insurerId, companyId, policyId, area, List.copyOf(memberIds));
    }

    /** Whoever is in the group already is not added again. */
    public List<GroupEvent> add(UUID professionalId, Roster roster) {
        if (memberIds.contains(professionalId)) {
            return List.of();
        }
        requireInTeam(roster, insurerId, professionalId);
        var more = new ArrayList<>(memberIds);
        more.add(professionalId);
        memberIds = List.copyOf(more);
        return List.of(new GroupMemberAdded(id, insurerId, companyId, policyId, area, professionalId, memberIds));
    }

    /** Its policy belongs to another company now, of which this one was a duplicate. */
    public List<GroupEvent> moveTo(UUID survivingCompanyId) {
        if (companyId.equals(survivingCompanyId)) {
            return List.of();
        }
        companyId = survivingCompanyId;
        return List.of(new GroupMoved(id, companyId));
    }

    private static void requireInTeam(Roster roster, UUID insurerId, UUID professionalId) {
        TeamRule.MEMBER_NOT_IN_TEAM.require(roster.isInTeamOf(insurerId, professionalId), professionalId);
    }

    @Override
    public String status() {
        return "FORMED";
    }

    public UUID getId() {
        return id;
    }

    public UUID getInsurerId() {
        return insurerId;
    }

    public UUID getCompanyId() {
        return companyId;
    }

    public UUID getPolicyId() {
        return policyId;
    }

    public String getArea() {
        return area;
    }

    public List<UUID> getMemberIds() {
        return memberIds;
    }
}
