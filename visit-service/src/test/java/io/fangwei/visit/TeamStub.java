package io.fangwei.visit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A peer in place of team-service and the issuer, over real HTTP: it gives out a token and answers who bears it. */
public final class TeamStub {

    /** What the peer does with a question. */
    public enum Mood {
        EVERYBODY_MAY,
        NOBODY_MAY,
        FAILS,
        FORBIDS,
        HANGS
    }

    private static final String TOKEN = "token-of-the-service";
    private static final String BASIC = "Basic dmlzaXQtc2VydmljZTp2aXNpdC1zZXJ2aWNlLXNlY3JldA==";

    private final HttpServer server;
    private final List<String> questions = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch released = new CountDownLatch(0);
    private volatile Mood mood = Mood.EVERYBODY_MAY;

    public TeamStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException occupied) {
            throw new UncheckedIOException(occupied);
        }
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "team-stub");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext(
                "/.well-known/openid-configuration", http -> answer(http, 200, """
                {"issuer": "%s", "token_endpoint": "%s/token"}""".formatted(url(), url())));
        server.createContext("/token", this::token);
        server.createContext("/api/team/v1/eligibility", this::eligibility);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void be(Mood wanted) {
        released.countDown();
        released = new CountDownLatch(wanted == Mood.HANGS ? 1 : 0);
        mood = wanted;
        questions.clear();
    }

    /** The queries asked since the last change of mood. */
    public List<String> questions() {
        return List.copyOf(questions);
    }

    public int tokensGiven() {
        return tokens.size();
    }

    private void token(HttpExchange http) throws IOException {
        var asked = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!BASIC.equals(http.getRequestHeaders().getFirst("Authorization"))
                || !asked.contains("grant_type=client_credentials")) {
            answer(http, 401, "{\"error\": \"invalid_client\"}");
            return;
        }
        tokens.add(asked);
        answer(http, 200, """
                {"access_token": "%s", "token_type": "Bearer", "expires_in": 3600}""".formatted(TOKEN));
    }

    private void eligibility(HttpExchange http) throws IOException {
        questions.add(http.getRequestURI().getQuery());
        if (!("Bearer " + TOKEN).equals(http.getRequestHeaders().getFirst("Authorization"))) {
            answer(http, 401, "{}");
            return;
        }
        switch (mood) {
            case EVERYBODY_MAY -> answer(http, 200, answers(http, true));
            case NOBODY_MAY -> answer(http, 200, answers(http, false));
            case FAILS -> answer(http, 500, "{}");
            case FORBIDS -> answer(http, 403, "{}");
            case HANGS -> {
                await();
                answer(http, 200, answers(http, true));
            }
        }
    }

    private void await() {
        try {
            released.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String answers(HttpExchange http, boolean eligible) {
        return Arrays.stream(
                        Objects.requireNonNull(http.getRequestURI().getQuery()).split("&"))
                .filter(part -> part.startsWith("professionalId="))
                .map(part -> """
                        {"professionalId": "%s", "eligible": %s, "source": "OWN", "institutionId": null,
                         "conflictOfInterest": false, "reasons": [%s]}""".formatted(
                        part.substring("professionalId=".length()), eligible, eligible ? "" : "\"NO_AGREEMENT\""))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static void answer(HttpExchange http, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        http.getResponseHeaders().set("Content-Type", "application/json");
        http.sendResponseHeaders(status, bytes.length);
        try (var out = http.getResponseBody()) {
            out.write(bytes);
        }
    }
}
