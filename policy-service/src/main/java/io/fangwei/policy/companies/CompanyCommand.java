package io.fangwei.policy.companies;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** What can be asked of an insured company. */
public sealed interface CompanyCommand {

    record RegisterCompany(
            @NotNull @Pattern(regexp = Uscc.PATTERN) String uscc,
            @NotBlank @Size(max = 200) String name,
            @NotNull @Pattern(regexp = "[A-T]?[0-9]{2,4}") String industryCode,
            @NotNull Scale scale,
            @NotNull @Pattern(regexp = "[1-9][0-9]{5}") String area,
            @NotBlank @Size(max = 300) String address)
            implements CompanyCommand {}

    record ChangeCompany(
            @NotBlank @Size(max = 200) String name,
            @NotNull @Pattern(regexp = "[A-T]?[0-9]{2,4}") String industryCode,
            @NotNull Scale scale,
            @NotBlank @Size(max = 300) String address)
            implements CompanyCommand {}

    record MergeCompany(@NotNull UUID intoCompanyId) implements CompanyCommand {}
}
