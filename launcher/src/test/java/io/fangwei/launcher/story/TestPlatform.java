package io.fangwei.launcher.story;

import static org.awaitility.Awaitility.await;

import io.fangwei.launcher.RunningPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationContext;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.util.FileSystemUtils;

/** The one platform that the tests of this JVM share: started when it is first wanted, stopped with the JVM. */
public final class TestPlatform {

    /** Before anything that a test tells; the clock stands still between moves. */
    private static final OffsetDateTime BEGINNING = OffsetDateTime.parse("2025-01-06T09:00+08:00");

    private static final Path DATA = Path.of("target", "test-platform");
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final class Started {
        private static final TestPlatform ONE = new TestPlatform();
    }

    private final RunningPlatform running;
    private final List<ApplicationContext> applications;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private TestPlatform() {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        begin();
        StartedContexts.forget();
        running = RunningPlatform.start(DATA, BEGINNING);
        applications = StartedContexts.all();
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop-test-platform"));
    }

    public static TestPlatform get() {
        return Started.ONE;
    }

    public Api gateway() {
        return new Api(running.gateway());
    }

    private Api desk() {
        return new Api(running.desk());
    }

    /** The six applications and the issuer. */
    public List<ApplicationContext> applications() {
        return applications;
    }

    /** The token of a demo user, as everybody may get it. */
    public String tokenOf(String user) {
        return tokens.computeIfAbsent(
                user,
                name -> desk().post(null, "/demo/token?user=%s&password=demo".formatted(name), "", Map.of())
                        .ok()
                        .body()
                        .asString());
    }

    /** A token that the issuer might have given to somebody who is not among its users. */
    public String tokenOf(String subject, Map<String, Object> claims) {
        var now = Instant.ofEpochMilli(System.currentTimeMillis());
        var all = JwtClaimsSet.builder()
                .issuer(running.desk().toString())
                .subject(subject)
                .audience(List.of("fangwei"))
                .issuedAt(now)
                .expiresAt(now.plus(Duration.ofHours(1)))
                .claims(given -> given.putAll(claims))
                .build();
        var header = JwsHeader.with(SignatureAlgorithm.RS256).build();
        return encoder().encode(JwtEncoderParameters.from(header, all)).getTokenValue();
    }

    public LocalDate today() {
        return OffsetDateTime.parse(desk().get(null, "/demo/clock").ok().text("/now"))
                .toLocalDate();
    }

    /** Moves the clock to nine in the morning of a day; what is due by then has been noticed when this returns. */
    public void moveTo(String day) {
        desk().post(tokenOf("ad"), "/demo/clock", "{'moveTo':'%sT09:00+08:00','hold':true}".formatted(day), Map.of())
                .ok();
        settle();
    }

    /** Waits until everything said has been heard, and nothing came of it that has not. */
    public void settle() {
        await().atMost(SOON).until(() -> isQuiet() && isQuiet());
    }

    private boolean isQuiet() {
        var clock = desk().get(null, "/demo/clock").ok();
        return clock.body().get("outboxesEmpty").booleanValue() && clock.number("/unconsumed") == 0;
    }

    private JwtEncoder encoder() {
        return applications.stream()
                .flatMap(application -> application.getBeansOfType(JwtEncoder.class).values().stream())
                .findFirst()
                .orElseThrow();
    }

    private static void begin() {
        try {
            FileSystemUtils.deleteRecursively(DATA);
        } catch (IOException locked) {
            throw new UncheckedIOException(locked);
        }
    }
}
