package io.fangwei.team.professionals.web;

import io.fangwei.team.professionals.CertificateKind;
import io.fangwei.team.professionals.Level;
import io.fangwei.team.professionals.Source;
import io.fangwei.team.vocabulary.ServiceItemType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record ProfessionalView(
        UUID id,
        Source source,
        @Nullable UUID institutionId,
        @Nullable UUID insurerId,
        @Nullable UUID brokerId,
        String staffNo,
        String name,
        @Nullable String title,
        Level titleLevel,
        int safetyWorkYears,
        List<String> industries,
        List<ServiceItemType> items,
        List<CertificateView> certificates,
        @Nullable LocalDate qualifiedFrom,
        @Nullable LocalDate qualifiedUntil) {

    record CertificateView(UUID id, CertificateKind kind, Level level, String number, LocalDate from, LocalDate to) {}
}
