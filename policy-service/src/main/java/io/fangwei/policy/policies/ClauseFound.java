package io.fangwei.policy.policies;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Where the contract has a clause: article, page, annex. */
public record ClauseFound(
        @NotNull ContractClause clause,
        @NotBlank @Size(max = 100) String place) {}
