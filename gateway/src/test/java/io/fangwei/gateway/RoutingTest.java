package io.fangwei.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTest {

    private static GatewayAtWork gateway;

    @BeforeAll
    static void start() throws Exception {
        gateway = new GatewayAtWork(
                "--spring.http.clients.read-timeout=300ms",
                "--fangwei.services.complaint.url=http://127.0.0.1:" + GatewayAtWork.portOfNobody());
        GatewayAtWork.NAMES.forEach(name -> gateway.services
                .get(name)
                .answers("/api/" + name + "/v1/things", 200, Map.of(), "{\"from\":\"" + name + "\"}"));
        gateway.services
                .get("visit")
                .answers(
                        "/api/visit/v1/visits",
                        201,
                        Map.of("Location", "/api/visit/v1/visits/7", "ETag", "\"3\"", "Idempotency-Replayed", "true"),
                        "{\"id\":7}")
                .answers(
                        "/api/visit/v1/refused",
                        409,
                        Map.of("Content-Type", "application/problem+json"),
                        "{\"rule\":\"wrong-stage\"}")
                .isSilentAt("/api/visit/v1/slow");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"policy", "team", "visit", "evaluation"})
    void a_path_leads_to_the_service_it_names(String name) throws Exception {
        var answer = gateway.get("/api/" + name + "/v1/things?limit=2&after=%E5%B7%9D%2B", gateway.issuer.token("IM"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"from\":\"" + name + "\"}");
        assertThat(gateway.services.get(name).lastAsked().uri())
                .isEqualTo("/api/" + name + "/v1/things?limit=2&after=%E5%B7%9D%2B");
    }

    @Test
    void a_command_and_its_answer_pass_with_all_that_belongs_to_them() throws Exception {
        var token = gateway.issuer.token("SP");

        var answer = gateway.send(gateway.request("/api/visit/v1/visits")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "k-1")
                .header("If-Match", "\"2\"")
                .header("Accept-Language", "en")
                .POST(BodyPublishers.ofString("{\"what\":\"隐患\"}")));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("{\"id\":7}");
        assertThat(answer.headers().map())
                .containsEntry("location", List.of("/api/visit/v1/visits/7"))
                .containsEntry("etag", List.of("\"3\""))
                .containsEntry("idempotency-replayed", List.of("true"));
        var asked = gateway.services.get("visit").lastAsked();
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.body()).isEqualTo("{\"what\":\"隐患\"}");
        assertThat(asked.headers().getFirst("Authorization")).isEqualTo("Bearer " + token);
        assertThat(asked.headers().getFirst("Idempotency-Key")).isEqualTo("k-1");
        assertThat(asked.headers().getFirst("If-Match")).isEqualTo("\"2\"");
        assertThat(asked.headers().getFirst("Accept-Language")).isEqualTo("en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void every_method_reaches_the_service(String method) throws Exception {
        var answer = gateway.send(gateway.request("/api/policy/v1/things")
                .header("Authorization", "Bearer " + gateway.issuer.token("IM"))
                .method(method, BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(gateway.services.get("policy").lastAsked().method()).isEqualTo(method);
    }

    @Test
    void a_refusal_of_the_service_arrives_as_the_service_wrote_it() throws Exception {
        var answer = gateway.post("/api/visit/v1/refused", gateway.issuer.token("IM"), "{}");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).isEqualTo("{\"rule\":\"wrong-stage\"}");
    }

    @Test
    void a_service_that_says_later_is_not_asked_twice() throws Exception {
        var team = gateway.services.get("team");
        team.answers("/api/team/v1/busy", 503, Map.of("Retry-After", "1"), "{}");

        var answer = gateway.get("/api/team/v1/busy", gateway.issuer.token("IM"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(team.lastAsked().uri()).isEqualTo("/api/team/v1/busy");
        assertThat(team.wasAsked()).isFalse();
    }

    @Test
    void a_service_that_is_away_is_a_problem_with_a_time_to_come_back() throws Exception {
        var answer = gateway.post("/api/complaint/v1/complaints", gateway.issuer.token("ID"), "{}");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"type\":\"urn:problem:service-away\"", "\"rule\":\"service-away\"");
    }

    @Test
    void a_service_that_takes_the_request_and_says_nothing_may_have_done_it() throws Exception {
        var answer = gateway.post("/api/visit/v1/slow", gateway.issuer.token("IM"), "{}");

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.body()).contains("\"rule\":\"service-silent\"");
    }

    @Test
    void a_dataset_leads_to_the_service_that_owns_it() throws Exception {
        var policy = gateway.services.get("policy");
        policy.answers(
                "/city/v1/datasets/D-02/changes",
                410,
                Map.of(
                        "Content-Type",
                        "application/problem+json",
                        "Location",
                        "/city/v1/datasets/D-02/snapshot?areas=5107&after=abc"),
                "{\"rule\":\"cursor-gone\"}");

        var answer = gateway.get("/city/v1/datasets/D-02/changes?after=abc", gateway.issuer.token("CP"));

        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.headers().firstValue("Location"))
                .hasValue("/city/v1/datasets/D-02/snapshot?areas=5107&after=abc");
        assertThat(policy.lastAsked().uri()).isEqualTo("/city/v1/datasets/D-02/changes?after=abc");
        assertThat(gateway.get("/city/v1/datasets/D-99/changes", gateway.issuer.token("CP"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(gateway.get("/city/v1/datasets/D-02/changes", "none").statusCode())
                .isEqualTo(401);
    }

    @Test
    void the_list_of_datasets_is_what_their_owners_say_together() throws Exception {
        var policy = gateway.services.get("policy");
        policy.answers("/city/v1/datasets", 200, Map.of(), "{\"items\":[{\"dataset\":\"D-01\"}]}");

        var answer = gateway.get("/city/v1/datasets", gateway.issuer.token("CP"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"items\":[{\"dataset\":\"D-01\"}]}");
        assertThat(policy.lastAsked().uri()).isEqualTo("/city/v1/datasets");
    }

    @Test
    void an_address_of_no_service_is_not_found() throws Exception {
        var answer = gateway.get("/api/weather/v1/today", gateway.issuer.token("IM"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"rule\":\"not-found\"", "没有此地址");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/policy/../../actuator/env", "/api/policy/%2e%2e/visit", "/api//policy/x;a=b"})
    void a_path_that_plays_tricks_is_refused(String path) throws Exception {
        var answer = gateway.get(path, gateway.issuer.token("AD"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"rule\":\"malformed-request\"");
    }
}
