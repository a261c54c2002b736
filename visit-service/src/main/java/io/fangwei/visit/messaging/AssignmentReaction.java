package io.fangwei.visit.messaging;

import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.listening.Reaction;
import io.fangwei.visit.people.Standing;
import io.fangwei.visit.people.Standing.Eligibility;
import io.fangwei.visit.visits.AppointmentDesk;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes the late answer of team-service about people who could not be checked when they were assigned (D10). */
@Component
class AssignmentReaction implements Reaction {

    private final AppointmentDesk desk;

    AssignmentReaction(AppointmentDesk desk) {
        this.desk = desk;
    }

    @Override
    public Set<String> types() {
        return Set.of("team.assignment-checked.v1");
    }

    @Override
    public void on(EventEnvelope event) {
        desk.resolve(event.uuid("visitId"), answers(event.data().path("answers")));
    }

    private static List<Standing> answers(JsonNode answers) {
        return answers.valueStream().map(AssignmentReaction::answer).toList();
    }

    private static Standing answer(JsonNode answer) {
        return new Standing(
                UUID.fromString(answer.path("professionalId").asString()),
                answer.path("eligible").asBoolean() ? Eligibility.ELIGIBLE : Eligibility.NOT_ELIGIBLE,
                "UNKNOWN",
                null,
                answer.path("reasons").valueStream().map(JsonNode::asString).toList());
    }
}
