package io.fangwei.kernel.listening;

import io.fangwei.kernel.events.EventEnvelope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.json.JsonMapper;

/** Reads the envelope of an event from the headers of its record (CloudEvents binary mode, D2). */
public final class Envelopes {

    private final JsonMapper json;

    public Envelopes(JsonMapper json) {
        this.json = json;
    }

    /** The type alone; empty if the record names none. */
    public static String type(ConsumerRecord<String, String> event) {
        var header = event.headers().lastHeader("ce_type");
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** @throws RuntimeException if the record is no event of ours */
    public EventEnvelope read(ConsumerRecord<String, String> event) {
        if (event.value() == null) {
            throw new IllegalArgumentException("An event without data");
        }
        return new EventEnvelope(
                UUID.fromString(header(event, "ce_id")),
                header(event, "ce_type"),
                header(event, "ce_source"),
                header(event, "ce_subject"),
                Long.parseLong(header(event, "ce_sequence")),
                Instant.parse(header(event, "ce_time")),
                header(event, "ce_actor"),
                json.readTree(event.value()));
    }

    private static String header(ConsumerRecord<String, String> event, String name) {
        var header = event.headers().lastHeader(name);
        if (header == null || header.value() == null) {
            throw new IllegalArgumentException("An event without " + name);
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
