package io.fangwei.evaluation.messaging;

import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.kernel.events.EventEnvelope;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An event as this service reads it; throws where the event does not say what it must. */
record Heard(EventEnvelope event) {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    UUID id(String field) {
        return event.uuid(field);
    }

    String text(String field) {
        return event.text(field);
    }

    Optional<String> find(String field) {
        return find(event.data(), field);
    }

    boolean flag(String field) {
        return flag(event.data(), field);
    }

    int number(String field) {
        return Integer.parseInt(text(field));
    }

    LocalDate day(String field) {
        return LocalDate.parse(text(field));
    }

    /** The day of the event in China. */
    LocalDate on() {
        return find("on").map(LocalDate::parse).orElseGet(() -> LocalDate.ofInstant(event.time(), CHINA));
    }

    List<ClockFact> clocks() {
        return list("clocks").map(Heard::clock).toList();
    }

    /** When a clock was due before it moved. */
    LocalDate wasDue(ClockFact clock) {
        return list("moved")
                .filter(move -> text(move, "rule").equals(clock.rule())
                        && text(move, "start").equals(clock.start().toString()))
                .map(move -> LocalDate.parse(text(move, "wasDue")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A clock that moved from nowhere: " + clock));
    }

    Stream<JsonNode> list(String field) {
        var list = event.data().path(field);
        if (!list.isArray()) {
            throw new IllegalArgumentException(event.type() + " has no list of " + field);
        }
        return list.valueStream();
    }

    static Optional<String> find(JsonNode node, String field) {
        var value = node.path(field);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value.asString());
    }

    static String text(JsonNode node, String field) {
        return find(node, field).orElseThrow(() -> new IllegalArgumentException("No " + field + " in " + node));
    }

    static boolean flag(JsonNode node, String field) {
        var value = node.path(field);
        if (!value.isBoolean()) {
            throw new IllegalArgumentException("No yes or no for " + field + " in " + node);
        }
        return value.booleanValue();
    }

    private static ClockFact clock(JsonNode node) {
        return new ClockFact(
                text(node, "rule"),
                ClockFact.State.valueOf(text(node, "state")),
                LocalDate.parse(text(node, "start")),
                LocalDate.parse(text(node, "due")),
                text(node, "calendarVersion"),
                day(find(node, "endedOn")));
    }

    private static @Nullable LocalDate day(Optional<String> day) {
        return day.map(LocalDate::parse).orElse(null);
    }
}
