package io.fangwei.kernel.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.testing.TestTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

class CheckedTokensTest {

    private final List<String> checked = new ArrayList<>();
    private final String token = TestTokens.of(Callers.administrator());

    @Test
    void a_good_token_is_checked_once() {
        var tokens = new CheckedTokens(this::check, Clock.systemUTC());

        var first = tokens.decode(token);

        assertThat(tokens.decode(token)).isSameAs(first);
        assertThat(checked).containsExactly(token);
    }

    @Test
    void every_token_is_checked_for_itself() {
        var tokens = new CheckedTokens(this::check, Clock.systemUTC());
        var another = TestTokens.of(Callers.professional("sp.one", UUID.randomUUID()));
        tokens.decode(token);

        assertThat(tokens.decode(another).getSubject()).isEqualTo("sp.one");
        assertThat(checked).containsExactly(token, another);
    }

    @Test
    void a_token_with_a_changed_claim_or_signature_is_refused_however_often_it_comes() {
        var tokens = new CheckedTokens(this::check, Clock.systemUTC());
        tokens.decode(token);
        var forged = token.substring(0, token.length() - 6) + "AAAAAA";

        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> tokens.decode(forged)).isInstanceOf(JwtException.class);
        }
        assertThat(checked).containsExactly(token, forged, forged);
    }

    @Test
    void a_token_that_has_expired_since_is_checked_again() {
        var clock = new MovedClock();
        var tokens = new CheckedTokens(this::check, clock);
        tokens.decode(token);
        clock.ahead = Duration.ofMinutes(61);

        tokens.decode(token);
        tokens.decode(token);

        assertThat(checked).containsExactly(token, token, token);
    }

    private Jwt check(String given) {
        checked.add(given);
        JwtDecoder signature = TestTokens.decoder();
        return signature.decode(given);
    }

    private static final class MovedClock extends Clock {

        private Duration ahead = Duration.ZERO;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(ahead);
        }
    }
}
