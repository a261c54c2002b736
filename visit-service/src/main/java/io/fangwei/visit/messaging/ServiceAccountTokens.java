package io.fangwei.visit.messaging;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/** Puts the token of the service account on requests; asks the issuer when it is first needed, so that it may start later. */
final class ServiceAccountTokens implements ClientRegistrationRepository {

    private static final String ID = "team-service";

    private final TeamSettings settings;
    private final RestClient http;
    private final ClientHttpRequestFactory requests;
    private final Authentication account;
    private final InMemoryOAuth2AuthorizedClientService clients = new InMemoryOAuth2AuthorizedClientService(this);
    private final AuthorizedClientServiceOAuth2AuthorizedClientManager manager =
            new AuthorizedClientServiceOAuth2AuthorizedClientManager(this, clients);
    private volatile @Nullable ClientRegistration registration;

    ServiceAccountTokens(TeamSettings settings, ClientHttpRequestFactory requests) {
        this.settings = settings;
        this.requests = requests;
        this.http = RestClient.builder().requestFactory(requests).build();
        var name = settings.serviceAccount().clientId();
        account = new AnonymousAuthenticationToken(name, name, AuthorityUtils.createAuthorityList("ROLE_SERVICE"));
        manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .clientCredentials(grant -> grant.accessTokenResponseClient(tokenRequests()))
                .build());
    }

    ClientHttpRequestInterceptor interceptor() {
        var interceptor = new OAuth2ClientHttpRequestInterceptor(manager);
        interceptor.setClientRegistrationIdResolver(request -> ID);
        interceptor.setPrincipalResolver(request -> account);
        interceptor.setAuthorizationFailureHandler(
                OAuth2ClientHttpRequestInterceptor.authorizationFailureHandler(clients));
        return interceptor;
    }

    /** Gets a token ahead of the first question, which then need not wait for it. */
    void prepare() {
        manager.authorize(OAuth2AuthorizeRequest.withClientRegistrationId(ID)
                .principal(account)
                .build());
    }

    private RestClientClientCredentialsTokenResponseClient tokenRequests() {
        var client = new RestClientClientCredentialsTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    @Override
    public ClientRegistration findByRegistrationId(String id) {
        var known = registration;
        if (known == null) {
            known = discovered();
            registration = known;
        }
        return known;
    }

    private ClientRegistration discovered() {
        var metadata = http.get()
                .uri(settings.issuer() + "/.well-known/openid-configuration")
                .retrieve()
                .body(new ParameterizedTypeReference<Map<String, Object>>() {});
        var endpoint = Objects.requireNonNull(metadata, "The issuer says nothing of itself")
                .get("token_endpoint");
        return ClientRegistration.withRegistrationId(ID)
                .clientId(settings.serviceAccount().clientId())
                .clientSecret(settings.serviceAccount().clientSecret())
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenUri(String.valueOf(endpoint))
                .build();
    }
}
