package io.fangwei.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;

/** An OIDC issuer on a port of its own, with keys of its own. */
final class TestIssuer implements AutoCloseable {

    private final TestServer server = new TestServer();
    private final RSAKey key;

    TestIssuer() throws JOSEException {
        key = new RSAKeyGenerator(2048).keyID("test").generate();
        server.answers("/.well-known/openid-configuration", """
                {"issuer":"%1$s","jwks_uri":"%1$s/jwks","subject_types_supported":["public"]}""".formatted(url()));
        server.answers("/jwks", new JWKSet(key.toPublicJWK()).toString());
    }

    String url() {
        return server.url();
    }

    String token(String... roles) {
        return token(claims -> claims, roles);
    }

    String token(UnaryOperator<JWTClaimsSet.Builder> change, String... roles) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(url())
                .subject("someone")
                .audience("fangwei")
                .expirationTime(Date.from(Instant.ofEpochMilli(System.currentTimeMillis() + 600_000)))
                .claim("roles", List.of(roles));
        try {
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    change.apply(claims).build());
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
