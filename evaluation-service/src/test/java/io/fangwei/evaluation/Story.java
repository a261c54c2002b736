package io.fangwei.evaluation;

import io.fangwei.kernel.testing.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** What the other services tell about one insurer, each aggregate with a sequence of its own. */
public final class Story {

    public static final UUID COMPANY = UUID.fromString("0f3c8a52-6c0f-4a55-9d2f-1f1f5a3f7f10");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Told told;
    private final UUID insurer = UUID.randomUUID();
    private final Map<UUID, Long> sequences = new HashMap<>();

    public Story(Told told) {
        this.told = told;
    }

    public UUID insurer() {
        return insurer;
    }

    public Story registered(String... areas) {
        tell("policy.insurer-registered.v1", insurer, Map.of("name", "Insurer", "areas", List.of(areas)));
        return this;
    }

    /** A visit whose service is done; its record is due. */
    public UUID served(String on) {
        var visit = UUID.randomUUID();
        visit("visit.service-completed.v1", visit, Map.of("on", on, "clocks", List.of()));
        return visit;
    }

    public void visit(String type, UUID visit, Map<String, ?> data) {
        tell(type, visit, with(data, "visitId", visit));
    }

    /** A visit's event with one clock that ended on a day, or not yet. */
    public void clock(String type, UUID visit, String rule, String state, String due, String endedOn) {
        visit(type, visit, Map.of("clocks", List.of(clock(rule, state, due, endedOn))));
    }

    public void archived(UUID visit, String state, String due, String endedOn) {
        var clocks = List.of(clock("CLK-07", state, due, endedOn));
        visit("visit.visit-archived.v1", visit, Map.of("complete", true, "missingKinds", List.of(), "clocks", clocks));
    }

    public void hazard(String type, UUID hazard, Map<String, ?> clock) {
        tell(type, hazard, with(Map.of("clocks", List.of(clock)), "hazardId", hazard));
    }

    public void complaint(String type, UUID complaint, Map<String, ?> data) {
        tell(type, complaint, with(data, "complaintId", complaint));
    }

    public void pool(String type, UUID pool, int year, Map<String, ?> data) {
        tell(type, pool, with(with(data, "poolId", pool), "year", year));
    }

    public void tell(String type, UUID subject, Map<String, ?> data) {
        tell(UUID.randomUUID(), type, subject, sequences.merge(subject, 1L, Long::sum), data);
    }

    /** The event under an id and a number that may have been told before. */
    public void tell(UUID id, String type, UUID subject, long sequence, Map<String, ?> data) {
        var all = new HashMap<String, Object>(Map.of("insurerId", insurer, "companyId", COMPANY, "area", "510104"));
        all.putAll(data);
        told.event(id, type, subject, sequence, JSON.valueToTree(all));
    }

    public static Map<String, Object> clock(String rule, String state, String due, String endedOn) {
        var clock = new HashMap<String, Object>(Map.of(
                "rule", rule, "state", state, "start", "2025-01-02", "due", due, "calendarVersion", "shipped-2026"));
        if (!endedOn.isEmpty()) {
            clock.put("endedOn", endedOn);
        }
        return clock;
    }

    public static Map<String, Object> participant(UUID person, String source, boolean eligible) {
        return Map.of(
                "professionalId", person,
                "source", source,
                "eligible", eligible,
                "reasons", new ArrayList<>(eligible ? List.of() : List.of("NOT_QUALIFIED")));
    }

    public static Map<String, Object> with(Map<String, ?> data, String field, Object value) {
        var all = new HashMap<String, Object>(data);
        all.put(field, value);
        return all;
    }
}
