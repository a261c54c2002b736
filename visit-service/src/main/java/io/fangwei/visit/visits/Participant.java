package io.fangwei.visit.visits;

import io.fangwei.visit.people.Professional;
import io.fangwei.visit.people.Standing;
import io.fangwei.visit.people.Standing.Eligibility;
import io.fangwei.visit.visits.VisitEvent.PlannedParticipant;
import io.fangwei.visit.visits.VisitEvent.PresentParticipant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A professional of a visit with the answer about eligibility that was given at the assignment.
 *
 * @param planned false for one who came in place of another
 * @param present true once checked in
 * @param reasons what stands against the person, as answered or as judged on the day
 */
public record Participant(
        UUID professionalId,
        Eligibility eligibility,
        String source,
        @Nullable UUID institutionId,
        List<String> reasons,
        boolean planned,
        boolean present) {

    private static final String LAPSED = "NOT_QUALIFIED";

    public Participant {
        reasons = List.copyOf(reasons);
    }

    static Participant of(Standing standing, boolean planned) {
        return new Participant(
                standing.professionalId(),
                standing.eligibility(),
                standing.source(),
                standing.institutionId(),
                standing.reasons(),
                planned,
                false);
    }

    boolean is(UUID professional) {
        return professionalId.equals(professional);
    }

    boolean isUnchecked() {
        return eligibility == Eligibility.UNCHECKED;
    }

    Participant resolved(Standing answer) {
        return new Participant(
                professionalId,
                answer.eligibility(),
                answer.source(),
                answer.institutionId(),
                answer.reasons(),
                planned,
                present);
    }

    /** Comes to the site: what was answered at the assignment holds unless the qualification has lapsed since. */
    Participant arrived(@Nullable Professional known, LocalDate today) {
        var lapsed = known != null && known.hasLapsedOn(today);
        var now = eligibility == Eligibility.ELIGIBLE && lapsed ? Eligibility.NOT_ELIGIBLE : eligibility;
        var against = lapsed && !reasons.contains(LAPSED) ? List.of(LAPSED) : reasons;
        return new Participant(professionalId, now, source, institutionId, against, planned, true);
    }

    PlannedParticipant asPlanned() {
        return new PlannedParticipant(professionalId, eligibility, source, institutionId);
    }

    PresentParticipant asPresent() {
        var against = isUnchecked() ? List.of(Eligibility.UNCHECKED.name()) : reasons;
        return new PresentParticipant(
                professionalId, source, institutionId, eligibility == Eligibility.ELIGIBLE, against);
    }

    /** Who it is and how the person stood, as the archive keeps it. */
    String text() {
        return String.join(" ", professionalId.toString(), eligibility.name(), source, String.join(",", reasons));
    }
}
