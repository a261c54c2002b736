package io.fangwei.kernel.events;

import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * An event as it travels: CloudEvents 1.0, Kafka binary mode (D2).
 *
 * @param subject id of the aggregate that it happened to
 * @param sequence the aggregate's own number of the event; grows, may skip numbers
 * @param actor who did it
 */
public record EventEnvelope(
        UUID id, String type, String source, String subject, long sequence, Instant time, String actor, JsonNode data) {

    /** A field of the data as text; refuses an event that lacks it. */
    public String text(String field) {
        var value = data.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw new IllegalArgumentException(type + " lacks " + field);
        }
        return value.asString();
    }

    public UUID uuid(String field) {
        return UUID.fromString(text(field));
    }

    public UUID subjectId() {
        return UUID.fromString(subject);
    }
}
