package io.fangwei.team.professionals;

import io.fangwei.team.vocabulary.ServiceItemType;
import io.fangwei.team.vocabulary.Validity;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people ask of a professional. */
public final class ProfessionalCommand {

    /** Registers a person under the staff number of the employer; {@code brokerId} says who supplied a broker's person. */
    public record RegisterProfessional(
            @NotBlank @Size(max = 50) String staffNo,
            @NotBlank @Size(max = 100) String name,
            @NotNull Source source,
            @Nullable @Size(max = 100) String title,
            @Nullable Level titleLevel,
            @NotNull @Min(0) @Max(80) Integer safetyWorkYears,
            @NotNull @Size(max = 50) List<@NotBlank @Size(max = 50) String> industries,
            @NotEmpty @Size(max = 7) List<@NotNull ServiceItemType> items,
            @Nullable UUID brokerId) {

        Profile profile() {
            var level = titleLevel == null ? Level.NONE : titleLevel;
            return new Profile(staffNo, name, title, level, safetyWorkYears, industries, items);
        }
    }

    /** Records a certificate; without {@code to} it has no end. */
    public record RecordCertificate(
            @NotNull CertificateKind kind,
            @NotNull Level level,
            @NotBlank @Size(max = 100) String number,
            @NotNull LocalDate from,
            @Nullable LocalDate to) {

        Certificate certificate(UUID id) {
            return new Certificate(id, kind, level, number, Validity.of(from, to));
        }
    }

    private ProfessionalCommand() {}
}
