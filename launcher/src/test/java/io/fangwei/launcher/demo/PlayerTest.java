package io.fangwei.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayerTest {

    private static final Step VISIT =
            Step.create("visit-1", "is.huaxi", "/api/visit/v1/visits", "place", "车间", "participantIds", List.of());
    private static final Step CHECK_IN = Step.post(
            "visit-1-check-in",
            "sp.anping1",
            "/api/visit/v1/visits/{visit-1}/check-ins",
            "presentIds",
            List.of("{visit-1}"));
    private static final Step ARCHIVE =
            Step.post("visit-1-archive", "is.huaxi", "/api/visit/v1/visits/{visit-1}/archives");

    @TempDir
    private Path folder;

    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> moves = new CopyOnWriteArrayList<>();
    private HttpServer platform;
    private String refused = "nothing";

    @BeforeEach
    void start() throws IOException {
        platform = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        platform.createContext("/", this::answer);
        platform.start();
    }

    @AfterEach
    void stop() {
        platform.stop(0);
    }

    @Test
    void every_step_is_sent_once_with_the_ids_that_earlier_ones_gave_and_then_the_clock_is_let_go() throws IOException {
        play(year(VISIT, CHECK_IN));

        assertThat(commands)
                .containsExactly(
                        "demo-2025-visit-1 /api/visit/v1/visits {\"place\":\"车间\",\"participantIds\":[]}",
                        "demo-2025-visit-1-check-in /api/visit/v1/visits/4711/check-ins {\"presentIds\":[\"4711\"]}");
        assertThat(moves)
                .containsExactly(
                        "{\"moveTo\":\"2025-01-23T09:00+08:00\",\"hold\":true}",
                        "{\"moveTo\":\"2026-01-15T08:59+08:00\",\"hold\":true}",
                        "{\"moveTo\":\"2026-01-15T09:00+08:00\",\"hold\":false}");
    }

    @Test
    void an_unexpected_answer_ends_the_load_and_says_at_which_step_and_why() {
        refused = "check-ins";

        assertThatThrownBy(() -> play(year(VISIT, CHECK_IN, ARCHIVE)))
                .isInstanceOf(DemoFailure.class)
                .hasMessageContainingAll("demo-2025-visit-1-check-in", "sp.anping1", "409", "wrong-stage");
        assertThat(commands).noneMatch(command -> command.contains("archives"));
        assertThat(moves).hasSize(1);
    }

    @Test
    void a_load_that_was_cut_off_goes_on_with_the_step_that_was_not_acknowledged() {
        refused = "check-ins";
        assertThatThrownBy(() -> play(year(VISIT, CHECK_IN, ARCHIVE))).isInstanceOf(DemoFailure.class);
        commands.clear();
        refused = "nothing";

        assertThat(playAgain(year(VISIT, CHECK_IN, ARCHIVE)))
                .extracting(command -> command.split(" ")[0])
                .containsExactly("demo-2025-visit-1-check-in", "demo-2025-visit-1-archive");
    }

    private List<String> playAgain(DemoYear year) {
        try {
            play(year);
            return commands;
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private void play(DemoYear year) throws IOException {
        var address = URI.create("http://127.0.0.1:" + platform.getAddress().getPort());
        try (var progress = Progress.open(folder.resolve("progress"), "script")) {
            new Player(new PlatformClient(address, address), progress, (day, done) -> {}).play(year);
        }
    }

    private static DemoYear year(Step... steps) {
        var script = new Script(List.of(new Stop(LocalDate.of(2025, 1, 23), List.of(List.of(steps)))));
        return new DemoYear(Cast.read(), List.of(), List.of(), Map.of(), List.of(), List.of(), script);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.endsWith("/demo/clock")) {
            moves.add(body);
        }
        var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (key != null) {
            commands.add(key + " " + path + " " + body);
        }
        exchange.getResponseHeaders().add("Location", path + "/4711");
        var isRefused = path.endsWith(refused);
        var said = (isRefused ? "{\"rule\":\"wrong-stage\"}" : "{}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(isRefused ? 409 : 200, said.length);
        try (var out = exchange.getResponseBody()) {
            out.write(said);
        }
    }
}
