package io.fangwei.policy.imports;

import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.files.Uploads;
import io.fangwei.kernel.testing.TestTokens;
import io.fangwei.policy.Http;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;

/** Files handed in and followed to where they end. */
final class Importing {

    private final MockMvc mvc;
    private final Http http;

    Importing(MockMvc mvc) {
        this.mvc = mvc;
        this.http = new Http(mvc);
    }

    ResultActions handIn(Caller caller, ImportKind kind, byte[] file, String type, String key) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.post("/api/policy/v1/imports")
                .queryParam("kind", kind.name())
                .queryParam("fileName", "导入.csv")
                .header("Authorization", TestTokens.bearer(caller))
                .header("Idempotency-Key", key)
                .contentType(type)
                .content(file));
    }

    ResultActions handIn(Caller caller, ImportKind kind, String csv) throws Exception {
        return handIn(
                caller,
                kind,
                csv.getBytes(StandardCharsets.UTF_8),
                Uploads.CSV,
                UUID.randomUUID().toString());
    }

    String checked(Caller caller, ImportKind kind, String csv) throws Exception {
        return checked(caller, handIn(caller, kind, csv));
    }

    String checked(Caller caller, ResultActions handedIn) throws Exception {
        var job = Http.id(handedIn.andExpect(status().isCreated())).toString();
        awaitStatus(caller, job, "CHECKED");
        return job;
    }

    /** Checks a file, starts it as somebody else, and waits for its end. */
    JsonNode finished(Caller drafter, Caller starter, ImportKind kind, String csv) throws Exception {
        var job = checked(drafter, kind, csv);
        start(starter, job, ImportMode.ALL_OR_NOTHING).andExpect(status().isOk());
        return awaitStatus(starter, job, "FINISHED");
    }

    ResultActions start(Caller caller, String job, ImportMode mode) throws Exception {
        return http.post(caller, "/imports/" + job + "/starts", "{\"mode\":\"%s\"}".formatted(mode));
    }

    JsonNode awaitStatus(Caller caller, String job, String wanted) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> http.read(caller, "/imports/" + job),
                        read -> read.path("status").asString().equals(wanted));
    }

    List<String> problems(Caller caller, String job) throws Exception {
        return http.read(caller, "/imports/" + job + "/faulty-rows?limit=200")
                .path("items")
                .valueStream()
                .flatMap(row -> row.path("problems")
                        .valueStream()
                        .map(found -> row.path("row").asInt() + " "
                                + found.path("column").asString("") + " "
                                + found.path("rule").asString()))
                .toList();
    }

    byte[] file(Caller caller, String path) throws Exception {
        return http.get(caller, path)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    static String lines(String... lines) {
        return Stream.of(lines).map(line -> line + "\r\n").reduce("", String::concat);
    }
}
