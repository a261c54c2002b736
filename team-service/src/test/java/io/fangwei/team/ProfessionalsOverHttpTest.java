package io.fangwei.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.deadlines.OverdueWatch;
import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.tracing.Requirement;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class ProfessionalsOverHttpTest extends OverHttp {

    @Autowired
    OverdueWatch watch;

    @ParameterizedTest
    @ValueSource(strings = {"OWN", "EXTERNAL"})
    void an_insurer_registers_its_own_and_hired_people(String source) throws Exception {
        command(manager, "/professionals", professional(source))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.source").value(source))
                .andExpect(jsonPath("$.insurerId").value(insurerId.toString()))
                .andExpect(jsonPath("$.institutionId").isEmpty())
                .andExpect(jsonPath("$.name").value("张建国"))
                .andExpect(jsonPath("$.items.length()").value(2));
    }

    @Test
    void people_of_a_broker_are_registered_with_the_broker() throws Exception {
        var brokerId = UUID.randomUUID();
        var body = professional("BROKER");

        command(manager, "/professionals", body)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("broker-missing"));
        command(manager, "/professionals", body.replace("{", "{\"brokerId\": \"" + brokerId + "\", "))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.brokerId").value(brokerId.toString()));
    }

    @Test
    void an_institution_registers_its_own_people_once_it_is_registered_itself() throws Exception {
        var institutionId = institution();

        command(Callers.ofInstitution("si", institutionId), "/professionals", professional("INSTITUTION"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.institutionId").value(institutionId.toString()))
                .andExpect(jsonPath("$.insurerId").isEmpty());
        command(Callers.ofInstitution("si", UUID.randomUUID()), "/professionals", professional("INSTITUTION"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("institution-unknown"));
    }

    @Test
    void nobody_registers_people_of_another_kind_of_employer() throws Exception {
        command(manager, "/professionals", professional("INSTITUTION"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("source-not-yours"));
        command(Callers.ofInstitution("si", institution()), "/professionals", professional("OWN"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("source-not-yours"));
        command(Callers.ofInsurer("im.none", null, Role.IM), "/professionals", professional("OWN"))
                .andExpect(status().isForbidden());
    }

    @Test
    void a_certificate_qualifies_and_is_recorded_once_however_often_it_is_sent() throws Exception {
        var id = created(manager, "/professionals", professional("OWN"));
        var path = "/professionals/" + id + "/certificates";

        for (int time = 0; time < 2; time++) {
            command(manager, "k1", path, certificate("2024-01-01", "2025-12-31"))
                    .andExpect(status().isOk())
                    .andExpect(header().string("ETag", "\"2\""))
                    .andExpect(jsonPath("$.certificates.length()").value(1))
                    .andExpect(jsonPath("$.qualifiedUntil").value("2025-12-31"));
        }
        command(manager, "k1", path, certificate("2024-01-01", "2026-12-31"))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void a_refused_certificate_leaves_nothing_changed() throws Exception {
        var id = qualified(manager, "OWN");
        var before = stored("professionals", id);

        command(manager, "/professionals/" + id + "/certificates", certificate("2025-12-31", "2025-01-01"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:problem:period-reversed"));

        assertThat(stored("professionals", id)).isEqualTo(before);
    }

    @Test
    void two_insurers_never_see_each_others_people() throws Exception {
        var id = qualified(manager, "OWN");

        ask(stranger, "/professionals/" + id).andExpect(status().isNotFound());
        ask(stranger, "/professionals")
                .andExpect(jsonPath("$.items[?(@.id=='" + id + "')]").isEmpty());
        command(stranger, "/professionals/" + id + "/certificates", certificate("2024-01-01", "2025-12-31"))
                .andExpect(status().isNotFound());
        ask(Callers.professional("sp", id), "/professionals/" + id).andExpect(status().isOk());
        ask(Callers.professional("sp", UUID.randomUUID()), "/professionals/" + id)
                .andExpect(status().isNotFound());
    }

    @Test
    void an_insurer_sees_the_people_of_institutions_but_does_not_vouch_for_them() throws Exception {
        var employer = Callers.ofInstitution("si", institution());
        var id = qualified(employer, "INSTITUTION");
        var before = stored("professionals", id);

        ask(manager, "/professionals?institutionId={id}", employer.institutionId())
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].id").value(id.toString()));
        command(manager, "/professionals/" + id + "/certificates", certificate("2024-01-01", "2029-12-31"))
                .andExpect(status().isNotFound());
        assertThat(stored("professionals", id)).isEqualTo(before);
    }

    @Test
    @Requirement("CLK-25")
    void the_watch_tells_once_that_a_qualification_has_ended() throws Exception {
        var id = qualified(manager, "OWN");
        clock.moveTo("2025-12-31");
        watch.runNow();
        assertThat(types(id)).doesNotContain("team.professional-qualification-expired.v1");

        clock.moveTo("2026-01-01");
        watch.runNow();
        watch.runNow();

        assertThat(types(id)).containsOnlyOnce("team.professional-qualification-expired.v1");
        assertThat(stored("professionals", id)).doesNotContainKey("nextDue");
    }

    @Test
    @Requirement("CD-5.3.2d")
    void no_event_says_the_name_of_a_person() throws Exception {
        var id = qualified(manager, "OWN");

        assertThat(stored("professionals", id).getList("outbox", Document.class))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.toJson()).doesNotContain("张建国", "AQ-100"));
    }

    private List<String> types(UUID id) {
        return stored("professionals", id).getList("outbox", Document.class).stream()
                .map(entry -> entry.getString("type"))
                .toList();
    }
}
