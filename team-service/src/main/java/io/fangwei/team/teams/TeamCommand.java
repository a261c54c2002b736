package io.fangwei.team.teams;

import io.fangwei.team.vocabulary.ServiceItemType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** What people ask of a team. */
public final class TeamCommand {

    /** Forms the team of the caller's insurer for an item, an industry and a risk. */
    public record FormTeam(
            @NotNull ServiceItemType item,
            @NotBlank @Size(max = 50) String industry,
            @NotBlank @Size(max = 50) String risk,
            @NotEmpty @Size(max = 200) List<@NotNull UUID> memberIds) {

        TeamKey key() {
            return new TeamKey(item, industry, risk);
        }
    }

    private TeamCommand() {}
}
