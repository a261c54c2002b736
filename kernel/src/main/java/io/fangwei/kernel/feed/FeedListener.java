package io.fangwei.kernel.feed;

import io.fangwei.kernel.listening.ParkedEvents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.event.ListenerContainerIdleEvent;

/** The consumer of a service's own topic for its datasets. A partition has one, so that its offsets are the order. */
final class FeedListener {

    static final String ID = "feed";

    private static final Duration ASK_FOR_THE_END = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final FeedProjector projector;
    private final FeedProgress progress;
    private final FeedRows rows;
    private final ParkedEvents parked;
    private final Clock clock;
    private final Clock realTime;
    private final int keptDays;
    private Instant asked = Instant.EPOCH;
    private LocalDate swept = LocalDate.EPOCH;

    FeedListener(
            FeedProjector projector,
            FeedProgress progress,
            FeedRows rows,
            ParkedEvents parked,
            Clock clock,
            Clock realTime,
            int keptDays) {
        this.projector = projector;
        this.progress = progress;
        this.rows = rows;
        this.parked = parked;
        this.clock = clock;
        this.realTime = realTime;
        this.keptDays = keptDays;
    }

    @KafkaListener(
            id = ID,
            idIsGroup = false,
            topics = "fangwei.${fangwei.name}",
            groupId = "#{@feedGroup.id()}",
            autoStartup = "#{@feedGroup.startsByItself()}",
            batch = "true")
    void poll(List<ConsumerRecord<String, String>> events, Consumer<?, ?> consumer) {
        var partitions = partitions(consumer, events.get(0).topic());
        progress.requirePartitions(partitions);
        replay(consumer.assignment(), partitions);
        projector.take(events, partitions);
    }

    @EventListener
    void idle(ListenerContainerIdleEvent quiet) {
        var consumer = quiet.getConsumer();
        var assigned = consumer.assignment();
        if (quiet.getListenerId().startsWith(ID) && !assigned.isEmpty()) {
            var partitions = partitions(consumer, assigned.iterator().next().topic());
            progress.requirePartitions(partitions);
            replay(assigned, partitions);
            noteTheEnd(consumer, partitions);
            sweep(assigned);
        }
    }

    private void replay(Collection<TopicPartition> assigned, int partitions) {
        for (var request : parked.requests()) {
            if (assigned.contains(new TopicPartition(request.topic(), request.partition()))) {
                projector.replay(request.key(), request.partition(), partitions);
                parked.done(request);
            }
        }
    }

    /** Quiet may mean that there is nothing more, or that the broker is away. */
    private void noteTheEnd(Consumer<?, ?> consumer, int partitions) {
        var now = realTime.instant();
        if (now.isBefore(asked.plus(ASK_FOR_THE_END))) {
            return;
        }
        asked = now;
        try {
            var ends = consumer.endOffsets(consumer.assignment(), PATIENCE);
            var done = ends.entrySet().stream()
                    .filter(end -> consumer.position(end.getKey(), PATIENCE) >= end.getValue())
                    .map(end -> end.getKey().partition())
                    .collect(Collectors.toSet());
            progress.caughtUp(done, partitions, now);
        } catch (TimeoutException away) {
            asked = Instant.EPOCH;
        }
    }

    private void sweep(Collection<TopicPartition> assigned) {
        var today = LocalDate.now(clock);
        if (!today.equals(swept)) {
            rows.sweep(
                    today.minusDays(keptDays),
                    assigned.stream().map(TopicPartition::partition).toList());
            swept = today;
        }
    }

    private static int partitions(Consumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic, PATIENCE).size();
    }
}
