package io.fangwei.kernel.testing;

import io.fangwei.kernel.personal.PersonalKeys;
import java.util.Map;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives a context its own database, a clock that stands still, the keys of the test tokens and, if asked, the broker. */
public final class TestInfrastructure implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** By which all services of a test keep what they know of persons, those in processes of their own too. */
    public static final String PERSONAL_KEYS = PersonalKeys.fresh().json();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var kafka = context.getEnvironment().getProperty("fangwei.test.kafka", Boolean.class, false);
        var properties = new java.util.HashMap<String, Object>(Map.of(
                "spring.mongodb.uri", TestDatabase.freshUri(),
                "fangwei.watch.every", "0s",
                "fangwei.personal.keyset", PERSONAL_KEYS,
                "spring.kafka.listener.auto-startup", kafka.toString(),
                "fangwei.relay.enabled", kafka.toString()));
        if (kafka) {
            properties.put("spring.kafka.bootstrap-servers", TestBroker.address());
            properties.put("fangwei.instance", java.util.UUID.randomUUID().toString());
            properties.put("spring.kafka.consumer.group-id", "test-" + java.util.UUID.randomUUID());
        }
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test-infrastructure", properties));
        context.getBeanFactory().registerSingleton("clock", TestClock.on("2025-03-03"));
        context.getBeanFactory().registerSingleton("jwtDecoder", TestTokens.decoder());
        var seen = new SeenQueries();
        MongoClientSettingsBuilderCustomizer listening = settings -> settings.addCommandListener(seen);
        context.getBeanFactory().registerSingleton("seenQueries", seen);
        context.getBeanFactory().registerSingleton("seenQueriesCustomizer", listening);
    }
}
