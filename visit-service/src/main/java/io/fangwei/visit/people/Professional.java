package io.fangwei.visit.people;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What we remember of a professional.
 *
 * @param source OWN, INSTITUTION, EXTERNAL or BROKER
 * @param qualifiedUntil last day of the qualification; none as long as we know no certificate
 */
public record Professional(
        UUID professionalId,
        String source,
        @Nullable UUID institutionId,
        @Nullable LocalDate qualifiedUntil) {

    public boolean hasLapsedOn(LocalDate day) {
        return qualifiedUntil != null && day.isAfter(qualifiedUntil);
    }
}
