package io.fangwei.kernel.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.testing.ServiceTest;
import io.fangwei.kernel.testing.TestTokens;
import io.fangwei.kernel.tracing.Requirement;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ServiceTest("spring.config.name=tally-service")
class CommandsOverHttpTest {

    static final UUID INSURER = UUID.randomUUID();
    static final Caller MANAGER = Callers.ofInsurer("im.one", INSURER, Role.IM);
    static final Caller STAFF = Callers.ofInsurer("is.one", INSURER, Role.IS);
    static final Caller STRANGER = Callers.ofInsurer("im.two", UUID.randomUUID(), Role.IM);

    @Autowired
    MockMvc http;

    @Autowired
    MongoTemplate mongo;

    @Test
    void a_creation_answers_where_the_new_thing_lies_and_its_version() throws Exception {
        var at = begun("{\"name\":\"a\"}");

        as(MANAGER, get(at)).andExpect(status().isOk()).andExpect(header().string("ETag", "\"1\""));
    }

    @Test
    void a_command_without_a_key_is_refused() throws Exception {
        as(
                        MANAGER,
                        post("/api/tally/v1/tallies")
                                .contentType("application/json")
                                .content("{\"name\":\"a\"}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("urn:problem:idempotency-key-missing"));
    }

    @Test
    void the_same_command_again_is_a_replay_and_counts_once() throws Exception {
        var at = begun("{\"name\":\"a\"}");

        command(STAFF, at + "/counts", "k1", "{\"times\":2}").andExpect(header().doesNotExist("Idempotency-Replayed"));
        command(STAFF, at + "/counts", "k1", "{\"times\":2}")
                .andExpect(status().isOk())
                .andExpect(header().string("Idempotency-Replayed", "true"))
                .andExpect(jsonPath("$.count").value(2));
    }

    @Test
    void the_same_creation_again_is_a_replay_with_the_same_location() throws Exception {
        var key = UUID.randomUUID().toString();
        var first = command(MANAGER, "/api/tally/v1/tallies", key, "{\"name\":\"a\"}")
                .andReturn()
                .getResponse();

        command(MANAGER, "/api/tally/v1/tallies", key, "{\"name\":\"a\"}")
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", first.getHeader("Location")))
                .andExpect(header().string("Idempotency-Replayed", "true"));
    }

    @Test
    void a_key_that_comes_with_another_body_is_unprocessable() throws Exception {
        var at = begun("{\"name\":\"a\"}");
        command(STAFF, at + "/counts", "k1", "{\"times\":2}");

        command(STAFF, at + "/counts", "k1", "{\"times\":3}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.rule").value("idempotency-key-reused"));
        as(MANAGER, get(at)).andExpect(jsonPath("$.count").value(2));
    }

    @Test
    void a_second_thing_with_the_same_business_key_is_refused_and_shown_only_to_those_who_may_see_it()
            throws Exception {
        var body = "{\"name\":\"a\",\"businessKey\":\"%s\"}".formatted(UUID.randomUUID());
        begun(body);

        command(MANAGER, "/api/tally/v1/tallies", "other", body)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("already-exists"))
                .andExpect(header().string("Location", containsString("/api/tally/v1/tallies/")));
        command(STRANGER, "/api/tally/v1/tallies", "other", body)
                .andExpect(status().isConflict())
                .andExpect(header().doesNotExist("Location"));
    }

    @Test
    void a_foreign_thing_is_not_found() throws Exception {
        var at = begun("{\"name\":\"a\"}");

        as(STRANGER, get(at)).andExpect(status().isNotFound());
        command(STRANGER, at + "/counts", "k", "{\"times\":1}").andExpect(status().isNotFound());
        as(STRANGER, get("/api/tally/v1/tallies")).andExpect(jsonPath("$.items").isEmpty());
    }

    @Test
    void a_role_that_is_not_named_is_forbidden_and_an_endpoint_that_names_none_lets_nobody_through() throws Exception {
        command(STAFF, "/api/tally/v1/tallies", "k", "{\"name\":\"a\"}")
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.rule").value("role-not-allowed"));
        as(MANAGER, get("/api/tally/v1/tallies/forgotten")).andExpect(status().isForbidden());
        http.perform(get("/api/tally/v1/tallies")).andExpect(status().isUnauthorized());
    }

    @Test
    void an_edit_needs_the_version_that_was_seen() throws Exception {
        var at = begun("{\"name\":\"a\"}");

        edit(at, "k1", null).andExpect(status().isPreconditionRequired());
        edit(at, "k2", "\"7\"")
                .andExpect(status().isPreconditionFailed())
                .andExpect(jsonPath("$.rule").value("stale-version"));
        edit(at, "k3", "\"1\"").andExpect(status().isOk()).andExpect(header().string("ETag", "\"2\""));
        edit(at, "k4", "\"1\"").andExpect(status().isPreconditionFailed());
        edit(at, "k3", "\"1\"").andExpect(status().isOk()).andExpect(header().string("Idempotency-Replayed", "true"));
    }

