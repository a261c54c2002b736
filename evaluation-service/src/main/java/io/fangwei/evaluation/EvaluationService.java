package io.fangwei.evaluation;

import io.fangwei.kernel.scoring.ScoringModel;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** The application. */
@SpringBootApplication(scanBasePackages = {"io.fangwei.evaluation", "io.fangwei.kernel"})
@ConfigurationPropertiesScan({"io.fangwei.evaluation", "io.fangwei.kernel"})
public class EvaluationService {

    public static void main(String[] args) {
        start(args);
    }

    public static ConfigurableApplicationContext start(String... args) {
        return start(new ApplicationContextInitializer<?>[0], args);
    }

    public static ConfigurableApplicationContext start(
            ApplicationContextInitializer<?>[] initializers, String... args) {
        return new SpringApplicationBuilder(EvaluationService.class)
                .initializers(initializers)
                .properties("spring.config.name=evaluation-service")
                .run(args);
    }

    /** The model by which insurers are evaluated (CD-E.3). */
    @Bean
    static ScoringModel yearlyModel() {
        return ScoringModel.read("cd-appendix-e");
    }
}
