package io.fangwei.team.professionals;

import io.fangwei.kernel.deadlines.Watched;
import io.fangwei.team.professionals.ProfessionalEvent.CertificateRecorded;
import io.fangwei.team.professionals.ProfessionalEvent.ProfessionalRegistered;
import io.fangwei.team.professionals.ProfessionalEvent.QualificationExpired;
import io.fangwei.team.vocabulary.ServiceItemType;
import io.fangwei.team.vocabulary.Validity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Somebody who serves insured companies (CD-3.5), qualified as long as one of the certificates says so (CD-5.2.4). */
public final class Professional implements Watched {

    private final UUID id;
    private final Employment employment;
    private final Profile profile;
    private List<Certificate> certificates = new ArrayList<>();
    private @Nullable LocalDate qualifiedFrom;
    private @Nullable LocalDate qualifiedUntil;
    private @Nullable LocalDate watchedUntil;

    private Professional(UUID id, Employment employment, Profile profile) {
        this.id = id;
        this.employment = employment;
        this.profile = profile;
    }

    public static Professional register(UUID id, Employment employment, Profile profile) {
        return new Professional(id, employment, profile);
    }

    public ProfessionalRegistered registered() {
        return new ProfessionalRegistered(
                id, employment.source(), employment.institutionId(), employment.insurerId(), profile.items());
    }

    /** An end that lay before the day of recording is no news any more. */
    public List<ProfessionalEvent> record(Certificate added, LocalDate today) {
        if (certificates.stream().anyMatch(known -> known.id().equals(added.id()))) {
            return List.of();
        }
        var events = new ArrayList<>(noticeOverdue(today));
        certificates.add(added);
        lookAhead(today);
        events.add(new CertificateRecorded(
                id,
                added.kind(),
                added.level(),
                added.validity().from(),
                added.validity().to(),
                qualifiedFrom,
                qualifiedUntil));
        return events;
    }

    @Override
    public List<ProfessionalEvent> noticeOverdue(LocalDate today) {
        List<ProfessionalEvent> lost = unnoticedEnds()
                .filter(end -> end.isBefore(today))
                .<ProfessionalEvent>map(end -> new QualificationExpired(id, end.plusDays(1)))
                .toList();
        if (!lost.isEmpty()) {
            lookAhead(today);
        }
        return lost;
    }

    @Override
    public Optional<LocalDate> nextDue() {
        return unnoticedEnds().findFirst();
    }

    public boolean isQualifiedOn(LocalDate day) {
        return qualification().holdsOn(day);
    }

    public boolean covers(ServiceItemType item) {
        return profile.items().contains(item);
    }

    public boolean isOpenTo(UUID insurerId) {
        return employment.isOpenTo(insurerId);
    }

    /** The party whose agreement with the insurer must be in force before this person is sent; none for own people. */
    public Optional<UUID> party() {
        return employment.party(id);
    }

    @Override
    public String status() {
        return qualifiedUntil == null ? "NOT_QUALIFIED" : "QUALIFIED";
    }

    private Qualification qualification() {
        return Qualification.of(certificates, profile.safetyWorkYears());
    }

    private Stream<LocalDate> unnoticedEnds() {
        var seen = watchedUntil;
        return qualification().ends().filter(end -> seen == null || end.isAfter(seen));
    }

    private void lookAhead(LocalDate today) {
        var ahead = qualification().currentOrNext(today);
        qualifiedFrom = ahead.map(Validity::from).orElse(null);
        qualifiedUntil = ahead.map(Validity::to).orElse(null);
        watchedUntil = today.minusDays(1);
    }

    public UUID getId() {
        return id;
    }

    public Employment getEmployment() {
        return employment;
    }

    public Profile getProfile() {
        return profile;
    }

    public List<Certificate> getCertificates() {
        return List.copyOf(certificates);
    }

    public @Nullable LocalDate getQualifiedFrom() {
        return qualifiedFrom;
    }

    public @Nullable LocalDate getQualifiedUntil() {
        return qualifiedUntil;
    }
}
