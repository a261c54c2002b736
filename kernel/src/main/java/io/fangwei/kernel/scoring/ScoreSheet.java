package io.fangwei.kernel.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A model filled in: the score of every indicator, the effect of every rule, and totals. Rounds only what it shows. */
public final class ScoreSheet {

    private static final int DECIMALS = 2;

    private final ScoringModel model;
    private final Map<String, IndicatorScore> scores = new LinkedHashMap<>();

    ScoreSheet(ScoringModel model, Cases cases) {
        this.model = model;
        model.indicators().forEach(one -> scores.put(one.code(), IndicatorScore.of(one, cases)));
    }

    public List<IndicatorScore> indicators() {
        return List.copyOf(scores.values());
    }

    public IndicatorScore indicator(String code) {
        return scores.get(model.indicator(code).code());
    }

    public RuleScore rule(String id) {
        var rule = model.rule(id);
        return scores.values().stream()
                .flatMap(score -> score.rules().stream())
                .filter(score -> score.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    public BigDecimal total() {
        return total(scores.keySet());
    }

    /** The total of the chosen indicators alone: base points and the bonus up to its maximum. */
    public BigDecimal total(Set<String> codes) {
        return shown(sum(codes, false, IndicatorScore::exact)
                .add(sum(codes, true, IndicatorScore::exact).min(model.bonusMax())));
    }

    /** The most that the chosen base indicators can give. */
    public BigDecimal baseMax(Set<String> codes) {
        return shown(sum(codes, false, score -> score.indicator().max()));
    }

    static BigDecimal shown(BigDecimal points) {
        return points.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private BigDecimal sum(Collection<String> codes, boolean bonus, Function<IndicatorScore, BigDecimal> points) {
        return codes.stream()
                .map(this::indicator)
                .filter(score -> score.indicator().isBonus() == bonus)
                .map(points)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
