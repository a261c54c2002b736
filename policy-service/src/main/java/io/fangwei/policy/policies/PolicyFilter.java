package io.fangwei.policy.policies;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which policies a list shows; what is left out does not matter. */
public record PolicyFilter(
        @Nullable PolicyStatus status, @Nullable UUID companyId) {}
