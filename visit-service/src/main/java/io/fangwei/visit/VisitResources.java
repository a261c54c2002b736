package io.fangwei.visit;

import io.fangwei.kernel.scoring.ScoringModel;
import io.fangwei.visit.items.RecordForms;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The forms and models that this service interprets (D14). */
@Configuration
public class VisitResources {

    /** What the record of each item must hold. */
    @Bean
    public static RecordForms recordForms() {
        try (var in = VisitResources.class.getResourceAsStream("/record-forms.json")) {
            return new JsonMapper().readValue(in, RecordForms.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The survey of App. D.1. */
    @Bean
    public static ScoringModel satisfactionSurvey() {
        return ScoringModel.read("cd-appendix-d1");
    }
}
