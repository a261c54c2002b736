package io.fangwei.kernel.listening;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.WriteModel;
import io.fangwei.kernel.caller.Command;
import io.fangwei.kernel.caller.CurrentCommand;
import io.fangwei.kernel.events.EventEnvelope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.Document;

/** The projections and reactions of a service, applied to one event of each key at a time. */
final class Handlers {

    private final List<Projection> projections;
    private final List<Reaction> reactions;
    private final Function<String, MongoCollection<Document>> collections;
    private final HeardBefore heard;
    private final String service;

    Handlers(
            List<Projection> projections,
            List<Reaction> reactions,
            Function<String, MongoCollection<Document>> collections,
            String service) {
        this.projections = projections;
        this.reactions = reactions;
        this.collections = collections;
        this.heard = new HeardBefore(collections.apply(HeardBefore.COLLECTION));
        this.service = service;
    }

    boolean know(String type) {
        return projections.stream().anyMatch(one -> one.types().contains(type))
                || reactions.stream().anyMatch(one -> one.types().contains(type));
    }

    /**
     * Applies events of different keys: their upserts in one unordered bulk write for each collection, then the reactions
     * one by one. Answers what could not be applied, with the reason; throws what may pass.
     */
    <E> Map<E, String> apply(Map<E, EventEnvelope> events) {
        var failed = new LinkedHashMap<E, String>();
        var writes = new HashMap<String, List<Write<E>>>();
        events.forEach((key, event) -> attempt(
                key,
                failed,
                () -> upserts(event)
                        .forEach(upsert -> writes.computeIfAbsent(upsert.collection(), none -> new ArrayList<>())
                                .add(new Write<>(key, upsert.write())))));
        writes.forEach((collection, bulk) -> write(collection, bulk, failed));
        react(events, failed);
        return failed;
    }

    private record Write<E>(E key, WriteModel<Document> model) {}

    private List<Upsert> upserts(EventEnvelope event) {
        return projections.stream()
                .filter(one -> one.types().contains(event.type()))
                .flatMap(one -> one.on(event).stream())
                .toList();
    }

    /** What was reacted to once is not reacted to again, however late it is repeated: the world has moved on. */
    private <E> void react(Map<E, EventEnvelope> events, Map<E, String> failed) {
        var reactedTo = new LinkedHashMap<E, EventEnvelope>();
        events.forEach((key, event) -> {
            if (!failed.containsKey(key)
                    && reactions.stream().anyMatch(one -> one.types().contains(event.type()))) {
                reactedTo.put(key, event);
            }
        });
        if (reactedTo.isEmpty()) {
            return;
        }
        var known = heard.upTo(reactedTo.values());
        reactedTo.values().removeIf(event -> event.sequence() <= known.getOrDefault(event.subject(), 0L));
        reactedTo.forEach((key, event) -> attempt(key, failed, () -> react(event)));
        reactedTo.keySet().removeAll(failed.keySet());
        heard.note(reactedTo.values());
    }

    private void react(EventEnvelope event) {
        for (var reaction : reactions) {
            if (reaction.types().contains(event.type())) {
                CurrentCommand.as(Command.ofSystem(service, "event:" + event.id()), () -> {
                    reaction.on(event);
                    return event;
                });
            }
        }
    }

    private <E> void write(String collection, Collection<Write<E>> bulk, Map<E, String> failed) {
        var ready =
                bulk.stream().filter(write -> !failed.containsKey(write.key())).toList();
        if (ready.isEmpty()) {
            return;
        }
        try {
            collections
                    .apply(collection)
                    .bulkWrite(ready.stream().map(Write::model).toList(), new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException some) {
            for (var error : some.getWriteErrors()) {
                if (ErrorCategory.fromErrorCode(error.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                    failed.put(ready.get(error.getIndex()).key(), error.getMessage());
                }
            }
            if (some.getWriteErrors().isEmpty()) {
                throw some;
            }
        }
    }

    private static <E> void attempt(E key, Map<E, String> failed, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            if (PassingFailures.include(failure)) {
                throw failure;
            }
            failed.put(key, failure.toString());
        }
    }
}
