package io.fangwei.visit.messaging;

import io.fangwei.visit.items.ServiceItem;
import io.fangwei.visit.people.Standing;
import io.fangwei.visit.people.TeamQuestions;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The questions to team-service, answered for every professional: with what it said, or as unchecked. */
@Component
class TeamClient implements TeamQuestions {

    private final EligibilityQuestion question;

    TeamClient(EligibilityQuestion question) {
        this.question = question;
    }

    @Override
    public List<Standing> standings(UUID insurerId, ServiceItem item, LocalDate on, List<UUID> professionalIds) {
        var answers = question.ask(insurerId, item, on, professionalIds).join();
        return professionalIds.stream().map(id -> standing(id, answers)).toList();
    }

    private static Standing standing(UUID professionalId, List<EligibilityAnswer> answers) {
        return answers.stream()
                .filter(answer -> answer.professionalId().equals(professionalId))
                .findFirst()
                .map(EligibilityAnswer::standing)
                .orElseGet(() -> Standing.unchecked(professionalId));
    }
}
