package io.fangwei.team.institutions;

import java.time.LocalDate;
import java.util.function.BiPredicate;

/** What every commissioned institution must fulfil (CD-5.2.3). */
public enum BasicCondition {
    /** CD-5.2.3a */
    LEGAL_PERSON((profile, day) -> profile.legalPerson()),
    /** CD-5.2.3b */
    FIXED_PREMISES((profile, day) ->
            profile.officeAddress() != null && !profile.officeAddress().isBlank()),
    /** CD-5.2.3c */
    FIVE_PROFESSIONALS((profile, day) -> profile.fullTimeProfessionals() >= 5),
    /** CD-5.2.3d */
    VALID_PERMIT((profile, day) ->
            profile.permits().stream().anyMatch(permit -> permit.validity().holdsOn(day)));

    private final BiPredicate<InstitutionProfile, LocalDate> fulfilled;

    BasicCondition(BiPredicate<InstitutionProfile, LocalDate> fulfilled) {
        this.fulfilled = fulfilled;
    }

    boolean isFulfilledBy(InstitutionProfile profile, LocalDate day) {
        return fulfilled.test(profile, day);
    }
}
