package io.fangwei.kernel.scoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A versioned set of indicators and rules that says how points are lost and gained (requirements section 5). */
public record ScoringModel(
        String modelId,
        String version,
        String titleZh,
        String title,
        BigDecimal baseMax,
        BigDecimal bonusMax,
        BigDecimal totalMax,
        @Nullable List<GradeBand> gradeBands,
        List<IndicatorGroup> groups) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public ScoringModel {
        gradeBands = gradeBands == null ? List.of() : List.copyOf(gradeBands);
        groups = List.copyOf(groups);
        refuseTwins(modelId, groups);
    }

    /** The model of {@code /scoring/<name>.json}. */
    public static ScoringModel read(String name) {
        try (var in = ScoringModel.class.getResourceAsStream("/scoring/" + name + ".json")) {
            if (in == null) {
                throw new IllegalArgumentException("There is no scoring model " + name);
            }
            return JSON.readValue(in, ScoringModel.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Points for what was found; refuses rules that the model does not have and figures that a rule cannot take. */
    public ScoreSheet score(Cases cases) {
        cases.figures().keySet().forEach(this::rule);
        return new ScoreSheet(this, cases);
    }

    public List<Indicator> indicators() {
        return groups.stream().flatMap(group -> group.indicators().stream()).toList();
    }

    public List<ScoringRule> rules() {
        return indicators().stream().flatMap(one -> one.rules().stream()).toList();
    }

    public Indicator indicator(String code) {
        return find(indicators(), one -> one.code().equals(code), "indicator", code);
    }

    public ScoringRule rule(String id) {
        return find(rules(), one -> one.id().equals(id), "rule", id);
    }

    /** The indicator that a rule belongs to. */
    public Indicator indicatorOf(String rule) {
        return find(indicators(), one -> one.rules().contains(rule(rule)), "rule", rule);
    }

    /** The grade that a total earns, if the model has grades. */
    public Optional<String> grade(BigDecimal total) {
        return Stream.ofNullable(gradeBands)
                .flatMap(List::stream)
                .filter(band -> band.holds(total))
                .map(GradeBand::grade)
                .findFirst();
    }

    private <T> T find(List<T> all, Predicate<T> wanted, String what, String id) {
        return all.stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("%s %s has no %s %s".formatted(modelId, version, what, id)));
    }

    private static void refuseTwins(String modelId, List<IndicatorGroup> groups) {
        var seen = new HashSet<String>();
        groups.stream()
                .flatMap(group -> group.indicators().stream())
                .flatMap(one -> Stream.concat(
                        Stream.of(one.code()), one.rules().stream().map(ScoringRule::id)))
                .filter(id -> !seen.add(id))
                .findFirst()
                .ifPresent(twin -> {
                    throw new IllegalArgumentException(modelId + " has " + twin + " twice");
                });
    }
}
