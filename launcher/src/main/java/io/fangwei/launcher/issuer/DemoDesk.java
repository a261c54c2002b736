package io.fangwei.launcher.issuer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Hands out a token for one line of {@code curl}; only a demonstration has such a desk. */
@RestController
@RequestMapping("/demo")
class DemoDesk {

    /** A login as people see it. */
    record Login(String username, String name, List<String> roles) {}

    private static final Duration A_WORKING_DAY = Duration.ofHours(8);

    private final DemoUsers users;
    private final IssuerSettings settings;
    private final JwtEncoder tokens;
    private final Clock realTime;

    DemoDesk(DemoUsers users, IssuerSettings settings, JwtEncoder tokens, Clock realTime) {
        this.users = users;
        this.settings = settings;
        this.tokens = tokens;
        this.realTime = realTime;
    }

    @GetMapping("/users")
    List<Login> users() {
        return users.all().stream()
                .map(user -> new Login(user.username(), user.name(), user.roles()))
                .toList();
    }

    @PostMapping(path = "/token", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> token(@RequestParam String user, @RequestParam String password) {
        return users.find(user)
                .filter(known -> password.equals(DemoUsers.PASSWORD))
                .map(known -> ResponseEntity.ok(tokenOf(known)))
                .orElseGet(() ->
                        ResponseEntity.status(HttpStatus.UNAUTHORIZED).body("账号或密码错误 / wrong user or password\n"));
    }

    private String tokenOf(DemoUser user) {
        var now = Instant.now(realTime);
        var claims = JwtClaimsSet.builder()
                .issuer(settings.issuer().toString())
                .subject(user.username())
                .audience(List.of(IssuerSettings.AUDIENCE))
                .issuedAt(now)
                .notBefore(now)
                .expiresAt(now.plus(A_WORKING_DAY))
                .claims(all -> all.putAll(user.claims()))
                .build();
        var header = JwsHeader.with(SignatureAlgorithm.RS256).build();
        return tokens.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }
}
