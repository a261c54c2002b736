package io.fangwei.visit.plans;

import io.fangwei.visit.items.ServiceItem;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** One service item of a plan: what will be done, what comes out of it, how often. */
public record PlannedItem(
        @NotNull ServiceItem item,
        @Size(max = 2000) @Nullable String measures,
        @Size(max = 2000) @Nullable String deliverables,
        @Positive @Nullable Integer frequency) {}
