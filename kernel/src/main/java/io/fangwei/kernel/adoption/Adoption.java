package io.fangwei.kernel.adoption;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import io.fangwei.kernel.calendar.WorkingCalendar;
import io.fangwei.kernel.caller.Command;
import io.fangwei.kernel.caller.CurrentCommand;
import io.fangwei.kernel.deadlines.Deadlines;
import io.fangwei.kernel.deadlines.Recount;
import io.fangwei.kernel.deadlines.Recounted;
import io.fangwei.kernel.deadlines.RulePack;
import io.fangwei.kernel.store.AggregateStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts what was published in force: the clocks of this service run by it from then on, and the clocks that run already
 * and those that have ended are counted anew, each by a recorded event (D4). What a crash interrupts is done at the next run; runs follow each other
 * as those of the overdue watch do, and before it.
 */
public final class Adoption {

    private static final Logger LOG = LoggerFactory.getLogger(Adoption.class);

    private final Deadlines deadlines;
    private final RulePack shippedRules;
    private final WorkingCalendar shippedCalendar;
    private final Function<String, MongoCollection<Document>> collections;
    private final Clock clock;
    private final List<AggregateStore<? extends Recounted>> stores = new CopyOnWriteArrayList<>();
    private volatile @Nullable List<Document> adopted;

    public Adoption(Deadlines deadlines, Function<String, MongoCollection<Document>> collections, Clock clock) {
        this.deadlines = deadlines;
        this.shippedRules = deadlines.rules();
        this.shippedCalendar = deadlines.calendar();
        this.collections = collections;
        this.clock = clock;
    }

    /** Clocks in this store are counted anew when a year is published. */
    public void recount(AggregateStore<? extends Recounted> store) {
        stores.add(store);
    }

    public void run() {
        var heads = heads();
        if (heads.equals(adopted)) {
            return;
        }
        var years = collections
                .apply(PublishedDays.YEARS)
                .find()
                .sort(new Document("_id", 1))
                .into(new ArrayList<>());
        deadlines.adopt(rules(), calendar(years));
        years.stream().filter(year -> !year.getBoolean("recounted")).forEach(this::recount);
        if (years.stream().allMatch(this::isRecounted)) {
            adopted = heads;
        }
    }

    /** Which revisions and versions there are, without what they say: two small queries where nothing was published. */
    private List<Document> heads() {
        var heads = new ArrayList<Document>();
        for (var collection : List.of(PublishedDays.YEARS, PublishedDays.PACKS)) {
            collections
                    .apply(collection)
                    .find()
                    .projection(new Document("revision", 1).append("version", 1))
                    .sort(new Document("_id", 1))
                    .into(heads);
        }
        return heads;
    }

    private boolean isRecounted(Document year) {
        return collections
                        .apply(PublishedDays.YEARS)
                        .countDocuments(and(
                                eq("_id", year.get("_id")),
                                eq("revision", year.get("revision")),
                                eq("recounted", true)))
                == 1;
    }

    private WorkingCalendar calendar(List<Document> years) {
        var calendar = shippedCalendar;
        for (var stored : years) {
            int year = stored.getInteger("year");
            calendar = calendar.with(
                    StoredDays.year(year, stored.get("days", Document.class)),
                    year + "." + stored.getInteger("revision"));
        }
        return calendar;
    }

    private RulePack rules() {
        var stored = collections
                .apply(PublishedDays.PACKS)
                .find(eq("_id", shippedRules.id()))
                .first();
        return stored == null
                ? shippedRules
                : StoredDays.pack(shippedRules.id(), stored.getString("version"), stored.get("pack", Document.class));
    }

    private void recount(Document year) {
        int of = year.getInteger("year");
        var left = stores.stream().mapToInt(store -> recountAll(store, of)).sum();
        if (left > 0) {
            return;
        }
        collections
                .apply(PublishedDays.YEARS)
                .updateOne(
                        and(eq("_id", year.get("_id")), eq("revision", year.get("revision"))),
                        new Document("$set", new Document("recounted", true)));
    }

    /** Answers how many could not be counted anew. Clocks that were due before the year are not touched by it. */
    private int recountAll(AggregateStore<? extends Recounted> store, int year) {
        var recount = new Recount(deadlines.calendar(), LocalDate.now(clock));
        var left = new AtomicInteger();
        store.withClocksDueFrom(LocalDate.of(year, 1, 1), id -> {
            if (!isRecounted(store, id, recount)) {
                left.incrementAndGet();
            }
        });
        return left.get();
    }

    private static boolean isRecounted(AggregateStore<? extends Recounted> store, UUID id, Recount recount) {
        var command =
                Command.ofSystem("calendar", "calendar:" + recount.calendar().version() + ":" + id);
        try {
            CurrentCommand.as(command, () -> store.change(id, aggregate -> aggregate.recount(recount)));
            return true;
        } catch (RuntimeException failure) {
            LOG.error("{} {} could not count its clocks anew", store.kind().name(), id, failure);
            return false;
        }
    }
}
