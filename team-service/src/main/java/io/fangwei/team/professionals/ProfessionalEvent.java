package io.fangwei.team.professionals;

import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.events.EventType;
import io.fangwei.team.vocabulary.ServiceItemType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to a professional; none of it names the person. */
public sealed interface ProfessionalEvent extends Event {

    @EventType("team.professional-registered.v1")
    record ProfessionalRegistered(
            UUID professionalId,
            Source source,
            @Nullable UUID institutionId,
            @Nullable UUID insurerId,
            List<ServiceItemType> items)
            implements ProfessionalEvent {}

    /**
     * @param qualifiedFrom first day of the qualification that holds or comes next; none without one
     * @param qualifiedUntil its last day; 9999-12-31 if it has no end
     */
    @EventType("team.certificate-recorded.v1")
    record CertificateRecorded(
            UUID professionalId,
            CertificateKind kind,
            Level level,
            LocalDate from,
            LocalDate to,
            @Nullable LocalDate qualifiedFrom,
            @Nullable LocalDate qualifiedUntil)
            implements ProfessionalEvent {}

    /** @param on the first day without qualification */
    @EventType("team.professional-qualification-expired.v1")
    record QualificationExpired(UUID professionalId, LocalDate on) implements ProfessionalEvent {}
}
