package io.fangwei.team.institutions;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an institution is and has. */
public record InstitutionProfile(
        String name,
        List<InstitutionKind> kinds,
        boolean legalPerson,
        @Nullable String officeAddress,
        int fullTimeProfessionals,
        List<Permit> permits) {

    public InstitutionProfile {
        kinds = kinds.stream().distinct().toList();
        permits = List.copyOf(permits);
    }

    List<BasicCondition> failedOn(LocalDate day) {
        return Stream.of(BasicCondition.values())
                .filter(condition -> !condition.isFulfilledBy(this, day))
                .toList();
    }
}
