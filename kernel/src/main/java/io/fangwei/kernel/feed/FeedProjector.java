package io.fangwei.kernel.feed;

import io.fangwei.kernel.caller.Command;
import io.fangwei.kernel.caller.CurrentCommand;
import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.feed.FeedRows.Told;
import io.fangwei.kernel.listening.Envelopes;
import io.fangwei.kernel.listening.ParkedEvents;
import io.fangwei.kernel.listening.PassingFailures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Turns polls of a service's own topic into rows of its datasets: first all rows, then how far they reach. A poll that
 * dies in between comes again whole. What cannot be applied is parked with its followers, and applied later at a place
 * behind everything that came until then, where no reader has been (D3, D6).
 */
final class FeedProjector {

    static final String READER = "feed";

    /** So long it may go unsaid that polls were read which concern nobody. */
    private static final Duration A_WHILE = Duration.ofSeconds(5);

    private static final String BEHIND = "waits behind an earlier event of its key";

    private record Heard(ConsumerRecord<String, String> event, EventEnvelope envelope) {}

    private final List<Dataset> datasets;
    private final FeedRows rows;
    private final FeedProgress progress;
    private final ParkedEvents parked;
    private final Envelopes envelopes;
    private final Clock realTime;
    private Instant noted = Instant.EPOCH;

    FeedProjector(
            List<Dataset> datasets,
            FeedRows rows,
            FeedProgress progress,
            ParkedEvents parked,
            Envelopes envelopes,
            Clock realTime) {
        this.datasets = datasets;
        this.rows = rows;
        this.progress = progress;
        this.parked = parked;
        this.envelopes = envelopes;
        this.realTime = realTime;
    }

    /** Throws only what may pass by itself, so that the same poll comes again. */
    void take(List<ConsumerRecord<String, String>> poll, int partitions) {
        var ours = poll.stream().filter(this::isOurs).toList();
        var waiting = parked.among(ours.stream().map(parked::key).collect(Collectors.toSet()));
        project(ours, waiting, event -> Place.of(event.offset()));
        if (ours.isEmpty() && realTime.instant().isBefore(noted.plus(A_WHILE))) {
            return;
        }
        noted = realTime.instant();
        var last = new TreeMap<Integer, ConsumerRecord<String, String>>();
        poll.forEach(event -> last.put(event.partition(), event));
        last.forEach(
                (partition, event) -> progress.move(partition, partitions, Place.of(event.offset()), momentOf(event)));
    }

    /** Applies what is parked under a key in order; the first that still fails stays, with all behind it. */
    void replay(String key, int partition, int partitions) {
        List<ConsumerRecord<String, String>> next;
        while (!(next = parked.first(key)).isEmpty()) {
            var event = next.get(0);
            var place = Place.behind(progress.reached().of(partition));
            var failed = apply(List.of(event), one -> place);
            if (!failed.isEmpty()) {
                parked.stillFails(event, failed.get(event));
                return;
            }
            progress.move(partition, partitions, place, Instant.EPOCH);
            parked.remove(event);
        }
    }

    private boolean isOurs(ConsumerRecord<String, String> event) {
        var type = Envelopes.type(event);
        return datasets.stream().anyMatch(dataset -> dataset.reads(type));
    }

    /** Whatever fails is parked, and so are its followers; what they say is written all the same, and said again later. */
    private void project(
            List<ConsumerRecord<String, String>> events,
            Collection<String> waiting,
            ToLongFunction<ConsumerRecord<String, String>> place) {
        var stopped = new HashSet<>(waiting);
        events.stream()
                .filter(event -> stopped.contains(parked.key(event)))
                .forEach(event -> parked.add(event, BEHIND));
        var open = events.stream()
                .filter(event -> !stopped.contains(parked.key(event)))
                .toList();
        var failed = apply(open, place);
        for (var event : open) {
            var reason = failed.get(event);
            if (stopped.contains(parked.key(event))) {
                parked.add(event, reason == null ? BEHIND : reason);
            } else if (reason != null) {
                stopped.add(parked.key(event));
                parked.add(event, reason);
            }
        }
    }

    /** Answers what could not be applied, with the reason. */
    private Map<ConsumerRecord<String, String>, String> apply(
            List<ConsumerRecord<String, String>> events, ToLongFunction<ConsumerRecord<String, String>> place) {
        var failed = new HashMap<ConsumerRecord<String, String>, String>();
        var heard = new ArrayList<Heard>();
        for (var event : events) {
            try {
                heard.add(new Heard(event, envelopes.read(event)));
            } catch (RuntimeException unreadable) {
                failed.put(event, unreadable.toString());
            }
        }
        CurrentCommand.as(Command.ofSystem(READER, READER), () -> {
            datasets.forEach(dataset -> project(dataset, heard, place, failed));
            return failed;
        });
        return failed;
    }

    private void project(
            Dataset dataset,
            List<Heard> heard,
            ToLongFunction<ConsumerRecord<String, String>> place,
            Map<ConsumerRecord<String, String>, String> failed) {
        var told = new ArrayList<Told>();
        for (var source : dataset.sources()) {
            var concerned = heard.stream()
                    .filter(one -> source.types().contains(one.envelope().type()))
                    .toList();
            told.addAll(ask(source, concerned, place, failed));
        }
        failed.putAll(rows.write(dataset.name(), told));
    }

    /** All together; if that fails, one by one to find out which it is. */
    private static List<Told> ask(
            FeedSource source,
            List<Heard> concerned,
            ToLongFunction<ConsumerRecord<String, String>> place,
            Map<ConsumerRecord<String, String>, String> failed) {
        if (concerned.isEmpty()) {
            return List.of();
        }
        var events = new IdentityHashMap<EventEnvelope, ConsumerRecord<String, String>>();
        concerned.forEach(one -> events.put(one.envelope(), one.event()));
        try {
            return source.on(concerned.stream().map(Heard::envelope).toList()).stream()
                    .map(record -> {
                        var event = events.get(record.event());
                        return new Told(record, event, place.applyAsLong(event));
                    })
                    .toList();
        } catch (RuntimeException failure) {
            if (PassingFailures.include(failure)) {
                throw failure;
            }
            if (concerned.size() == 1) {
                failed.put(concerned.get(0).event(), failure.toString());
                return List.of();
            }
            return concerned.stream()
                    .flatMap(one -> ask(source, List.of(one), place, failed).stream())
                    .toList();
        }
    }

    private Instant momentOf(ConsumerRecord<String, String> event) {
        var sent = Instant.ofEpochMilli(Math.max(0, event.timestamp()));
        var now = realTime.instant();
        return sent.isAfter(now) ? now : sent;
    }
}
