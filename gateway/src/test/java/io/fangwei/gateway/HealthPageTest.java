package io.fangwei.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthPageTest {

    private GatewayAtWork gateway;

    @BeforeEach
    void start() throws Exception {
        gateway = new GatewayAtWork("--fangwei.patience-for-health=500ms");
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void all_is_well_when_every_service_is_up() throws Exception {
        gateway.services.values().forEach(HealthPageTest::isUp);

        var answer = gateway.send(gateway.request("/health"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body())
                .contains("\"status\":\"UP\"", "{\"name\":\"visit-service\",\"status\":\"UP\"}")
                .doesNotContain("DOWN", "UNREACHABLE");
    }

    @Test
    void one_service_that_is_down_or_silent_or_gone_is_named_and_changes_the_whole() throws Exception {
        isUp(gateway.services.get("policy"));
        isUp(gateway.services.get("team"));
        gateway.services.get("visit").answers("/actuator/health", 503, Map.of(), "{\"status\":\"DOWN\"}");
        gateway.services.get("complaint").isSilentAt("/actuator/health");
        gateway.services.get("evaluation").close();

        var answer = gateway.send(gateway.request("/health").header("Accept", "application/json"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body())
                .contains(
                        "{\"name\":\"policy-service\",\"status\":\"UP\"}",
                        "{\"name\":\"team-service\",\"status\":\"UP\"}",
                        "{\"name\":\"visit-service\",\"status\":\"DOWN\"}",
                        "{\"name\":\"complaint-service\",\"status\":\"UNREACHABLE\"}",
                        "{\"name\":\"evaluation-service\",\"status\":\"UNREACHABLE\"}")
                .contains("\"status\":\"DOWN\"");
    }

    @Test
    void people_get_a_page_in_their_language() throws Exception {
        gateway.services.values().forEach(HealthPageTest::isUp);

        var chinese = gateway.send(gateway.request("/health").header("Accept", "text/html,*/*;q=0.8"));
        var english = gateway.send(gateway.request("/health")
                .header("Accept", "text/html,*/*;q=0.8")
                .header("Accept-Language", "en-GB"));

        assertThat(chinese.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(chinese.body()).contains("防微平台运行状态", "投诉处理", "正常");
        assertThat(english.body()).contains("Health of the Fangwei platform", "complaints", "up");
    }

    private static void isUp(TestServer service) {
        service.answers("/actuator/health", "{\"status\":\"UP\"}");
    }
}
