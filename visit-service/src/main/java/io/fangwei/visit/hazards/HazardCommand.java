package io.fangwei.visit.hazards;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What people ask of the hazard ledger. */
public sealed interface HazardCommand {

    record RegisterHazard(
            @NotBlank @Size(max = 2000) String description,
            @NotBlank @Size(max = 100) String category,
            @Size(max = 100) @Nullable String subCategory,
            @NotNull HazardCause cause,
            @NotBlank @Size(max = 200) String place,
            @NotNull HazardLevel level,
            @Size(max = 200) @Nullable String criterion)
            implements HazardCommand {}

    record Notify(
            @NotBlank @Size(max = 2000) String advice,
            @NotBlank @Size(max = 200) String receipt) implements HazardCommand {}

    record SetMeasures(
            @NotBlank @Size(max = 2000) String measures,
            @NotNull LocalDate rectifyBy,
            @NotBlank @Size(max = 100) String responsiblePerson,
            @NotBlank @Size(max = 200) String funding)
            implements HazardCommand {}

    record Rectify(@NotBlank @Size(max = 2000) String treatment) implements HazardCommand {}

    /**
     * @param acceptedBy who accepts, where the company named somebody (AMB-64)
     * @param rectifyBy a new limit, where the treatment is not accepted; the old one holds without
     */
    record Accept(
            @NotNull Boolean accepted,
            @Size(max = 2000) @Nullable String reason,
            @Size(max = 100) @Nullable String acceptedBy,
            @Nullable LocalDate rectifyBy)
            implements HazardCommand {}

    record RefuseTreatment(@NotBlank @Size(max = 2000) String proof) implements HazardCommand {}
}
