package io.fangwei.team.eligibility.web;

import io.fangwei.kernel.caller.Allowed;
import io.fangwei.kernel.caller.Role;
import io.fangwei.team.eligibility.Answer;
import io.fangwei.team.eligibility.EligibilityDesk;
import io.fangwei.team.eligibility.Question;
import io.fangwei.team.vocabulary.ServiceItemType;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class EligibilityController {

    private final EligibilityDesk desk;

    EligibilityController(EligibilityDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/api/team/v1/eligibility")
    @Allowed({Role.SV, Role.IM, Role.IS})
    List<Answer> answer(
            @RequestParam UUID insurerId,
            @RequestParam ServiceItemType item,
            @RequestParam LocalDate on,
            @RequestParam("professionalId") @Size(min = 1, max = 50) List<UUID> professionalIds) {
        return desk.answer(new Question(insurerId, item, on, professionalIds));
    }
}
