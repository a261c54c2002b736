package io.fangwei.complaint.officers;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of officers and channels. */
public sealed interface OfficerCommand {

    /**
     * @param subject the name under which the officer signs in
     * @param professionalId if the officer also serves companies: then not in the matter of a complaint
     */
    record AppointOfficer(
            @NotBlank @Size(max = 100) String subject,
            @Nullable UUID professionalId) implements OfficerCommand {}

    record OpenChannel(
            @NotNull ChannelKind kind,
            @NotBlank @Size(max = 300) String address) implements OfficerCommand {}
}
