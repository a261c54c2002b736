package io.fangwei.team.eligibility;

import io.fangwei.team.professionals.Professional;
import io.fangwei.team.professionals.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a professional may be sent, and if not, every reason.
 *
 * @param conflictOfInterest true for people of a broker, who acts for the applicant (AMB-63)
 */
public record Answer(
        UUID professionalId,
        boolean eligible,
        @Nullable Source source,
        @Nullable UUID institutionId,
        boolean conflictOfInterest,
        List<Reason> reasons) {

    public Answer {
        reasons = List.copyOf(reasons);
    }

    static Answer unknown(UUID professionalId) {
        return new Answer(professionalId, false, null, null, false, List.of(Reason.UNKNOWN));
    }

    /** The same conditions for all sources; only own people need no agreement (CD-5.2.4d, AMB-63, AMB-76). */
    static Answer of(Professional professional, Question question, Predicate<UUID> hasAgreement) {
        if (!professional.isOpenTo(question.insurerId())) {
            return unknown(professional.getId());
        }
        var reasons = new ArrayList<Reason>();
        if (!professional.isQualifiedOn(question.on())) {
            reasons.add(Reason.NOT_QUALIFIED);
        }
        if (!professional.covers(question.item())) {
            reasons.add(Reason.ITEM_NOT_COVERED);
        }
        if (!professional.party().map(hasAgreement::test).orElse(true)) {
            reasons.add(Reason.NO_AGREEMENT);
        }
        var employment = professional.getEmployment();
        return new Answer(
                professional.getId(),
                reasons.isEmpty(),
                employment.source(),
                employment.institutionId(),
                employment.source() == Source.BROKER,
                reasons);
    }
}
