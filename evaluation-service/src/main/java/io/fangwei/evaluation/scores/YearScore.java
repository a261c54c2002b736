package io.fangwei.evaluation.scores;

import io.fangwei.kernel.scoring.Cases;
import io.fangwei.kernel.scoring.Indicator;
import io.fangwei.kernel.scoring.IndicatorGroup;
import io.fangwei.kernel.scoring.IndicatorScore;
import io.fangwei.kernel.scoring.RuleScore;
import io.fangwei.kernel.scoring.RuleType;
import io.fangwei.kernel.scoring.ScoreSheet;
import io.fangwei.kernel.scoring.ScoringModel;
import io.fangwei.kernel.scoring.ScoringRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The score of an insurer and year as far as facts speak (CD-9.1.1a, CD-E.3).
 *
 * @param total of the evaluated indicators alone
 * @param evaluatedMax the most that these could give
 * @param evaluated how many base indicators are evaluated
 * @param of how many there are
 */
public record YearScore(
        String model,
        String version,
        UUID insurerId,
        int year,
        BigDecimal total,
        BigDecimal evaluatedMax,
        int evaluated,
        int of,
        List<Group> groups) {

    /** A group of the model. */
    public record Group(String code, String nameZh, String name, BigDecimal max, List<Line> indicators) {}

    /** One indicator; without a score if it is not evaluated. */
    public record Line(
            String code,
            String nameZh,
            String name,
            BigDecimal max,
            boolean evaluated,
            @Nullable BigDecimal score,
            List<RuleLine> rules) {}

    /**
     * One rule.
     *
     * @param points that one case, or the whole, is worth; none where an assessor chooses
     */
    public record RuleLine(
            String id,
            RuleType type,
            ScoringRule.Input input,
            @Nullable BigDecimal points,
            int cases,
            int candidates,
            int population,
            BigDecimal deducted) {}

    public static YearScore of(ScoringModel model, UUID insurerId, int year, Map<String, RuleTally> tallies) {
        var counts = new HashMap<String, Integer>();
        tallies.forEach((rule, tally) -> counts.put(rule, tally.cases()));
        var sheet = model.score(Cases.counts(counts));
        var evaluated = model.indicators().stream()
                .filter(one -> isEvaluated(one, tallies))
                .map(Indicator::code)
                .collect(Collectors.toSet());
        var base = model.indicators().stream()
                .filter(one -> !one.isBonus())
                .map(Indicator::code)
                .toList();
        return new YearScore(
                model.modelId(),
                model.version(),
                insurerId,
                year,
                sheet.total(evaluated),
                sheet.baseMax(evaluated),
                Math.toIntExact(base.stream().filter(evaluated::contains).count()),
                base.size(),
                model.groups().stream()
                        .map(group -> group(group, sheet, evaluated, tallies))
                        .toList());
    }

    /** What an assessor must judge is not evaluated by the system, whatever it proposes. */
    private static boolean isEvaluated(Indicator indicator, Map<String, RuleTally> tallies) {
        return indicator.rules().stream()
                .filter(rule -> rule.input() == ScoringRule.Input.AUTO)
                .anyMatch(rule ->
                        tallies.getOrDefault(rule.id(), RuleTally.NOTHING).hasFacts());
    }

    private static Group group(
            IndicatorGroup group, ScoreSheet sheet, Set<String> evaluated, Map<String, RuleTally> tallies) {
        return new Group(
                group.code(),
                group.nameZh(),
                group.name(),
                shown(group.max()),
                group.indicators().stream()
                        .map(one -> line(sheet.indicator(one.code()), evaluated.contains(one.code()), tallies))
                        .toList());
    }

    private static Line line(IndicatorScore score, boolean evaluated, Map<String, RuleTally> tallies) {
        var indicator = score.indicator();
        return new Line(
                indicator.code(),
                indicator.nameZh(),
                indicator.name(),
                shown(indicator.max()),
                evaluated,
                evaluated ? score.score() : null,
                score.rules().stream()
                        .map(rule -> line(rule, tallies.getOrDefault(rule.rule().id(), RuleTally.NOTHING)))
                        .toList());
    }

    private static RuleLine line(RuleScore score, RuleTally tally) {
        var rule = score.rule();
        return new RuleLine(
                rule.id(),
                rule.type(),
                rule.input(),
                rule.points() == null ? null : shown(rule.points()),
                tally.cases(),
                tally.candidates(),
                tally.population(),
                score.deducted());
    }

    private static BigDecimal shown(BigDecimal points) {
        return points.setScale(2, RoundingMode.UNNECESSARY);
    }
}
