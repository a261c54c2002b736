package io.fangwei.kernel.outbox;

import io.fangwei.kernel.store.Entry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.bson.Document;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Sends entries to one topic as CloudEvents, keyed by aggregate, each only after Kafka has the one before. An entry that
 * cannot be sent stops only its own aggregate (D1, D2).
 */
public final class EventSender {

    private static final long PATIENCE_MILLIS = 5_000;

    private record Sent(WaitingEntries waiting, CompletableFuture<?> answer) {}

    private final KafkaOperations<String, String> kafka;
    private final String topic;
    private final String source;

    private EventSender(KafkaOperations<String, String> kafka, String topic, String source) {
        this.kafka = kafka;
        this.topic = topic;
        this.source = source;
    }

    /** Sends what a service tells to its topic. */
    public static EventSender of(String service, KafkaOperations<String, String> kafka) {
        return new EventSender(kafka, "fangwei." + service, "/fangwei/" + service);
    }

    void send(Collection<WaitingEntries> waiting) {
        var open = List.copyOf(waiting);
        while (!open.isEmpty()) {
            open = wave(open);
        }
    }

    /** The next entry of each aggregate, all at once; answers the aggregates that can go on. */
    private List<WaitingEntries> wave(List<WaitingEntries> open) {
        var sent = new ArrayList<Sent>(open.size());
        var away = false;
        for (var one : open) {
            skipLocal(one);
            if (one.hasNext() && !away) {
                var answer = send(one);
                sent.add(new Sent(one, answer));
                away = answer.isCompletedExceptionally() && isAway(answer);
            }
        }
        var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        sent.forEach(one -> await(one, end));
        return sent.stream().map(Sent::waiting).filter(WaitingEntries::hasNext).toList();
    }

    private static void skipLocal(WaitingEntries one) {
        while (one.hasNext() && Boolean.TRUE.equals(one.next().getBoolean(Entry.LOCAL))) {
            one.done();
        }
    }

    private CompletableFuture<?> send(WaitingEntries one) {
        try {
            return kafka.send(record(one.id(), one.next()));
        } catch (RuntimeException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    private void await(Sent sent, long end) {
        try {
            sent.answer().get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            sent.waiting().done();
            skipLocal(sent.waiting());
        } catch (ExecutionException refused) {
            if (passes(refused)) {
                sent.waiting().stuck();
            } else {
                sent.waiting().refused(Objects.requireNonNullElse(refused.getCause(), refused));
                Alarms.raise(topic, sent.waiting().id(), String.valueOf(refused.getCause()));
            }
        } catch (TimeoutException slow) {
            sent.waiting().stuck();
        } catch (InterruptedException closing) {
            sent.waiting().stuck();
            Thread.currentThread().interrupt();
        }
    }

    /** True if Kafka could not even be asked where the topic lies; then nobody else is tried in this round. */
    private static boolean isAway(CompletableFuture<?> answer) {
        try {
            answer.join();
            return false;
        } catch (RuntimeException refused) {
            return passes(refused);
        }
    }

    private static boolean passes(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RetriableException
                    || cause instanceof org.apache.kafka.common.errors.TimeoutException) {
                return true;
            }
        }
        return false;
    }

    private ProducerRecord<String, String> record(String aggregateId, Document entry) {
        var sent = new ProducerRecord<>(topic, aggregateId, entry.getString(Entry.DATA));
        header(sent, "ce_specversion", "1.0");
        header(sent, "ce_id", entry.getString(Entry.ID));
        header(sent, "ce_type", entry.getString(Entry.TYPE));
        header(sent, "ce_source", source);
        header(sent, "ce_time", entry.getString(Entry.AT));
        header(sent, "ce_subject", aggregateId);
        header(sent, "ce_sequence", String.valueOf(entry.getLong(Entry.SEQUENCE)));
        header(sent, "ce_actor", entry.getString(Entry.ACTOR));
        header(sent, "content-type", "application/json");
        return sent;
    }

    private static void header(ProducerRecord<String, String> sent, String name, String value) {
        sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
