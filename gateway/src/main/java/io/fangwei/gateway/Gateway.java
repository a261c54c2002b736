package io.fangwei.gateway;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The gateway application. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Gateway {

    public static void main(String... args) {
        start(args);
    }

    public static ConfigurableApplicationContext start(String... args) {
        return start(new ApplicationContextInitializer<?>[0], args);
    }

    /** Reads its own configuration file, so that all applications can live on one class path. */
    public static ConfigurableApplicationContext start(
            ApplicationContextInitializer<?>[] initializers, String... args) {
        return new SpringApplicationBuilder(Gateway.class)
                .properties("spring.config.name=gateway")
                .initializers(initializers)
                .run(args);
    }
}
