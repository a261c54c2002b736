package io.fangwei.team.professionals;

import io.fangwei.team.vocabulary.ServiceItemType;
import io.fangwei.team.vocabulary.Validity;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Professionals as they come to be. */
public final class ProfessionalFixture {

    public static final LocalDate TODAY = LocalDate.of(2025, 3, 3);
    public static final UUID INSURER = UUID.fromString("10000000-0000-4000-8000-000000000001");
    public static final UUID INSTITUTION = UUID.fromString("10000000-0000-4000-8000-000000000002");
    public static final UUID BROKER = UUID.fromString("10000000-0000-4000-8000-000000000003");
    public static final UUID PROFESSIONAL = UUID.fromString("10000000-0000-4000-8000-000000000004");

    private ProfessionalFixture() {}

    public static Professional professional(Employment employment, int safetyWorkYears) {
        var profile = new Profile(
                "S-1",
                "李明",
                "安全工程师",
                Level.INTERMEDIATE,
                safetyWorkYears,
                List.of("C26"),
                List.of(ServiceItemType.HAZARD_SCREENING, ServiceItemType.TRAINING));
        return Professional.register(PROFESSIONAL, employment, profile);
    }

    public static Professional ownProfessional() {
        return professional(Employment.ownOf(INSURER), 1);
    }

    /** Qualified from 2025-01-01 to 2025-12-31. */
    public static Professional qualified(Employment employment) {
        var professional = professional(employment, 1);
        professional.record(engineer("2025-01-01", "2025-12-31"), TODAY);
        return professional;
    }

    public static Professional qualifiedOwn() {
        return qualified(Employment.ownOf(INSURER));
    }

    public static Employment of(Source source) {
        return switch (source) {
            case OWN -> Employment.ownOf(INSURER);
            case INSTITUTION -> Employment.atInstitution(INSTITUTION);
            case EXTERNAL -> Employment.hiredBy(INSURER);
            case BROKER -> Employment.suppliedTo(INSURER, BROKER);
        };
    }

    public static Certificate engineer(String from, String to) {
        return certificate(CertificateKind.REGISTERED_SAFETY_ENGINEER, Level.INTERMEDIATE, from, to);
    }

    public static Certificate certificate(CertificateKind kind, Level level, String from, String to) {
        var validity = Validity.of(LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
        return new Certificate(UUID.randomUUID(), kind, level, "No. 1", validity);
    }
}
