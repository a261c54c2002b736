package io.fangwei.policy.profiles;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.UUID;

/** What can be asked of a profile. */
public sealed interface ProfileCommand {

    /** It may name persons, so printing it tells only which fields it has. */
    record BeginProfile(@NotNull UUID companyId, @NotNull Map<String, Object> values) implements ProfileCommand {

        @Override
        public String toString() {
            return "BeginProfile[%s, %s]".formatted(companyId, values.keySet());
        }
    }

    /** It may name persons, so printing it tells only which fields it has. */
    record WriteProfile(@NotNull Map<String, Object> values) implements ProfileCommand {

        @Override
        public String toString() {
            return "WriteProfile[%s]".formatted(values.keySet());
        }
    }
}
