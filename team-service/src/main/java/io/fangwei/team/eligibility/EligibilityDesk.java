package io.fangwei.team.eligibility;

import static java.util.stream.Collectors.toMap;

import io.fangwei.kernel.audit.AuditLog;
import io.fangwei.kernel.caller.CurrentCaller;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.problems.NotFound;
import io.fangwei.kernel.store.Ids;
import io.fangwei.team.agreements.Agreements;
import io.fangwei.team.professionals.Professional;
import io.fangwei.team.professionals.Professionals;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** Answers who may be sent. */
@Service
public class EligibilityDesk {

    private final Professionals professionals;
    private final Agreements agreements;
    private final AssignmentChecks checks;
    private final AuditLog audit;

    EligibilityDesk(Professionals professionals, Agreements agreements, AssignmentChecks checks, AuditLog audit) {
        this.professionals = professionals;
        this.agreements = agreements;
        this.checks = checks;
        this.audit = audit;
    }

    /** Answers in the order asked; people of an insurer may ask for theirs only. */
    public List<Answer> answer(Question question) {
        requireOwn(question.insurerId());
        var known = professionals.among(question.professionalIds()).stream()
                .collect(toMap(Professional::getId, Function.identity()));
        return question.professionalIds().stream()
                .map(id -> Optional.ofNullable(known.get(id))
                        .map(professional -> Answer.of(professional, question, party -> inForce(question, party)))
                        .orElseGet(() -> Answer.unknown(id)))
                .toList();
    }

    /** Answers for a visit that was planned without an answer. */
    public AssignmentCheck check(UUID visitId, Question question) {
        var id = Ids.of("assignment-check", visitId);
        return checks.add(AssignmentCheck.of(id, visitId, question, answer(question)));
    }

    private boolean inForce(Question question, UUID partyId) {
        return agreements.isInForce(question.insurerId(), partyId, question.on());
    }

    private void requireOwn(UUID insurerId) {
        var caller = CurrentCaller.get();
        if (!caller.has(Role.SV) && !insurerId.equals(caller.insurerId())) {
            audit.refused(caller, AuditLog.Refused.SCOPE, "insurer/" + insurerId);
            throw new NotFound("insurer", insurerId);
        }
    }
}
