package io.fangwei.policy;

import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.testing.TestTokens;
import java.util.UUID;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as one caller or another reaches it. */
public final class Http {

    private static final JsonMapper JSON = new JsonMapper();

    private final MockMvc mvc;

    public Http(MockMvc mvc) {
        this.mvc = mvc;
    }

    public ResultActions get(Caller caller, String path) throws Exception {
        return as(caller, MockMvcRequestBuilders.get("/api/policy/v1" + path));
    }

    /** What the service offers to be pulled. */
    public ResultActions pull(Caller caller, String path) throws Exception {
        return as(caller, MockMvcRequestBuilders.get("/city/v1/datasets" + path));
    }

    public ResultActions pullLines(Caller caller, String path) throws Exception {
        return as(
                caller,
                MockMvcRequestBuilders.get("/city/v1/datasets" + path).header("Accept", "application/x-ndjson"));
    }

    /** @param values of the variables in the path, encoded as a browser would */
    public JsonNode read(Caller caller, String path, Object... values) throws Exception {
        return body(as(caller, MockMvcRequestBuilders.get("/api/policy/v1" + path, values))
                .andExpect(status().isOk()));
    }

    /** A command of its own each time. */
    public ResultActions post(Caller caller, String path, String body) throws Exception {
        return post(caller, path, UUID.randomUUID().toString(), body);
    }

    public ResultActions post(Caller caller, String path, String key, String body) throws Exception {
        return as(caller, keyed(MockMvcRequestBuilders.post("/api/policy/v1" + path), key, body));
    }

    public ResultActions postInEnglish(Caller caller, String path, String body) throws Exception {
        var key = UUID.randomUUID().toString();
        return as(
                caller,
                keyed(MockMvcRequestBuilders.post("/api/policy/v1" + path), key, body)
                        .header("Accept-Language", "en"));
    }

    public ResultActions put(Caller caller, String path, String version, String body) throws Exception {
        var key = UUID.randomUUID().toString();
        return as(
                caller,
                keyed(MockMvcRequestBuilders.put("/api/policy/v1" + path), key, body)
                        .header("If-Match", version));
    }

    public ResultActions putBlindly(Caller caller, String path, String body) throws Exception {
        var key = UUID.randomUUID().toString();
        return as(caller, keyed(MockMvcRequestBuilders.put("/api/policy/v1" + path), key, body));
    }

    public static JsonNode body(ResultActions answer) {
        return JSON.readTree(answer.andReturn().getResponse().getContentAsByteArray());
    }

    public static UUID id(ResultActions answer) {
        return UUID.fromString(body(answer).path("id").asString());
    }

    private ResultActions as(Caller caller, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.header("Authorization", TestTokens.bearer(caller)));
    }

    private static MockHttpServletRequestBuilder keyed(MockHttpServletRequestBuilder request, String key, String body) {
        return request.header("Idempotency-Key", key)
                .contentType("application/json")
                .content(body);
    }
}
