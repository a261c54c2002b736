package io.fangwei.policy;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The service that owns insurers, insured companies, policies and the prevention budget. */
@SpringBootApplication(scanBasePackages = {"io.fangwei.policy", "io.fangwei.kernel"})
@ConfigurationPropertiesScan({"io.fangwei.policy", "io.fangwei.kernel"})
public class PolicyService {

    public static void main(String... args) {
        start(args);
    }

    public static ConfigurableApplicationContext start(String... args) {
        return start(new ApplicationContextInitializer<?>[0], args);
    }

    /** Starts with its own configuration file, so that all services can live on one class path. */
    public static ConfigurableApplicationContext start(
            ApplicationContextInitializer<?>[] initializers, String... args) {
        return new SpringApplicationBuilder(PolicyService.class)
                .initializers(initializers)
                .properties("spring.config.name=policy-service")
                .run(args);
    }
}
