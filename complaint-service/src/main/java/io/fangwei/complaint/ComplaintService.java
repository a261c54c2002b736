package io.fangwei.complaint;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The application that owns complaints, officers, channels, replies, extensions and escalations. */
@SpringBootApplication(scanBasePackages = {"io.fangwei.complaint", "io.fangwei.kernel"})
@ConfigurationPropertiesScan({"io.fangwei.complaint", "io.fangwei.kernel"})
public class ComplaintService {

    public static void main(String... args) {
        start(args);
    }

    public static ConfigurableApplicationContext start(String... args) {
        return start(new ApplicationContextInitializer<?>[0], args);
    }

    public static ConfigurableApplicationContext start(
            ApplicationContextInitializer<?>[] initializers, String... args) {
        return new SpringApplicationBuilder(ComplaintService.class)
                .initializers(initializers)
                .properties("spring.config.name=complaint-service")
                .run(args);
    }
}
