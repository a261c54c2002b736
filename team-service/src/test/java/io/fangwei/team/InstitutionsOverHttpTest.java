package io.fangwei.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.testing.Callers;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class InstitutionsOverHttpTest extends OverHttp {

    @Test
    void an_administrator_registers_an_institution_and_everybody_concerned_can_read_it() throws Exception {
        var id = institution();

        for (var reader : List.of(manager, staff, Callers.ofInstitution("si", id), Callers.ofArea("ea", Role.EA))) {
            ask(reader, "/institutions/" + id)
                    .andExpect(status().isOk())
                    .andExpect(header().string("ETag", "\"1\""))
                    .andExpect(jsonPath("$.compliant").value(true))
                    .andExpect(jsonPath("$.kinds[0]").value("SAFETY_ASSESSMENT"))
                    .andExpect(jsonPath("$.permits[0].to").value("2026-12-31"));
        }
        assertThat(stored("institutions", id).getList("outbox", Document.class))
                .extracting(entry -> entry.getString("type"))
                .containsExactly("team.institution-registered.v1");
    }

    @Test
    void one_that_fails_a_condition_is_shown_as_not_compliant() throws Exception {
        command(Callers.administrator(), "/institutions", institution(uscc(), 4))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.compliant").value(false))
                .andExpect(jsonPath("$.failedConditions[0]").value("FIVE_PROFESSIONALS"));
    }

    @Test
    void the_same_command_again_is_a_replay_and_another_body_is_unprocessable() throws Exception {
        var uscc = uscc();
        var first = command(Callers.administrator(), "k-" + uscc, "/institutions", institution(uscc, 5))
                .andExpect(header().doesNotExist("Idempotency-Replayed"))
                .andReturn();

        command(Callers.administrator(), "k-" + uscc, "/institutions", institution(uscc, 5))
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", first.getResponse().getHeader("Location")))
                .andExpect(header().string("Idempotency-Replayed", "true"));
        command(Callers.administrator(), "k-" + uscc, "/institutions", institution(uscc, 6))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.rule").value("idempotency-key-reused"));
    }

    @Test
    void there_is_one_institution_of_each_code() throws Exception {
        var uscc = uscc();
        var id = created(Callers.administrator(), "/institutions", institution(uscc, 5));

        command(Callers.administrator(), "/institutions", institution(uscc, 5))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("already-exists"))
                .andExpect(header().string("Location", API + "/institutions/" + id));
    }

    @Test
    void what_is_wrong_is_said_field_by_field_in_chinese_and_english() throws Exception {
        var body = institution("too-short", 5).replace("安全评价", " ");

        command(Callers.administrator(), "/institutions", body)
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.errors[?(@.field=='uscc')].code").value("Pattern"))
                .andExpect(jsonPath("$.errors[?(@.field=='permits[0].kind')].message")
                        .value("不能为空"));
        as(Callers.administrator(), keyed("/institutions", "k", body).header("Accept-Language", "en"))
                .andExpect(jsonPath("$.errors[?(@.field=='permits[0].kind')].message")
                        .value("must not be blank"));
        command(Callers.administrator(), "/institutions", institution(uscc(), 5).replace("TRAINING", "SORCERY"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("kinds[1]"));
    }

    @Test
    void an_institution_sees_only_itself() throws Exception {
        var id = institution();
        var other = Callers.ofInstitution("si.two", institution());

        ask(other, "/institutions/" + id).andExpect(status().isNotFound());
        ask(other, "/institutions")
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].id").value(other.institutionId().toString()));
        ask(manager, "/institutions/" + UUID.randomUUID()).andExpect(status().isNotFound());
        command(manager, "/institutions", institution(uscc(), 5)).andExpect(status().isForbidden());
    }

    @Test
    void the_list_is_given_out_page_by_page() throws Exception {
        for (int number = 0; number < 3; number++) {
            institution();
        }
        var seen = new HashSet<String>();
        String after = "";
        do {
            var page = ask(manager, "/institutions?limit=2" + after)
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            List<String> ids = JsonPath.read(page, "$.items[*].id");
            assertThat(ids).hasSizeLessThanOrEqualTo(2).noneMatch(seen::contains);
            seen.addAll(ids);
            String next = JsonPath.read(page, "$.next");
            after = next == null ? null : "&after=" + next;
        } while (after != null);
        assertThat((long) seen.size())
                .isEqualTo(mongo.getCollection("institutions").countDocuments());
    }
}
