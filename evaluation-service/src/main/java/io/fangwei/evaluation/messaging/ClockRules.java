package io.fangwei.evaluation.messaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** The table of {@code /evaluation/clock-rules.json}: the events that end clocks, and what a missed clock feeds. */
record ClockRules(Set<String> events, List<ClockRule> clocks) {

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
}
