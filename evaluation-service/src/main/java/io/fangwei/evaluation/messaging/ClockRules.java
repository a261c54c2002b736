package io.fangwei.evaluation.messaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * The table of {@code /evaluation/clock-rules.json}.
 *
 * @param events that may end clocks
 * @param clocks what each feeds if it is missed
 * @param doubts events after which a clock met is still a case to confirm
 */
record ClockRules(Set<String> events, List<ClockRule> clocks, Set<Doubt> doubts) {

    record Doubt(String event, String clock) {}

    static ClockRules read() {
        try (var in = ClockRules.class.getResourceAsStream("/evaluation/clock-rules.json")) {
            return JsonMapper.shared().readValue(in, ClockRules.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Optional<ClockRule> of(String clock) {
        return clocks.stream().filter(row -> row.clock().equals(clock)).findFirst();
    }

    boolean isDoubtful(String event, String clock) {
        return doubts.contains(new Doubt(event, clock));
    }
}
