package io.fangwei.visit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fangwei.kernel.testing.ServiceTest;
import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.visit.OverHttp;
import io.fangwei.visit.TeamStub.Mood;
import io.fangwei.visit.items.ServiceItem;
import io.fangwei.visit.people.Standing;
import io.fangwei.visit.people.Standing.Eligibility;
import io.fangwei.visit.people.TeamQuestions;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest("spring.config.name=visit-service")
class TeamClientTest extends OverHttp {

    @Autowired
    TeamQuestions team;

    @Test
    void team_service_is_asked_once_for_all_with_one_token_of_the_service_account() {
        assertThat(standings()).extracting(Standing::eligibility).containsOnly(Eligibility.ELIGIBLE);
        var tokens = TEAM.tokensGiven();
        assertThat(standings()).extracting(Standing::source).containsOnly("OWN");

        assertThat(TEAM.tokensGiven()).isPositive().isEqualTo(tokens);
        assertThat(TEAM.questions())
                .hasSize(2)
                .allMatch(("insurerId=%s&item=TRAINING&on=2025-03-10&professionalId=%s&professionalId=%s")
                        .formatted(insurerId, anna, bo)::equals);
    }

    @Test
    void a_failure_is_asked_about_again_and_then_everybody_is_unchecked() {
        TEAM.be(Mood.FAILS);

        assertThat(standings()).containsExactly(Standing.unchecked(anna), Standing.unchecked(bo));
        assertThat(TEAM.questions()).hasSize(2);
    }

    @Test
    void a_refusal_leaves_everybody_unchecked_too() {
        TEAM.be(Mood.FORBIDS);

        assertThat(standings()).extracting(Standing::eligibility).containsOnly(Eligibility.UNCHECKED);
    }

    @Test
    void whoever_lets_us_wait_is_asked_again_and_then_not_waited_for() {
        TEAM.be(Mood.HANGS);

        assertThat(standings()).extracting(Standing::eligibility).containsOnly(Eligibility.UNCHECKED);
        assertThat(TEAM.questions()).hasSize(2);
    }

    @Test
    void after_many_failures_nobody_is_asked_for_a_while() {
        TEAM.be(Mood.FAILS);
        for (int number = 0; number < 10; number++) {
            standings();
        }

        assertThat(TEAM.questions()).hasSize(10);
        assertThat(standings()).extracting(Standing::eligibility).containsOnly(Eligibility.UNCHECKED);
        assertThat(TEAM.questions()).hasSize(10);
    }

    @Test
    @Requirement({"CD-5.2.4d", "CD-5.2.5a"})
    void nobody_whom_team_service_refuses_is_planned_and_nothing_is_stored() throws Exception {
        heard();
        var plan = agreedPlan();
        TEAM.be(Mood.NOBODY_MAY);

        command(staff, "/visits", visit(plan, "TRAINING", "2025-03-10", anna))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:problem:professional-not-eligible"));
        ask(staff, "/visits").andExpect(jsonPath("$.items").isEmpty());
    }

    @Test
    void without_an_answer_the_visit_is_planned_and_says_that_its_people_are_unchecked() throws Exception {
        heard();
        var plan = agreedPlan();
        mongo.getCollection("professionals")
                .insertOne(new Document("_id", anna.toString()).append("source", "EXTERNAL"));
        TEAM.be(Mood.FAILS);

        command(staff, "/visits", visit(plan, "TRAINING", "2025-03-10", anna))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.participants[0].eligibility").value("UNCHECKED"))
                .andExpect(jsonPath("$.participants[0].source").value("EXTERNAL"));
    }

    private List<Standing> standings() {
        return team.standings(insurerId, ServiceItem.TRAINING, LocalDate.of(2025, 3, 10), List.of(anna, bo));
    }
}
