package io.fangwei.team.institutions.web;

import io.fangwei.team.institutions.BasicCondition;
import io.fangwei.team.institutions.InstitutionKind;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record InstitutionView(
        UUID id,
        String uscc,
        String name,
        List<InstitutionKind> kinds,
        boolean legalPerson,
        @Nullable String officeAddress,
        int fullTimeProfessionals,
        List<PermitView> permits,
        boolean compliant,
        List<BasicCondition> failedConditions) {

    record PermitView(String kind, String number, String authority, LocalDate from, LocalDate to) {}
}
