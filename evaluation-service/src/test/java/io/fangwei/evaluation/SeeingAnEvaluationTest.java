package io.fangwei.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.testing.TestTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeeingAnEvaluationTest extends EvaluationTest {

    @BeforeEach
    void until_the_insurer_is_known() {
        eventually(() -> score(2025));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/years/2025/score", "/years/2025/findings"})
    void a_manager_sees_the_own_insurer_and_no_other(String path) throws Exception {
        ask(manager(), path).andExpect(status().isOk());
        ask(Callers.ofInsurer("im.two", UUID.randomUUID(), Role.IM), path)
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.rule").value("not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/years/2025/score", "/years/2025/findings"})
    void an_authority_and_the_city_see_the_insurers_of_their_area(String path) throws Exception {
        for (var role : List.of(Role.EA, Role.CP)) {
            ask(Callers.ofArea("area", role, "510100"), path).andExpect(status().isOk());
            ask(Callers.ofArea("area", role, "510000"), path).andExpect(status().isOk());
            ask(Callers.ofArea("area", role, "320500"), path).andExpect(status().isNotFound());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FR", "SR", "AS"})
    void regulator_self_regulation_and_assessor_see_all(Role role) throws Exception {
        ask(Callers.ofArea("body", role), "/years/2025/score").andExpect(status().isOk());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"IM", "EA", "CP", "FR", "SR", "AS"})
    void nobody_else_may_ask(Role role) throws Exception {
        var caller =
                new Caller("somebody", Set.of(role), story.insurer(), Story.COMPANY, null, null, List.of("510100"));

        ask(caller, "/years/2025/score").andExpect(status().isForbidden());
        ask(caller, "/years/2025/findings").andExpect(status().isForbidden());
    }

    @Test
    void without_a_token_there_is_nothing() throws Exception {
        http.perform(get("/api/evaluation/v1/insurers/" + story.insurer() + "/years/2025/score"))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void an_unknown_insurer_is_not_found_and_nonsense_is_a_bad_request() throws Exception {
        var assessor = Callers.ofArea("assessor", Role.AS);

        http.perform(get("/api/evaluation/v1/insurers/" + UUID.randomUUID() + "/years/2025/score")
                        .header("Authorization", TestTokens.bearer(assessor)))
                .andExpect(status().isNotFound());
        ask(assessor, "/years/soon/score").andExpect(status().isBadRequest());
        ask(assessor, "/years/2025/findings?limit=0").andExpect(status().isBadRequest());
        ask(assessor, "/years/2025/findings?after=*").andExpect(status().isBadRequest());
    }

    @Test
    void findings_come_in_pages_and_by_indicator_or_rule() throws Exception {
        for (var visit = 0; visit < 3; visit++) {
            story.clock(
                    "visit.callback-completed.v1", UUID.randomUUID(), "CLK-06", "MISSED", "2025-01-13", "2025-01-15");
            story.archived(UUID.randomUUID(), "MISSED", "2025-01-13", "2025-01-15");
        }
        eventually(() -> assertThat(findings(2025, "")).hasSize(6));

        assertThat(findings(2025, "?indicator=E-B14"))
                .hasSize(3)
                .allMatch(one -> one.get("ruleId").asString().equals("E-B14-R1"));
        assertThat(findings(2025, "?ruleId=E-B15-R1"))
                .hasSize(3)
                .allMatch(one -> one.get("indicator").asString().equals("E-B15"));
        assertThat(findings(2025, "?ruleId=E-B15-R2")).isEmpty();
        assertThat(pages("?limit=4")).isEqualTo(List.of(4, 2));
        assertThat(pages("?limit=2&indicator=E-B15")).isEqualTo(List.of(2, 1));
        assertThat(pages("?limit=3&ruleId=E-B15-R1")).isEqualTo(List.of(3));
    }

    private List<Integer> pages(String query) throws Exception {
        var sizes = new ArrayList<Integer>();
        var seen = new ArrayList<String>();
        var after = "";
        do {
            var page = page(2025, query + after);
            sizes.add(page.get("items").size());
            page.get("items").forEach(one -> seen.add(one.get("id").asString()));
            after = page.get("next").isNull()
                    ? ""
                    : "&after=" + page.get("next").asString();
        } while (!after.isEmpty());
        assertThat(seen).doesNotHaveDuplicates().isSorted();
        return sizes;
    }
}
