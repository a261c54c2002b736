package io.fangwei.visit.messaging;

import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.listening.Reaction;
import io.fangwei.visit.people.Standing;
import io.fangwei.visit.visits.AppointmentDesk;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes the late answer of team-service about people who could not be checked when they were assigned (D10). */
@Component
class AssignmentReaction implements Reaction {

    private final AppointmentDesk desk;
    private final JsonMapper json;

    AssignmentReaction(AppointmentDesk desk, JsonMapper json) {
        this.desk = desk;
        this.json = json;
    }

    @Override
    public Set<String> types() {
        return Set.of("team.assignment-checked.v1");
    }

    @Override
    public void on(EventEnvelope event) {
        desk.resolve(event.uuid("visitId"), answers(event.data().path("answers")));
    }

    private List<Standing> answers(JsonNode answers) {
        return answers.valueStream()
                .map(answer -> json.treeToValue(answer, EligibilityAnswer.class).standing())
                .toList();
    }
}
