package io.fangwei.visit;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The application: plans, visits and hazards. */
@SpringBootApplication(scanBasePackages = {"io.fangwei.visit", "io.fangwei.kernel"})
@ConfigurationPropertiesScan({"io.fangwei.visit", "io.fangwei.kernel"})
public class VisitService {

    public static void main(String... args) {
        start(args);
    }

    public static ConfigurableApplicationContext start(String... args) {
        return start(new ApplicationContextInitializer<?>[0], args);
    }

    /** Starts with parts that whoever starts it brings along. */
    public static ConfigurableApplicationContext start(
            ApplicationContextInitializer<?>[] initializers, String... args) {
        return new SpringApplicationBuilder(VisitService.class)
                .properties("spring.config.name=visit-service")
                .initializers(initializers)
                .run(args);
    }
}
