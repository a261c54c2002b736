package io.fangwei.launcher.issuer;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The programs that may ask for tokens: the console for people, and services for themselves. */
public final class Clients {

    public static final String CONSOLE = "fangwei-console";
    public static final String VISIT_SERVICE = "visit-service";

    private static final List<String> WAYS_BACK = List.of("/", "/callback", "/login/callback", "/silent-renew");
    private static final Duration OF_A_SESSION = Duration.ofHours(1);

    private Clients() {}

    static RegisteredClientRepository of(IssuerSettings settings, SigningKeys secrets) throws IOException {
        return new InMemoryRegisteredClientRepository(console(settings), service(VISIT_SERVICE, secrets));
    }

    private static RegisteredClient console(IssuerSettings settings) {
        return RegisteredClient.withId(CONSOLE)
                .clientId(CONSOLE)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUris(uris -> WAYS_BACK.forEach(
                        path -> uris.add(settings.console().resolve(path).toString())))
                .postLogoutRedirectUri(settings.console().resolve("/").toString())
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(OF_A_SESSION)
                        .build())
                .build();
    }

    private static RegisteredClient service(String name, SigningKeys secrets) throws IOException {
        return RegisteredClient.withId(name)
                .clientId(name)
                .clientSecret("{noop}" + secrets.secretOf(name))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(OF_A_SESSION)
                        .build())
                .build();
    }
}
