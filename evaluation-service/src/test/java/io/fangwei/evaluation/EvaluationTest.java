package io.fangwei.evaluation;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.testing.ServiceTest;
import io.fangwei.kernel.testing.TestTokens;
import io.fangwei.kernel.testing.Told;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service: it hears through the real broker, and is asked over HTTP. */
@ServiceTest({"spring.config.name=evaluation-service", "fangwei.test.kafka=true"})
public abstract class EvaluationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    protected MockMvc http;

    protected Told told;
    protected Story story;

    @BeforeEach
    void begin() {
        told = new Told();
        story = new Story(told).registered("510100");
    }

    @AfterEach
    void end() {
        told.close();
    }

    protected Caller manager() {
        return Callers.ofInsurer("im.own", story.insurer(), Role.IM);
    }

    protected ResultActions ask(Caller caller, String path) throws Exception {
        return http.perform(get("/api/evaluation/v1/insurers/" + story.insurer() + path)
                .header("Authorization", TestTokens.bearer(caller)));
    }

    protected JsonNode score(int year) throws Exception {
        return answer("/years/" + year + "/score");
    }

    protected JsonNode findings(int year, String query) throws Exception {
        return page(year, query).get("items");
    }

    protected JsonNode onlyFinding(int year) throws Exception {
        var found = findings(year, "");
        if (found.size() != 1) {
            throw new AssertionError("Not one finding but " + found);
        }
        return found.get(0);
    }

    protected static JsonNode indicator(JsonNode score, String code) {
        return score.get("groups")
                .valueStream()
                .flatMap(group -> group.get("indicators").valueStream())
                .filter(one -> one.get("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    protected static JsonNode rule(JsonNode score, String id) {
        var indicator = indicator(score, id.substring(0, id.lastIndexOf('-')));
        return indicator
                .get("rules")
                .valueStream()
                .filter(rule -> rule.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    protected static void eventually(ThrowingRunnable seen) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).untilAsserted(seen);
    }

    protected JsonNode page(int year, String query) throws Exception {
        return answer("/years/" + year + "/findings" + query);
    }

    protected static <T> T unchecked(Callable<T> work) {
        try {
            return work.call();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private JsonNode answer(String path) throws Exception {
        var response = ask(manager(), path).andReturn().getResponse();
        if (response.getStatus() != 200) {
            throw new AssertionError(path + " answers " + response.getStatus());
        }
        return JsonMapper.shared().readTree(response.getContentAsString(StandardCharsets.UTF_8));
    }
}
