package io.fangwei.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers for a minute which tokens were good, by their hash, so that a token that comes with every request is not
 * taken apart and its signature computed each time. A token that has expired is always checked anew, and refused.
 */
final class CheckedTokens implements JwtDecoder {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final JwtDecoder check;
    private final Clock realTime;
    private final Cache<ByteBuffer, Jwt> good =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(A_MINUTE).build();

    CheckedTokens(JwtDecoder check, Clock realTime) {
        this.check = check;
        this.realTime = realTime;
    }

    @Override
    public Jwt decode(String token) {
        var hash = hash(token);
        var known = good.getIfPresent(hash);
        if (known != null && isAlive(known)) {
            return known;
        }
        var checked = check.decode(token);
        if (isAlive(checked)) {
            good.put(hash, checked);
        }
        return checked;
    }

    private boolean isAlive(Jwt token) {
        var end = token.getExpiresAt();
        return end != null && end.isAfter(realTime.instant());
    }

    private static ByteBuffer hash(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
