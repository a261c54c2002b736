package io.fangwei.team.teams;

import io.fangwei.kernel.events.Aggregate;
import io.fangwei.team.professionals.Professional;
import io.fangwei.team.teams.TeamEvent.TeamFormed;
import io.fangwei.team.vocabulary.TeamRule;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The people of an insurer for one service item, industry and risk, all qualified when it was formed (CD-5.2.2). */
public final class ServiceTeam implements Aggregate {

    /** So many professionals a team should have at least; fewer are shown, not refused (CD-5.2.2c, AMB-59). */
    static final int RECOMMENDED = 3;

    private final UUID id;
    private final UUID insurerId;
    private final TeamKey key;
    private final List<UUID> memberIds;
    private final boolean belowThree;

    private ServiceTeam(UUID id, UUID insurerId, TeamKey key, List<UUID> memberIds, boolean belowThree) {
        this.id = id;
        this.insurerId = insurerId;
        this.key = key;
        this.memberIds = List.copyOf(memberIds);
        this.belowThree = belowThree;
    }

    public static ServiceTeam form(UUID id, UUID insurerId, TeamKey key, List<Professional> members, LocalDate today) {
        var memberIds =
                Members.distinct(members.stream().map(Professional::getId).toList());
        members.forEach(member ->
                TeamRule.MEMBER_NOT_QUALIFIED.require(member.isQualifiedOn(today), member.getId(), today.toString()));
        return new ServiceTeam(id, insurerId, key, memberIds, memberIds.size() < RECOMMENDED);
    }

    public TeamFormed formed() {
        return new TeamFormed(id, insurerId, key.item(), key.industry(), key.risk(), memberIds, belowThree);
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

    public TeamKey getKey() {
        return key;
    }

    public List<UUID> getMemberIds() {
        return memberIds;
    }

    public boolean isBelowThree() {
        return belowThree;
    }
}
