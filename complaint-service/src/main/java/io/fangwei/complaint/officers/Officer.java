package io.fangwei.complaint.officers;

import static io.fangwei.complaint.rules.ComplaintRule.WRONG_STAGE;

import io.fangwei.complaint.officers.OfficerEvent.OfficerAppointed;
import io.fangwei.complaint.officers.OfficerEvent.OfficerDismissed;
import io.fangwei.kernel.events.Aggregate;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody whom an insurer has made responsible for complaints, from response to feedback (CD-5.4.1.2). */
public final class Officer implements Aggregate {

    private final UUID officerId;
    private final UUID insurerId;
    private final String subject;
    private final @Nullable UUID professionalId;
    private OfficerStatus status;

    private Officer(
            UUID officerId, UUID insurerId, String subject, @Nullable UUID professionalId, OfficerStatus status) {
        this.officerId = officerId;
        this.insurerId = insurerId;
        this.subject = subject;
        this.professionalId = professionalId;
        this.status = status;
    }

    public static Officer appoint(UUID officerId, UUID insurerId, String subject, @Nullable UUID professionalId) {
        return new Officer(officerId, insurerId, subject, professionalId, OfficerStatus.ACTIVE);
    }

    List<OfficerEvent> appointed(LocalDate today) {
        return List.of(new OfficerAppointed(officerId, insurerId, today));
    }

    public List<OfficerEvent> dismiss(LocalDate today) {
        WRONG_STAGE.require(acts(), status, OfficerStatus.ACTIVE);
        status = OfficerStatus.DISMISSED;
        return List.of(new OfficerDismissed(officerId, insurerId, today));
    }

    public boolean acts() {
        return status == OfficerStatus.ACTIVE;
    }

    @Override
    public String status() {
        return status.name();
    }

    public UUID getOfficerId() {
        return officerId;
    }

    public UUID getInsurerId() {
        return insurerId;
    }

    public String getSubject() {
        return subject;
    }

    public @Nullable UUID getProfessionalId() {
        return professionalId;
    }

    public OfficerStatus getStatus() {
        return status;
    }
}
