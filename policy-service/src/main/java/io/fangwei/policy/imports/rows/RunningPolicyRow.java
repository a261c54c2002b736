package io.fangwei.policy.imports.rows;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** A policy that was running already, with the day and version of its disclosure and the number of what proves it. */
record RunningPolicyRow(
        @Valid PolicyRow policy,
        @NotNull LocalDate disclosedOn,
        @NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,30}") String disclosureVersion,
        @NotNull @Size(max = 100) String proofNo) {}
