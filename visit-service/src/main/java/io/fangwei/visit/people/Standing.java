package io.fangwei.visit.people;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether a professional may serve, as team-service answered at the moment of the assignment (CD-5.2.4d, D10).
 *
 * @param source OWN, INSTITUTION, EXTERNAL or BROKER; UNKNOWN where nobody has told us
 * @param reasons codes of what stands against it
 */
public record Standing(
        UUID professionalId,
        Eligibility eligibility,
        String source,
        @Nullable UUID institutionId,
        List<String> reasons) {

    /** The answer, if there is one. */
    public enum Eligibility {
        ELIGIBLE,
        NOT_ELIGIBLE,
        /** team-service has not answered yet */
        UNCHECKED
    }

    public Standing {
        reasons = List.copyOf(reasons);
    }

    public static Standing unchecked(UUID professionalId) {
        return new Standing(professionalId, Eligibility.UNCHECKED, "UNKNOWN", null, List.of());
    }

    Standing knownAs(Professional professional) {
        return new Standing(professionalId, eligibility, professional.source(), professional.institutionId(), reasons);
    }

    public boolean is(Eligibility wanted) {
        return eligibility == wanted;
    }
}
