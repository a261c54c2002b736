package io.fangwei.visit.plans;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people ask of a service plan. */
public sealed interface PlanCommand {

    /** Begins the plan of a policy. */
    record DraftPlan(
            @NotNull UUID policyId,
            @NotNull List<@Valid @NotNull PlannedItem> items,
            @Size(max = 200) @Nullable String industry,
            @Size(max = 4000) @Nullable String mainEquipmentProcess,
            @Size(max = 4000) @Nullable String accidentHistory,
            @Valid PlanContent.@Nullable Factors factors,
            @Size(max = 4000) @Nullable String expectedGoals,
            @Size(max = 4000) @Nullable String supportMatters)
            implements PlanCommand {

        PlanContent content() {
            return new PlanContent(
                    items, industry, mainEquipmentProcess, accidentHistory, factors, expectedGoals, supportMatters);
        }
    }

    /** Asks for another plan than the one that was sent. */
    record RequestChange(@NotBlank @Size(max = 2000) String comment) implements PlanCommand {}
}
