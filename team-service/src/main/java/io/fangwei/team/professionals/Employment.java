package io.fangwei.team.professionals;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who a professional belongs to: an institution, or an insurer that has, hires or was supplied with the person.
 *
 * @param institutionId of people of an institution only
 * @param insurerId of all others
 * @param brokerId of people supplied by a broker only
 */
public record Employment(
        Source source,
        @Nullable UUID institutionId,
        @Nullable UUID insurerId,
        @Nullable UUID brokerId) {

    static Employment atInstitution(UUID institutionId) {
        return new Employment(Source.INSTITUTION, institutionId, null, null);
    }

    static Employment ownOf(UUID insurerId) {
        return new Employment(Source.OWN, null, insurerId, null);
    }

    static Employment hiredBy(UUID insurerId) {
        return new Employment(Source.EXTERNAL, null, insurerId, null);
    }

    static Employment suppliedTo(UUID insurerId, UUID brokerId) {
        return new Employment(Source.BROKER, null, insurerId, brokerId);
    }

    public UUID employerId() {
        return Objects.requireNonNull(source == Source.INSTITUTION ? institutionId : insurerId);
    }

    /** People of an institution serve any insurer, all others only theirs. */
    boolean isOpenTo(UUID insurer) {
        return source == Source.INSTITUTION || insurer.equals(insurerId);
    }

    /** The party whose agreement with the insurer must be in force; none for the insurer's own people (CD-5.2.5a). */
    Optional<UUID> party(UUID professionalId) {
        return switch (source) {
            case OWN -> Optional.empty();
            case EXTERNAL -> Optional.of(professionalId);
            case INSTITUTION -> Optional.ofNullable(institutionId);
            case BROKER -> Optional.ofNullable(brokerId);
        };
    }
}
