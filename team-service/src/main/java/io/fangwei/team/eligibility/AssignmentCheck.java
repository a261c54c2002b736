package io.fangwei.team.eligibility;

import io.fangwei.kernel.events.Aggregate;
import io.fangwei.team.eligibility.AssignmentEvent.AssignmentChecked;
import io.fangwei.team.vocabulary.ServiceItemType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The answer given later for the people of a visit that was planned while nobody could be asked (D10). */
public final class AssignmentCheck implements Aggregate {

    private final UUID id;
    private final UUID visitId;
    private final UUID insurerId;
    private final ServiceItemType item;
    private final LocalDate on;
    private final List<Answer> answers;

    private AssignmentCheck(
            UUID id, UUID visitId, UUID insurerId, ServiceItemType item, LocalDate on, List<Answer> answers) {
        this.id = id;
        this.visitId = visitId;
        this.insurerId = insurerId;
        this.item = item;
        this.on = on;
        this.answers = List.copyOf(answers);
    }

    public static AssignmentCheck of(UUID id, UUID visitId, Question question, List<Answer> answers) {
        return new AssignmentCheck(id, visitId, question.insurerId(), question.item(), question.on(), answers);
    }

    public AssignmentChecked checked() {
        return new AssignmentChecked(visitId, insurerId, item, on, answers);
    }

    @Override
    public String status() {
        return "CHECKED";
    }

    public UUID getId() {
        return id;
    }

    public UUID getVisitId() {
        return visitId;
    }

    public UUID getInsurerId() {
        return insurerId;
    }

    public ServiceItemType getItem() {
        return item;
    }

    public LocalDate getOn() {
        return on;
    }

    public List<Answer> getAnswers() {
        return answers;
    }
}
