package io.fangwei.policy.profiles;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.UUID;

/** What can be asked of a profile. */
public sealed interface ProfileCommand {

    record BeginProfile(@NotNull UUID companyId, @NotNull Map<String, Object> values) implements ProfileCommand {}

    record WriteProfile(@NotNull Map<String, Object> values) implements ProfileCommand {}
}
