package io.fangwei.visit.visits;

import io.fangwei.kernel.scoring.Cases;
import io.fangwei.kernel.scoring.ScoringModel;
import io.fangwei.visit.problems.VisitRule;
import io.fangwei.visit.visits.VisitCommand.Survey;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The satisfaction survey of App. D.1 as answered, with its total of 100. */
public record Satisfaction(Map<String, BigDecimal> figures, BigDecimal total) {

    public Satisfaction {
        figures = Map.copyOf(figures);
    }

    static Satisfaction of(Survey survey, ScoringModel model) {
        var figures = new HashMap<String, BigDecimal>();
        if (survey.cases() != null) {
            survey.cases().forEach((rule, count) -> figures.put(rule, BigDecimal.valueOf(count)));
        }
        if (survey.discretionary() != null) {
            figures.putAll(survey.discretionary());
        }
        try {
            return new Satisfaction(figures, model.score(new Cases(figures)).total());
        } catch (IllegalArgumentException notOfTheModel) {
            throw VisitRule.SURVEY_INVALID.broken(notOfTheModel.getMessage());
        }
    }

    String text() {
        return new TreeMap<>(figures) + " = " + total;
    }
}
