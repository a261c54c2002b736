package io.fangwei.team.teams;

import static java.util.stream.Collectors.toMap;

import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.store.Ids;
import io.fangwei.team.ActingFor;
import io.fangwei.team.professionals.Professional;
import io.fangwei.team.professionals.Professionals;
import io.fangwei.team.teams.TeamCommand.FormTeam;
import io.fangwei.team.vocabulary.ServiceItemType;
import io.fangwei.team.vocabulary.TeamRule;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The use cases of teams. */
@Service
public class TeamDesk {

    private final Teams teams;
    private final Professionals professionals;
    private final Clock clock;

    TeamDesk(Teams teams, Professionals professionals, Clock clock) {
        this.teams = teams;
        this.professionals = professionals;
        this.clock = clock;
    }

    public ServiceTeam form(FormTeam command) {
        var insurerId = ActingFor.anInsurer();
        var key = command.key();
        var id = Ids.of("team", insurerId, key.item(), key.industry(), key.risk());
        return teams.add(
                id, () -> ServiceTeam.form(id, insurerId, key, known(command.memberIds()), LocalDate.now(clock)));
    }

    public ServiceTeam find(UUID id) {
        return teams.get(id);
    }

    public Page<ServiceTeam> list(@Nullable ServiceItemType item, Pages pages) {
        return teams.page(item, pages);
    }

    private List<Professional> known(List<UUID> memberIds) {
        var known = professionals.among(memberIds).stream().collect(toMap(Professional::getId, Function.identity()));
        memberIds.forEach(id -> TeamRule.MEMBER_UNKNOWN.require(known.containsKey(id), id));
        return memberIds.stream().map(known::get).toList();
    }
}
