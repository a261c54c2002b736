package io.fangwei.team;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The application that knows who serves. */
@SpringBootApplication(scanBasePackages = {"io.fangwei.team", "io.fangwei.kernel"})
@ConfigurationPropertiesScan({"io.fangwei.team", "io.fangwei.kernel"})
public class TeamService {

    public static void main(String... args) {
        start(args);
    }

    public static ConfigurableApplicationContext start(String... args) {
        return start(new ApplicationContextInitializer<?>[0], args);
    }

    public static ConfigurableApplicationContext start(
            ApplicationContextInitializer<?>[] initializers, String... args) {
        return new SpringApplicationBuilder(TeamService.class)
                .properties("spring.config.name=team-service")
                .initializers(initializers)
                .run(args);
    }
}
