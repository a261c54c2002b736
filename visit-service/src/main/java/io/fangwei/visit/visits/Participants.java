package io.fangwei.visit.visits;

import io.fangwei.visit.people.Professional;
import io.fangwei.visit.people.Standing;
import io.fangwei.visit.people.Standing.Eligibility;
import io.fangwei.visit.problems.VisitRule;
import io.fangwei.visit.visits.VisitEvent.PlannedParticipant;
import io.fangwei.visit.visits.VisitEvent.PresentParticipant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The people of a visit, and the group that they come from. */
public record Participants(List<Participant> people, List<UUID> groupMemberIds) {

    public Participants {
        people = List.copyOf(people);
        groupMemberIds = List.copyOf(groupMemberIds);
    }

    /** Refuses anybody who may not serve; who could not be checked may be planned (D10). */
    static Participants assigned(List<Standing> standings, List<UUID> groupMemberIds) {
        standings.forEach(Participants::requireAssignable);
        return new Participants(
                standings.stream().map(one -> Participant.of(one, true)).toList(), groupMemberIds);
    }

    private static void requireAssignable(Standing standing) {
        VisitRule.PROFESSIONAL_NOT_ELIGIBLE.require(
                !standing.is(Eligibility.NOT_ELIGIBLE), standing.professionalId(), standing.reasons());
    }

    boolean hasUnchecked() {
        return people.stream().anyMatch(Participant::isUnchecked);
    }

    /** Takes the late answers for those who were not checked. */
    Participants resolved(Collection<Standing> answers) {
        return new Participants(
                people.stream()
                        .map(person -> person.isUnchecked() ? resolved(person, answers) : person)
                        .toList(),
                groupMemberIds);
    }

    private static Participant resolved(Participant person, Collection<Standing> answers) {
        return answers.stream()
                .filter(answer -> person.is(answer.professionalId()) && !answer.is(Eligibility.UNCHECKED))
                .findFirst()
                .map(person::resolved)
                .orElse(person);
    }

    /** Those who were not planned. */
    List<UUID> newAmong(Collection<UUID> present) {
        return present.stream()
                .filter(id -> people.stream().noneMatch(one -> one.is(id)))
                .sorted()
                .toList();
    }

    Participants arrived(
            Collection<UUID> present, List<Standing> replacements, Map<UUID, Professional> known, LocalDate today) {
        replacements.forEach(Participants::requireAssignable);
        var all = Stream.concat(people.stream(), replacements.stream().map(one -> Participant.of(one, false)));
        return new Participants(
                all.map(one -> present.contains(one.professionalId())
                                ? one.arrived(known.get(one.professionalId()), today)
                                : one)
                        .toList(),
                Stream.concat(groupMemberIds.stream(), replacements.stream().map(Standing::professionalId))
                        .distinct()
                        .toList());
    }

    List<Participant> present() {
        return people.stream().filter(Participant::present).toList();
    }

    /** True if the person serves in this visit or belongs to the group. */
    boolean include(@Nullable UUID professional) {
        return professional != null
                && (groupMemberIds.contains(professional) || people.stream().anyMatch(one -> one.is(professional)));
    }

    List<PlannedParticipant> asPlanned() {
        return people.stream().map(Participant::asPlanned).toList();
    }

    List<PresentParticipant> asPresent() {
        return present().stream().map(Participant::asPresent).toList();
    }
}
