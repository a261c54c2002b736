package io.fangwei.kernel.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything that was told on a topic, in its order. */
public record TopicContent(List<ConsumerRecord<String, String>> events) {

    /** Reads the topic of a broker to its end. */
    public static TopicContent of(String broker, String topic) {
        var settings = Map.<String, Object>of("bootstrap.servers", broker, "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var events = new ArrayList<ConsumerRecord<String, String>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(events::add);
            }
            return new TopicContent(List.copyOf(events));
        }
    }

    public List<ConsumerRecord<String, String>> of(Object aggregateId) {
        return events.stream()
                .filter(event -> event.key().equals(aggregateId.toString()))
                .toList();
    }

    public List<Long> sequences(Object aggregateId) {
        return of(aggregateId).stream()
                .map(event -> Long.valueOf(header(event, "ce_sequence")))
                .toList();
    }

    public static String header(ConsumerRecord<String, String> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
