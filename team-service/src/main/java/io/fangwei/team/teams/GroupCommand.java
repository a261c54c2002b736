package io.fangwei.team.teams;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** What people ask of a group. */
public final class GroupCommand {

    /** Forms the group of a policy and its company. */
    public record FormGroup(
            @NotNull UUID policyId,
            @NotNull UUID companyId,
            @NotEmpty @Size(max = 50) List<@NotNull UUID> memberIds) {}

    /** Adds somebody to a group. */
    public record AddMember(@NotNull UUID professionalId) {}

    private GroupCommand() {}
}
