package io.fangwei.kernel.testing;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;

/** Tells a service through the real broker what another service would tell it. */
public final class Told implements AutoCloseable {

    private final KafkaProducer<String, String> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestBroker.address(), "acks", "all"),
            new StringSerializer(),
            new StringSerializer());

    public void event(String type, UUID subject, long sequence, JsonNode data) {
        event(UUID.randomUUID(), type, subject, sequence, data);
    }

    public void event(UUID id, String type, UUID subject, long sequence, JsonNode data) {
        var record = new ProducerRecord<>(
                "fangwei." + type.substring(0, type.indexOf('.')), subject.toString(), data.toString());
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id.toString(),
                        "ce_type",
                        type,
                        "ce_source",
                        "/fangwei/test",
                        "ce_time",
                        "2025-03-03T01:00:00Z",
                        "ce_subject",
                        subject.toString(),
                        "ce_sequence",
                        String.valueOf(sequence),
                        "ce_actor",
                        "im.test")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        send(record);
    }

    /** Something that is no event. */
    public void garbage(String topic, UUID key, String value) {
        send(new ProducerRecord<>(topic, key.toString(), value));
    }

    private void send(ProducerRecord<String, String> record) {
        try {
            producer.send(record).get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
