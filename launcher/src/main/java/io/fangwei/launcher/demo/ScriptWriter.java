package io.fangwei.launcher.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects steps by day and lane. What would happen after the last day does not happen. */
final class ScriptWriter {

    private final Map<LocalDate, Map<String, List<Step>>> days = new TreeMap<>();

    void add(@Nullable LocalDate day, String lane, Step step) {
        if (day != null && !day.isAfter(WorkDays.LAST)) {
            days.computeIfAbsent(day, none -> new LinkedHashMap<>())
                    .computeIfAbsent(lane, none -> new ArrayList<>())
                    .add(step);
        }
    }

    Script script() {
        return new Script(days.entrySet().stream()
                .map(day -> new Stop(day.getKey(), List.copyOf(day.getValue().values())))
                .toList());
    }
}
