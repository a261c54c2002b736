package io.fangwei.policy.companies;

import org.jspecify.annotations.Nullable;

/**
 * Which companies a list shows; what is left out does not matter.
 *
 * @param words parts of name or credit code
 */
public record CompanyFilter(
        @Nullable String words,
        @Nullable Scale scale,
        @Nullable Boolean highRisk,
        @Nullable String area) {}
