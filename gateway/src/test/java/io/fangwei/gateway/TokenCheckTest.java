package io.fangwei.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenCheckTest {

    private static final String PATH = "/api/policy/v1/policies";

    private static GatewayAtWork gateway;

    @BeforeAll
    static void start() throws Exception {
        gateway = new GatewayAtWork();
        gateway.services.get("policy").answers("/", "{}");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void nothing_has_been_asked() throws Exception {
        while (gateway.services.get("policy").wasAsked()) {
            gateway.services.get("policy").lastAsked();
        }
    }

    @Test
    void without_a_token_nothing_passes() throws Exception {
        refused(gateway.send(gateway.request(PATH)), 401, "token-required");
    }

    @Test
    void an_expired_token_does_not_pass() throws Exception {
        var expired = gateway.issuer.token(
                claims -> claims.expirationTime(Date.from(Instant.parse("2025-01-23T00:00:00Z"))), "IM");

        refused(gateway.get(PATH, expired), 401, "token-required");
    }

    @Test
    void a_token_for_another_system_does_not_pass() throws Exception {
        refused(
                gateway.get(PATH, gateway.issuer.token(claims -> claims.audience("other"), "IM")),
                401,
                "token-required");
    }

    @Test
    void a_token_that_another_issuer_signed_does_not_pass() throws Exception {
        try (var stranger = new TestIssuer()) {
            var forged = stranger.token(claims -> claims.issuer(gateway.issuer.url()), "AD");

            refused(gateway.get(PATH, forged), 401, "token-required");
        }
    }

    @Test
    void a_token_without_a_role_that_we_know_does_not_pass() throws Exception {
        refused(gateway.get(PATH, gateway.issuer.token("KING")), 403, "role-not-allowed");
    }

    @Test
    void what_is_not_routed_is_denied() throws Exception {
        refused(gateway.get("/actuator/env", gateway.issuer.token("AD")), 403, "role-not-allowed");
        refused(gateway.send(gateway.request("/anything")), 401, "token-required");
    }

    @Test
    void a_refusal_speaks_the_language_of_the_caller() throws Exception {
        var english = gateway.send(gateway.request(PATH).header("Accept-Language", "fr,en;q=0.8,zh;q=0.5"));
        var chinese = gateway.send(gateway.request(PATH).header("Accept-Language", "zh-CN,en;q=0.8"));

        assertThat(english.body()).contains("no valid access token");
        assertThat(english.headers().firstValue("Content-Language")).hasValue("en");
        assertThat(chinese.body()).contains("请求缺少有效的访问令牌");
    }

    @Test
    void while_the_issuer_is_away_the_answer_is_to_come_back() throws Exception {
        var nobody = "http://127.0.0.1:" + GatewayAtWork.portOfNobody();
        try (var cutOff = new GatewayAtWork("--fangwei.issuer=" + nobody)) {
            var answer = cutOff.get(PATH, cutOff.issuer.token("IM"));

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(answer.body()).contains("\"rule\":\"issuer-away\"");
        }
    }

    private static void refused(HttpResponse<String> answer, int status, String rule) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"rule\":\"" + rule + "\"", "\"status\":" + status);
        assertThat(gateway.services.get("policy").wasAsked()).isFalse();
        if (status == 401) {
            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                    .get(InstanceOfAssertFactories.STRING)
                    .startsWith("Bearer");
        }
    }
}
