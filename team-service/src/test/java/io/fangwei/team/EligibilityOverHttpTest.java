package io.fangwei.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.deadlines.OverdueWatch;
import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.tracing.Requirement;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

class EligibilityOverHttpTest extends OverHttp {

    @Autowired
    OverdueWatch watch;

    @Test
    void a_service_asks_and_is_answered_for_each_in_turn() throws Exception {
        var own = qualified(manager, "OWN");
        var nobody = UUID.randomUUID();
        var foreign = qualified(stranger, "OWN");

        asked(Callers.service(), "2025-03-03", nobody, own, foreign)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(3))
                .andExpect(jsonPath("$[0].professionalId").value(nobody.toString()))
                .andExpect(jsonPath("$[0].reasons[0]").value("UNKNOWN"))
                .andExpect(jsonPath("$[1].eligible").value(true))
                .andExpect(jsonPath("$[1].source").value("OWN"))
                .andExpect(jsonPath("$[1].reasons").isEmpty())
                .andExpect(jsonPath("$[2].reasons[0]").value("UNKNOWN"));
    }

    @ParameterizedTest
    @Requirement({"CD-5.2.5a", "CLK-25"})
    @CsvSource({"2024-12-31, false", "2025-01-01, true", "2025-12-31, true"})
    void people_of_an_institution_are_eligible_while_an_agreement_with_it_is_in_force(String day, boolean eligible)
            throws Exception {
        var employer = Callers.ofInstitution("si", institution());
        var id = qualified(employer, "INSTITUTION");
        created(manager, "/agreements", agreement("INSTITUTION", employer.institutionId()));

        asked(staff, day, id)
                .andExpect(jsonPath("$[0].eligible").value(eligible))
                .andExpect(jsonPath("$[0].institutionId")
                        .value(employer.institutionId().toString()));
        as(stranger.insurerId(), stranger, day, id)
                .andExpect(jsonPath("$[0].reasons[0]").value("NO_AGREEMENT"));
    }

    @Test
    @Requirement("CD-5.2.5a")
    void a_hired_person_is_eligible_with_an_agreement_only() throws Exception {
        var id = qualified(manager, "EXTERNAL");
        asked(staff, "2025-03-03", id).andExpect(jsonPath("$[0].reasons[0]").value("NO_AGREEMENT"));

        created(manager, "/agreements", agreement("PROFESSIONAL", id));

        asked(staff, "2025-03-03", id).andExpect(jsonPath("$[0].eligible").value(true));
    }

    @Test
    void an_insurer_asks_for_itself_only() throws Exception {
        asked(stranger, "2025-03-03", UUID.randomUUID()).andExpect(status().isNotFound());
        asked(Callers.administrator(), "2025-03-03", UUID.randomUUID()).andExpect(status().isForbidden());
    }

    @Test
    void a_question_that_cannot_be_read_is_refused() throws Exception {
        ask(staff, "/eligibility?insurerId={id}&item=SORCERY&on=2025-03-03&professionalId={id}", insurerId, insurerId)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("item"));
        ask(staff, "/eligibility?insurerId={id}&item=TRAINING&on=today&professionalId={id}", insurerId, insurerId)
                .andExpect(status().isBadRequest());
        ask(staff, "/eligibility?insurerId={id}&item=TRAINING&on=2025-03-03", insurerId)
                .andExpect(status().isBadRequest());
    }

    @Test
    void an_agreement_is_signed_with_somebody_known_and_seen_by_its_two_sides_only() throws Exception {
        var institutionId = institution();
        var id = created(manager, "/agreements", agreement("INSTITUTION", institutionId));

        ask(staff, "/agreements/" + id).andExpect(status().isForbidden());
        ask(Callers.ofInstitution("si.one", institutionId), "/agreements/" + id).andExpect(status().isOk());
        ask(Callers.ofInstitution("si.two", UUID.randomUUID()), "/agreements/" + id)
                .andExpect(status().isNotFound());
        ask(manager, "/agreements?partyId={id}", institutionId)
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].from").value("2025-01-01"))
                .andExpect(jsonPath("$.items[0].scope").value("隐患排查"));
        ask(stranger, "/agreements/" + id).andExpect(status().isNotFound());
        command(manager, "/agreements", agreement("INSTITUTION", UUID.randomUUID()))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("party-unknown"));
        command(manager, "/agreements", agreement("PROFESSIONAL", qualified(stranger, "EXTERNAL")))
                .andExpect(jsonPath("$.rule").value("party-unknown"));
        command(staff, "/agreements", agreement("INSTITUTION", institutionId)).andExpect(status().isForbidden());
    }

    @Test
    void the_watch_tells_once_that_an_agreement_has_ended() throws Exception {
        var id = created(manager, "/agreements", agreement("BROKER", UUID.randomUUID()));

        clock.moveTo("2026-01-01");
        watch.runNow();
        watch.runNow();

        assertThat(stored("agreements", id).getList("outbox", Document.class))
                .extracting(entry -> entry.getString("type"))
                .containsExactly("team.agreement-signed.v1", "team.agreement-ended.v1");
        ask(manager, "/agreements/" + id).andExpect(jsonPath("$.status").value("ENDED"));
    }

    private ResultActions asked(Caller caller, String day, UUID... professionals) throws Exception {
        return as(insurerId, caller, day, professionals);
    }

    private ResultActions as(UUID insurer, Caller caller, String day, UUID... professionals) throws Exception {
        var path = new StringBuilder("/eligibility?insurerId=%s&item=HAZARD_SCREENING&on=%s".formatted(insurer, day));
        for (var id : professionals) {
            path.append("&professionalId=").append(id);
        }
        return ask(caller, path.toString());
    }
}