    @Test
    void what_is_wrong_is_said_field_by_field_in_chinese_and_english() throws Exception {
        var chinese = command(MANAGER, "/api/tally/v1/tallies", "k", "{\"name\":\" \"}")
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.errors[0].field").value("name"))
                .andExpect(jsonPath("$.errors[0].code").value("NotBlank"))
                .andExpect(jsonPath("$.errors[0].message").value("不能为空"))
                .andReturn();
        assertThat(new String(chinese.getResponse().getContentAsByteArray(), "UTF-8"))
                .contains("字段");
        as(
                        MANAGER,
                        keyed(post("/api/tally/v1/tallies"), "k", "{\"name\":\" \"}")
                                .header("Accept-Language", "en"))
                .andExpect(jsonPath("$.errors[0].message").value("must not be blank"));
        command(MANAGER, "/api/tally/v1/tallies", "k", "{\"name\":\"a\",\"color\":1}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("color"));
        command(MANAGER, "/api/tally/v1/tallies", "k", "{").andExpect(status().isBadRequest());
        as(MANAGER, get("/api/tally/v1/tallies/nonsense"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("id"));
        as(MANAGER, get("/api/tally/v1/nowhere")).andExpect(status().isNotFound());
    }

    @Test
    void a_refused_command_names_the_rule_and_changes_nothing() throws Exception {
        var at = begun("{\"name\":\"a\"}");
        var before = stored(at);

        command(STAFF, at + "/counts", "k", "{\"times\":100000001}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:problem:tally-full"));

        assertThat(stored(at)).isEqualTo(before);
    }

    @Test
    @Requirement("CD-7.3")
    void attempts_that_are_refused_for_role_or_scope_are_on_record_in_a_chain() throws Exception {
        var at = begun("{\"name\":\"a\"}");
        command(STAFF, "/api/tally/v1/tallies", "k", "{\"name\":\"a\"}");
        as(STRANGER, get(at));

        var lines = mongo.findAll(Document.class, "audit");
        assertThat(lines).extracting(line -> line.getString("refused")).contains("ROLE", "SCOPE");
        assertThat(lines.stream().skip(1))
                .allSatisfy(line -> assertThat(lines)
                        .extracting(other -> other.getString("hash"))
                        .contains(line.getString("previous")));
    }

    @Test
    void a_body_that_is_too_large_is_refused() throws Exception {
        command(MANAGER, "/api/tally/v1/tallies", "k", "{\"name\":\"" + "x".repeat(1 << 20) + "\"}")
                .andExpect(status().isContentTooLarge());
    }

    @Test
    void a_list_is_given_out_page_by_page() throws Exception {
        var caller = Callers.ofInsurer("im.three", UUID.randomUUID(), Role.IM);
        for (int number = 0; number < 3; number++) {
            command(caller, "/api/tally/v1/tallies", "k" + number, "{\"name\":\"a\"}");
        }

        var first = as(caller, get("/api/tally/v1/tallies?limit=2"))
                .andExpect(jsonPath("$.items.length()").value(2))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var next = first.replaceAll(".*\"next\":\"([^\"]+)\".*", "$1");
        as(caller, get("/api/tally/v1/tallies?limit=2&after=" + next))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.next").isEmpty());
        as(caller, get("/api/tally/v1/tallies?limit=201")).andExpect(status().isBadRequest());
        as(caller, get("/api/tally/v1/tallies?after=***")).andExpect(status().isBadRequest());
    }

    private String begun(String body) throws Exception {
        return command(MANAGER, "/api/tally/v1/tallies", UUID.randomUUID().toString(), body)
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getHeader("Location");
    }

    private Document stored(String at) {
        return mongo.findById(at.substring(at.lastIndexOf('/') + 1), Document.class, Tallies.COLLECTION);
    }

    private ResultActions edit(String at, String key, String version) throws Exception {
        var request = keyed(put(at), key, "{\"name\":\"b\"}");
        return as(MANAGER, version == null ? request : request.header("If-Match", version));
    }

    private ResultActions command(Caller caller, String path, String key, String body) throws Exception {
        return as(caller, keyed(post(path), key, body));
    }

    private static MockHttpServletRequestBuilder keyed(MockHttpServletRequestBuilder request, String key, String body) {
        return request.header("Idempotency-Key", key)
                .contentType("application/json")
                .content(body);
    }

    private ResultActions as(Caller caller, MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request.header("Authorization", TestTokens.bearer(caller)));
    }
}
