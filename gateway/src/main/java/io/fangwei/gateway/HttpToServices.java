package io.fangwei.gateway;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A client that passes on what it gets: no second try, no cookies, no unpacking, and a connection for everybody. */
@Configuration(proxyBeanMethods = false)
class HttpToServices {

    private static final int CONNECTIONS_TO_ONE_SERVICE = 256;
    private static final int CONNECTIONS = 1024;

    /** Shorter than the minute after which a service closes a connection that nobody uses. */
    private static final Timeout IDLE = Timeout.ofSeconds(20);

    @Bean
    ClientHttpRequestFactoryBuilderCustomizer<HttpComponentsClientHttpRequestFactoryBuilder> passingOn() {
        return requests -> requests.withConnectionManagerCustomizer(HttpToServices::pool)
                .withConnectionConfigCustomizer(HttpToServices::connection)
                .withHttpClientCustomizer(HttpToServices::client);
    }

    private static void pool(PoolingHttpClientConnectionManagerBuilder pool) {
        pool.setMaxConnPerRoute(CONNECTIONS_TO_ONE_SERVICE).setMaxConnTotal(CONNECTIONS);
    }

    private static void connection(ConnectionConfig.Builder connection) {
        connection.setValidateAfterInactivity(TimeValue.ofSeconds(1)).setIdleTimeout(IDLE);
    }

    private static void client(HttpClientBuilder http) {
        http.disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .evictIdleConnections(IDLE);
    }
}
