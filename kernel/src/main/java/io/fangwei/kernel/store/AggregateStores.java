package io.fangwei.kernel.store;

import com.mongodb.client.model.IndexOptions;
import io.fangwei.kernel.adoption.Adoption;
import io.fangwei.kernel.deadlines.OverdueWatch;
import io.fangwei.kernel.deadlines.Recounted;
import io.fangwei.kernel.deadlines.Watched;
import io.fangwei.kernel.events.Aggregate;
import io.fangwei.kernel.events.Searchable;
import io.fangwei.kernel.outbox.OutboxRelays;
import io.fangwei.kernel.search.Search;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;

/** Opens the stores of a service, each with its indexes, its relay and, where it has due days, the watch. */
public final class AggregateStores {

    private final StoreContext context;
    private final OutboxRelays relays;
    private final OverdueWatch watch;
    private final Adoption adoption;
    private final Map<String, AggregateStore<?>> opened = new ConcurrentHashMap<>();

    public AggregateStores(StoreContext context, OutboxRelays relays, OverdueWatch watch, Adoption adoption) {
        this.context = context;
        this.relays = relays;
        this.watch = watch;
        this.adoption = adoption;
    }

    public <A extends Aggregate> AggregateStore<A> open(AggregateKind<A> kind) {
        sparse(kind.collection(), "pendingSince");
        sparse(kind.collection(), "nextDue");
        if (Searchable.class.isAssignableFrom(kind.type())) {
            index(kind.collection(), Search.FIELD);
        }
        var relay = relays.open(kind.name(), kind.collection());
        var store = new AggregateStore<>(context, kind, relay::wake, new Patience());
        if (opened.putIfAbsent(kind.name(), store) != null) {
            throw new IllegalStateException("There are two stores of " + kind.name());
        }
        place(kind, store);
        if (Watched.class.isAssignableFrom(kind.type())) {
            watch.watch(watched(store));
        }
        if (Recounted.class.isAssignableFrom(kind.type())) {
            sparse(kind.collection(), AggregateStore.LAST_DUE);
            adoption.recount(recounted(store));
        }
        return store;
    }

    /** Documents of a time before there was an index over their areas lack what it is over. */
    private void place(AggregateKind<?> kind, AggregateStore<?> store) {
        var indexed = context.collection(kind.collection()).listIndexes().into(new ArrayList<>()).stream()
                .flatMap(index -> index.get("key", Document.class).keySet().stream())
                .toList();
        for (var field : kind.scope().areaFields()) {
            if (!indexed.contains(field)) {
                store.placeAll();
                index(kind.collection(), field, "_id");
            }
        }
    }

    public Optional<AggregateStore<?>> find(String kind) {
        return Optional.ofNullable(opened.get(kind));
    }

    /** Makes sure that there is an ascending index over these paths. */
    public void index(String collection, String... paths) {
        var keys = new Document();
        for (var path : paths) {
            keys.append(path, 1);
        }
        context.collection(collection).createIndex(keys);
    }

    private void sparse(String collection, String path) {
        context.collection(collection).createIndex(new Document(path, 1), new IndexOptions().sparse(true));
    }

    @SuppressWarnings("unchecked")
    private static AggregateStore<? extends Recounted> recounted(AggregateStore<?> store) {
        return (AggregateStore<? extends Recounted>) store;
    }

    @SuppressWarnings("unchecked")
    private static AggregateStore<? extends Watched> watched(AggregateStore<?> store) {
        return (AggregateStore<? extends Watched>) store;
    }
}
