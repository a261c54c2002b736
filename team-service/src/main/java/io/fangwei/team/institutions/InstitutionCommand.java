package io.fangwei.team.institutions;

import io.fangwei.team.vocabulary.Validity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people ask of an institution. */
public final class InstitutionCommand {

    /** Registers an institution by its unified social credit code. */
    public record RegisterInstitution(
            @NotBlank @Size(max = 200) String name,

            @NotNull @Pattern(regexp = "[0-9A-HJ-NPQRTUWXY]{18}")
            String uscc,

            @NotEmpty @Size(max = 9) List<@NotNull InstitutionKind> kinds,
            @NotNull Boolean legalPerson,
            @Nullable @Size(max = 300) String officeAddress,
            @NotNull @Min(0) @Max(1_000_000) Integer fullTimeProfessionals,
            @NotNull @Size(max = 50) List<@NotNull @Valid GivenPermit> permits) {

        InstitutionProfile profile() {
            return new InstitutionProfile(
                    name,
                    kinds,
                    legalPerson,
                    officeAddress,
                    fullTimeProfessionals,
                    permits.stream().map(GivenPermit::permit).toList());
        }
    }

    /** A permit as it is given; without {@code to} it has no end. */
    public record GivenPermit(
            @NotBlank @Size(max = 100) String kind,
            @NotBlank @Size(max = 100) String number,
            @NotBlank @Size(max = 200) String authority,
            @NotNull LocalDate from,
            @Nullable LocalDate to) {

        Permit permit() {
            return new Permit(kind, number, authority, Validity.of(from, to));
        }
    }

    private InstitutionCommand() {}
}
