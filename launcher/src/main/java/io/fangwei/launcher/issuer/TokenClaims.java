package io.fangwei.launcher.issuer;

import java.util.List;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Writes into each token for whom it is and what its bearer may claim to be (D9). */
final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private final DemoUsers users;

    TokenClaims(DemoUsers users) {
        this.users = users;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        if (context.getTokenType().equals(OAuth2TokenType.ACCESS_TOKEN)) {
            context.getClaims().audience(List.of(IssuerSettings.AUDIENCE));
            if (context.getAuthorizationGrantType().equals(AuthorizationGrantType.CLIENT_CREDENTIALS)) {
                context.getClaims().claim("roles", List.of("SV"));
            } else {
                user(context).claims().forEach(context.getClaims()::claim);
            }
        } else if (context.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
            context.getClaims()
                    .claim("name", user(context).name())
                    .claim("roles", user(context).roles());
        }
    }

    private DemoUser user(JwtEncodingContext context) {
        return users.find(context.getPrincipal().getName()).orElseThrow();
    }
}
