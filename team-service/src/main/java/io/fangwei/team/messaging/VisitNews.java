package io.fangwei.team.messaging;

import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.listening.Reaction;
import io.fangwei.team.eligibility.EligibilityDesk;
import io.fangwei.team.eligibility.Question;
import io.fangwei.team.vocabulary.ServiceItemType;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Hears of visits that were planned while nobody could be asked about their people, and answers then (D10). */
@Component
class VisitNews implements Reaction {

    private static final String PLANNED = "visit.visit-planned.v1";

    private final EligibilityDesk desk;

    VisitNews(EligibilityDesk desk) {
        this.desk = desk;
    }

    @Override
    public Set<String> types() {
        return Set.of(PLANNED);
    }

    @Override
    public void on(EventEnvelope event) {
        var question = question(event);
        if (!question.professionalIds().isEmpty()) {
            desk.check(event.uuid("visitId"), question);
        }
    }

    /** About those participants who were not checked. */
    static Question question(EventEnvelope event) {
        return new Question(
                event.uuid("insurerId"),
                ServiceItemType.valueOf(event.text("item")),
                LocalDate.parse(event.text("plannedOn")),
                unchecked(event.data().path("participants")));
    }

    private static List<UUID> unchecked(JsonNode participants) {
        return participants
                .valueStream()
                .filter(one -> one.path("eligibility").asString("").equals("UNCHECKED"))
                .map(one -> UUID.fromString(one.path("professionalId").asString()))
                .toList();
    }
}
