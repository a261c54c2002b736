package io.fangwei.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.fangwei.kernel.store.Ids;
import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.launcher.clock.Business;
import io.fangwei.launcher.clock.ClockMoves;
import io.fangwei.launcher.clock.DemoClock;
import io.fangwei.launcher.data.RunningFile;
import io.fangwei.launcher.issuer.DemoUsers;
import io.fangwei.launcher.operations.LauncherAtWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IssuerTest {

    private static final String VERIFIER = "a-verifier-that-is-long-enough-to-be-taken-seriously-0123456789";
    private static final String HUAXI = Ids.of("insurer", "000101").toString();

    @TempDir
    static Path data;

    private static Settings settings;
    private static ConfigurableApplicationContext issuer;

    private HttpClient http;

    @BeforeAll
    static void start() throws Exception {
        settings = FreePorts.settings(data);
        var clock = DemoClock.begin(
                data.resolve("clock.json"), Clock.systemUTC(), Instant.parse("2025-03-11T01:00:00Z"), true);
        issuer = started(clock);
    }

    @AfterAll
    static void stop() {
        issuer.close();
    }

    @BeforeEach
    void nobody_is_logged_in() {
        http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    @Test
    void a_service_gets_a_token_for_itself() throws Exception {
        var answer = clientCredentials(Desk.keys(settings).secretOf("visit-service"));

        var claims = claims(json(answer).get("access_token").stringValue());
        assertThat(claims.getSubject()).isEqualTo("visit-service");
        assertThat(claims.getAudience()).containsExactly("fangwei");
        assertThat(claims.getIssuer()).isEqualTo(settings.issuer());
        assertThat(claims.getStringListClaim("roles")).containsExactly("SV");
    }

    @Test
    void a_service_with_a_wrong_secret_gets_none() throws Exception {
        assertThat(clientCredentials("guessed").statusCode()).isEqualTo(401);
    }

    @Test
    void a_person_logs_in_on_the_page_and_comes_back_with_a_token() throws Exception {
        var page = get(authorization("code_challenge", challenge(), "code_challenge_method", "S256"));
        assertThat(page.uri()).hasPath("/login");
        assertThat(page.body()).contains("防微", "im.huaxi");

        var back = logIn(page, "im.huaxi", "demo");
        assertThat(back).startsWith(console() + "?");
        assertThat(parameter(back, "state")).isEqualTo("s-1");
        var answer = post(
                "/oauth2/token",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        "fangwei-console",
                        "redirect_uri",
                        console(),
                        "code",
                        parameter(back, "code"),
                        "code_verifier",
                        VERIFIER));

        var claims = claims(json(answer).get("access_token").stringValue());
        assertThat(claims.getSubject()).isEqualTo("im.huaxi");
        assertThat(claims.getAudience()).containsExactly("fangwei");
        assertThat(claims.getStringListClaim("roles")).containsExactly("IM");
        assertThat(claims.getStringClaim("insurerId")).isEqualTo(HUAXI);
        assertThat(claims.getClaims()).doesNotContainKeys("companyId", "professionalId", "areas", "name");
    }

    @Test
    void a_code_is_worth_nothing_to_whoever_did_not_ask_for_it() throws Exception {
        var page = get(authorization("code_challenge", challenge(), "code_challenge_method", "S256"));
        var back = logIn(page, "im.huaxi", "demo");

        var answer = post(
                "/oauth2/token",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        "fangwei-console",
                        "redirect_uri",
                        console(),
                        "code",
                        parameter(back, "code"),
                        "code_verifier",
                        VERIFIER + "x"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid_grant");
    }

    @Test
    void without_proof_key_or_on_the_way_to_a_stranger_nobody_gets_a_code() throws Exception {
        var bare = HttpClient.newHttpClient();

        var withoutProof = bare.send(HttpRequest.newBuilder(authorization()).build(), BodyHandlers.ofString());
        var toStranger = bare.send(
                HttpRequest.newBuilder(URI.create(authorization().toString().replace("%2Fcallback", "%2Felsewhere")))
                        .build(),
                BodyHandlers.ofString());

        assertThat(withoutProof.headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).contains("error=invalid_request"));
        assertThat(toStranger.statusCode()).isEqualTo(400);
    }

    @Test
    void a_wrong_password_leads_back_to_the_page() throws Exception {
        var page = get(authorization("code_challenge", challenge(), "code_challenge_method", "S256"));

        assertThat(logIn(page, "im.huaxi", "guessed")).endsWith("/login?error");
    }

    @Test
    @Requirement("CD-3.7")
    void the_token_of_a_broker_names_it() throws Exception {
        var answer = post("/demo/token", Map.of("user", "br.one", "password", "demo"));

        var claims = claims(answer.body());
        assertThat(claims.getStringListClaim("roles")).containsExactly("BR");
        assertThat(claims.getStringClaim("brokerId"))
                .isEqualTo(Ids.of("broker", "B-000201").toString());
    }

    @Test
    void one_line_gets_a_demo_token() throws Exception {
        var user = DemoUsers.load().all().stream()
                .filter(known -> known.professionalKey() != null && known.institutionKey() != null)
                .findFirst()
                .orElseThrow();

        var answer = post("/demo/token", Map.of("user", user.username(), "password", "demo"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith("text/plain");
        var claims = claims(answer.body());
        var institution = Ids.of("institution", user.institutionKey());
        assertThat(claims.getStringClaim("institutionId")).isEqualTo(institution.toString());
        assertThat(claims.getStringClaim("professionalId"))
                .isEqualTo(Ids.of("professional", institution, user.professionalKey())
                        .toString());
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofHours(8));
    }

    @Test
    void a_demo_token_needs_the_password() throws Exception {
        assertThat(post("/demo/token", Map.of("user", "im.huaxi", "password", "guessed"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(post("/demo/token", Map.of("user", "nobody", "password", "demo"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void there_is_a_demo_user_for_every_role_of_a_person() throws Exception {
        var users = json(get(settings.url(Port.ISSUER).resolve("/demo/users")));

        var roles = users.valueStream()
                .flatMap(user -> user.get("roles").valueStream())
                .map(JsonNode::stringValue)
                .collect(Collectors.toSet());
        assertThat(roles)
                .containsExactlyInAnyOrder(
                        "IM", "IS", "IC", "ID", "SI", "SP", "BR", "CP", "EA", "FR", "SR", "AS", "PU", "AD");
    }

    @Test
    void a_token_outlives_a_restart_of_the_issuer() throws Exception {
        var token = post("/demo/token", Map.of("user", "im.huaxi", "password", "demo"))
                .body();
        issuer.close();
        issuer = started(DemoClock.open(data.resolve("clock.json"), Clock.systemUTC()));

        var decoder = NimbusJwtDecoder.withIssuerLocation(settings.issuer()).build();

        assertThat(decoder.decode(token).getSubject()).isEqualTo("im.huaxi");
    }

    @Test
    void only_an_administrator_moves_the_clock_and_never_back() throws Exception {
        var move = "{\"moveTo\":\"2025-03-12T09:00+08:00\",\"hold\":true}";

        assertThat(moveClock(null, move).statusCode()).isEqualTo(401);
        assertThat(moveClock("im.huaxi", move).statusCode()).isEqualTo(403);
        assertThat(moveClock("ad", move).statusCode()).isEqualTo(200);
        var back = moveClock("ad", "{\"moveTo\":\"2025-03-11T09:00+08:00\"}");

        assertThat(back.statusCode()).isEqualTo(409);
        assertThat(back.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(back.body()).contains("\"rule\":\"clock-never-runs-back\"");
        var reading = json(get(settings.url(Port.ISSUER).resolve("/demo/clock")));
        assertThat(reading.get("now").stringValue()).isEqualTo("2025-03-12T09:00:00+08:00");
        assertThat(reading.get("held").booleanValue()).isTrue();
        assertThat(reading.get("outboxesEmpty").booleanValue()).isTrue();
    }

    @Test
    void a_move_to_no_time_is_malformed() throws Exception {
        assertThat(moveClock("ad", "{}").statusCode()).isEqualTo(400);
        assertThat(moveClock("ad", "{\"moveTo\":\"tomorrow\"}").statusCode()).isEqualTo(400);
        assertThat(moveClock("ad", "{\"moveTo\":\"2025-03-12T09:00\"}").statusCode())
                .isEqualTo(400);
    }

    private static ConfigurableApplicationContext started(DemoClock clock) {
        var moves = new ClockMoves(clock, QuietBusiness::new, Duration.ofSeconds(1));
        try {
            var running = RunningFile.write(data, settings.url(Port.ISSUER));
            return Desk.start(
                    settings, Port.ISSUER, Desk.keys(settings), moves, new Desk.Backups(running, IssuerTest::backup));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void backup(Path file, Consumer<String> console) {
        console.accept("looking at " + file);
        if (file.endsWith("full")) {
            throw new StartRefused("%s exists.".formatted(file));
        }
        console.accept("done");
    }

    @Test
    void whoever_may_read_the_data_folder_gets_a_backup_and_is_told_how_far_it_is() {
        var said = new ArrayList<String>();

        LauncherAtWork.in(data).to(data.resolve("night"), said::add);

        assertThat(said).containsExactly("looking at " + data.resolve("night"), "done");
        assertThatThrownBy(() -> LauncherAtWork.in(data).to(data.resolve("full"), said::add))
                .isInstanceOf(StartRefused.class)
                .hasMessage(data.resolve("full") + " exists.");
    }

    @Test
    void whoever_does_not_know_the_secret_of_the_data_folder_gets_no_backup() throws Exception {
        var order = HttpRequest.newBuilder(settings.url(Port.ISSUER).resolve("/operations/backups"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"file\":\"night\"}"));

        assertThat(http.send(order.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(401);
        order.header("Authorization", "Bearer guessed");
        assertThat(http.send(order.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(401);
    }

    private HttpResponse<String> clientCredentials(String secret) throws IOException, InterruptedException {
        var basic = Base64.getEncoder().encodeToString(("visit-service:" + secret).getBytes(StandardCharsets.UTF_8));
        return http.send(
                form("/oauth2/token", Map.of("grant_type", "client_credentials"))
                        .header("Authorization", "Basic " + basic)
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> moveClock(@Nullable String user, String move)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(settings.url(Port.ISSUER).resolve("/demo/clock"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(move));
        if (user != null) {
            var token = post("/demo/token", Map.of("user", user, "password", "demo"))
                    .body();
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static URI authorization(String... more) {
        var query = new StringBuilder(
                        "response_type=code&client_id=fangwei-console&scope=openid&state=s-1&redirect_uri=")
                .append(encoded(console()));
        for (var i = 0; i < more.length; i += 2) {
            query.append('&').append(more[i]).append('=').append(encoded(more[i + 1]));
        }
        return settings.url(Port.ISSUER).resolve("/oauth2/authorize?" + query);
    }

    private static String console() {
        return settings.url(Port.GATEWAY) + "/callback";
    }

    /** Follows redirects inside the issuer, as a browser does. */
    private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        var answer = http.send(
                HttpRequest.newBuilder(uri)
                        .header("Accept", uri.getPath().startsWith("/demo") ? "application/json" : "text/html")
                        .build(),
                BodyHandlers.ofString());
        return answer.statusCode() == 302
                ? get(URI.create(answer.headers().firstValue("Location").orElseThrow()))
                : answer;
    }

    /** Fills the form in and follows redirects until they leave the issuer or come back to the form. */
    private String logIn(HttpResponse<String> page, String user, String password)
            throws IOException, InterruptedException {
        var csrf = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(csrf.find()).isTrue();
        var answer = post("/login", Map.of("username", user, "password", password, "_csrf", csrf.group(1)));
        var location = settings.url(Port.ISSUER)
                .resolve(answer.headers().firstValue("Location").orElseThrow());
        while (location.getPort() == settings.port(Port.ISSUER)
                && !location.getPath().equals("/login")) {
            answer = http.send(
                    HttpRequest.newBuilder(location)
                            .header("Accept", "text/html")
                            .build(),
                    BodyHandlers.ofString());
            location = location.resolve(answer.headers().firstValue("Location").orElseThrow());
        }
        return location.toString();
    }

    private HttpResponse<String> post(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        return http.send(form(path, fields).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder form(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(settings.url(Port.ISSUER).resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    @Test
    void whoever_logs_in_for_nothing_in_particular_comes_to_the_console() throws Exception {
        var page = get(settings.url(Port.ISSUER).resolve("/login"));

        assertThat(logIn(page, "im.huaxi", "demo"))
                .isEqualTo(settings.url(Port.GATEWAY).toString());
    }

    private static String parameter(String uri, String name) {
        var found = Pattern.compile("[?&]" + name + "=([^&]+)").matcher(uri);
        assertThat(found.find()).as(uri).isTrue();
        return found.group(1);
    }

    private static String challenge() throws Exception {
        var hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonMapper().readTree(answer.body());
    }

    private static JWTClaimsSet claims(String token) throws Exception {
        return SignedJWT.parse(token).getJWTClaimsSet();
    }

    private static final class QuietBusiness implements Business {

        @Override
        public Traffic traffic() {
            return new Traffic(true, 0, 0);
        }

        @Override
        public void runWatches() {}

        @Override
        public Optional<Instant> watchesRanAt() {
            return Optional.empty();
        }
    }
}
