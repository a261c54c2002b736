package io.fangwei.kernel.listening;

import io.fangwei.kernel.events.EventEnvelope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Hands a poll of events to their handlers: the k-th event of every key in the k-th round. From its first event that
 * cannot be applied on, a key is parked with all its followers, in order (D3).
 */
final class Inbox {

    static final String BEHIND = "waits behind an earlier event of its key";

    private final Handlers handlers;
    private final ParkedEvents parked;
    private final Envelopes envelopes;

    Inbox(Handlers handlers, ParkedEvents parked, Envelopes envelopes) {
        this.handlers = handlers;
        this.parked = parked;
        this.envelopes = envelopes;
    }

    /** Throws only what may pass by itself, so that the same poll comes again. */
    void receive(List<ConsumerRecord<String, String>> poll) {
        var queues = new LinkedHashMap<String, Deque<ConsumerRecord<String, String>>>();
        for (var event : poll) {
            if (isOurs(event)) {
                queues.computeIfAbsent(key(event), none -> new ArrayDeque<>()).add(event);
            }
        }
        parked.among(queues.keySet()).forEach(key -> parkAll(Objects.requireNonNull(queues.remove(key)), BEHIND));
        while (!queues.isEmpty()) {
            round(queues);
        }
    }

    /** Applies the parked events of a key in order; the first that still fails stays, with all behind it. */
    void replay(String key) {
        List<ConsumerRecord<String, String>> next;
        while (!(next = parked.first(key)).isEmpty()) {
            var event = next.get(0);
            var failed = apply(Map.of(key, event));
            if (!failed.isEmpty()) {
                parked.stillFails(event, failed.get(key));
                return;
            }
            parked.remove(event);
        }
    }

    static String key(ConsumerRecord<String, String> event) {
        return event.topic() + ":" + Objects.requireNonNullElse(event.key(), "");
    }

    /** An event without a type is nobody's, and must not be lost: it is parked. One of a type that we do not read is. */
    private boolean isOurs(ConsumerRecord<String, String> event) {
        var type = Envelopes.type(event);
        return type.isEmpty() || handlers.know(type);
    }

    private void round(Map<String, Deque<ConsumerRecord<String, String>>> queues) {
        var firsts = new LinkedHashMap<String, ConsumerRecord<String, String>>();
        queues.forEach((key, queue) -> firsts.put(key, queue.remove()));
        apply(firsts).forEach((key, reason) -> {
            parked.add(Objects.requireNonNull(firsts.get(key)), reason);
            parkAll(queues.get(key), BEHIND);
        });
        queues.values().removeIf(Deque::isEmpty);
    }

    private Map<String, String> apply(Map<String, ConsumerRecord<String, String>> events) {
        var readable = new LinkedHashMap<String, EventEnvelope>();
        var failed = new LinkedHashMap<String, String>();
        events.forEach((key, event) -> {
            try {
                readable.put(key, envelopes.read(event));
            } catch (RuntimeException unreadable) {
                failed.put(key, unreadable.toString());
            }
        });
        failed.putAll(handlers.apply(readable));
        return failed;
    }

    private void parkAll(Deque<ConsumerRecord<String, String>> queue, String reason) {
        new ArrayList<>(queue).forEach(event -> parked.add(event, reason));
        queue.clear();
    }
}
