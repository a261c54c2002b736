package io.fangwei.kernel.testing;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import io.fangwei.kernel.caller.Caller;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Real tokens, signed by a key of this test JVM, and what checks them. */
public final class TestTokens {

    private static final KeyPair KEYS = keys();
    private static final Clock REAL = Clock.systemUTC();

    private TestTokens() {}

    /** The Authorization header of a caller. */
    public static String bearer(Caller caller) {
        return "Bearer " + of(caller);
    }

    public static String of(Caller caller) {
        var now = REAL.instant();
        var claims = JwtClaimsSet.builder()
                .issuer("http://issuer.test")
                .subject(caller.subject())
                .audience(List.of("fangwei"))
                .issuedAt(now)
                .expiresAt(now.plus(Duration.ofHours(1)))
                .claim("roles", caller.roles().stream().map(Enum::name).sorted().toList())
                .claim("areas", caller.areas());
        claim(claims, "insurerId", caller.insurerId());
        claim(claims, "companyId", caller.companyId());
        claim(claims, "institutionId", caller.institutionId());
        claim(claims, "professionalId", caller.professionalId());
        claim(claims, "brokerId", caller.brokerId());
        return encoder().encode(JwtEncoderParameters.from(claims.build())).getTokenValue();
    }

    /** Checks the signature of these tokens. */
    public static JwtDecoder decoder() {
        return NimbusJwtDecoder.withPublicKey((RSAPublicKey) KEYS.getPublic()).build();
    }

    private static void claim(
            JwtClaimsSet.Builder claims, String name, @org.jspecify.annotations.Nullable Object value) {
        if (value != null) {
            claims.claim(name, value.toString());
        }
    }

    private static NimbusJwtEncoder encoder() {
        var key = new RSAKey.Builder((RSAPublicKey) KEYS.getPublic())
                .privateKey((RSAPrivateKey) KEYS.getPrivate())
                .keyID("test")
                .build();
        return new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(key)));
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
