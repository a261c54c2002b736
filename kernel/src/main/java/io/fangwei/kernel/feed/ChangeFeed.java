package io.fangwei.kernel.feed;

import io.fangwei.kernel.audit.AuditLog;
import io.fangwei.kernel.caller.Areas;
import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.feed.FeedProgress.Reached;
import io.fangwei.kernel.problems.Failure;
import io.fangwei.kernel.problems.KernelRule;
import io.fangwei.kernel.problems.NotFound;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What a reader may do with the datasets of a service: pull changes, take a snapshot, reconcile (D6). */
final class ChangeFeed {

    static final String PATH = "/city/v1/datasets";

    /** A snapshot that is to be taken. */
    record Snapshot(Dataset dataset, List<String> stems, FeedCursor cursor) {}

    private final List<Dataset> datasets;
    private final FeedReader reader;
    private final FeedProgress progress;
    private final FeedAge age;
    private final AuditLog audit;
    private final Clock clock;
    private final int keptDays;

    ChangeFeed(
            List<Dataset> datasets,
            FeedReader reader,
            FeedProgress progress,
            FeedAge age,
            AuditLog audit,
            Clock clock,
            int keptDays) {
        this.datasets = datasets;
        this.reader = reader;
        this.progress = progress;
        this.age = age;
        this.audit = audit;
        this.clock = clock;
        this.keptDays = keptDays;
    }

    List<DatasetSummary> list(Caller caller) {
        var reached = progress.reached();
        return datasets.stream()
                .filter(dataset -> isReader(dataset, caller))
                .map(dataset ->
                        age.summary(dataset.name(), reader.count(dataset.name(), Areas.stems(caller.areas())), reached))
                .toList();
    }

    FeedPage changes(String name, Caller caller, @Nullable String after, int limit) {
        var dataset = readable(name, caller);
        var reached = progress.reached();
        if (after == null) {
            throw gone(dataset, "", "NONE");
        }
        var cursor = FeedCursor.decoded(name, after);
        requireFresh(dataset, cursor, reached);
        requireScope(dataset, cursor, after, Areas.stems(caller.areas()));
        var pulled = reader.changes(cursor, reached, limit);
        if (!pulled.rows().isEmpty()) {
            audit.read(caller, name + "/changes: " + pulled.rows().size());
        }
        return new FeedPage(
                pulled.rows().stream().map(FeedItem::of).toList(),
                cursor(dataset, cursor.stems(), pulled.places()).encoded(),
                pulled.more());
    }

    /**
     * Looks how far the dataset is projected before it is read.
     *
     * @param areas the part that is to be taken; everything if none are named
     * @param after a cursor for the other areas, which the snapshot's cursor goes on from
     */
    Snapshot snapshot(String name, Caller caller, List<String> areas, @Nullable String after) {
        var dataset = readable(name, caller);
        var reached = progress.reached();
        var visible = Areas.stems(caller.areas());
        var wanted = areas.isEmpty() ? visible : Areas.outermost(areas);
        if (!within(wanted, visible)) {
            audit.refused(caller, AuditLog.Refused.SCOPE, name + "/snapshot?areas=" + String.join(",", areas));
            throw new NotFound("area", String.join(",", areas));
        }
        audit.read(caller, name + "/snapshot");
        if (after == null) {
            return new Snapshot(dataset, wanted, cursor(dataset, wanted, reached.upTo()));
        }
        var before = FeedCursor.decoded(name, after);
        requireFresh(dataset, before, reached);
        var all = Areas.outermost(
                Stream.concat(before.stems().stream(), wanted.stream()).toList());
        return new Snapshot(dataset, wanted, cursor(dataset, all, before.places()));
    }

    /** Hands over everything that belongs to a snapshot, as long as it is taken. */
    void take(Snapshot snapshot, FeedReader.Taker taker) throws IOException {
        reader.all(snapshot.dataset().name(), snapshot.stems(), taker);
    }

    FeedTotals totals(String name, Caller caller, @Nullable LocalDate on) {
        var dataset = readable(name, caller);
        var stems = Areas.stems(caller.areas());
        var reached = progress.reached();
        var hashes = new FeedTotals.Sum();
        reader.hashes(name, stems, false, on, hashes::add);
        var live = hashes.number();
        reader.hashes(name, stems, true, on, hashes::add);
        var settled = progress.reached().upTo().equals(reached.upTo()) && !reader.isOnTheMove(name, stems, reached);
        audit.read(caller, name + "/totals");
        return new FeedTotals(
                name,
                on,
                live,
                hashes.number() - live,
                hashes.hex(),
                cursor(dataset, stems, reached.upTo()).encoded(),
                settled);
    }

    private Dataset readable(String name, Caller caller) {
        var dataset = datasets.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound("dataset", name));
        if (!isReader(dataset, caller)) {
            audit.refused(caller, AuditLog.Refused.ROLE, "GET " + PATH + "/" + name);
            throw new Failure(HttpStatus.FORBIDDEN, KernelRule.ROLE_NOT_ALLOWED);
        }
        return dataset;
    }

    private static boolean isReader(Dataset dataset, Caller caller) {
        return dataset.readers().stream().anyMatch(caller::has);
    }

    private void requireFresh(Dataset dataset, FeedCursor cursor, Reached reached) {
        if (!cursor.generation().equals(progress.generation()) || cursor.isAhead(reached)) {
            throw gone(dataset, "", "EPOCH");
        }
        if (cursor.on().isBefore(LocalDate.now(clock).minusDays(keptDays))) {
            throw gone(dataset, "", "AGE");
        }
    }

    /** Whoever sees more than before needs only what was added; whoever sees something else begins anew. */
    private void requireScope(Dataset dataset, FeedCursor cursor, String after, List<String> visible) {
        if (cursor.stems().equals(visible)) {
            return;
        }
        if (!within(cursor.stems(), visible)) {
            throw gone(dataset, "", "SCOPE");
        }
        var added =
                visible.stream().filter(stem -> !cursor.stems().contains(stem)).toList();
        throw gone(dataset, "?areas=" + String.join(",", added) + "&after=" + after, "SCOPE");
    }

    private static boolean within(List<String> inner, List<String> outer) {
        return inner.stream().allMatch(one -> outer.stream().anyMatch(one::startsWith));
    }

    private static Failure gone(Dataset dataset, String query, String reason) {
        return Failure.at(
                PATH + "/" + dataset.name() + "/snapshot" + query, HttpStatus.GONE, KernelRule.CURSOR_GONE, reason);
    }

    private FeedCursor cursor(Dataset dataset, List<String> stems, SortedMap<Integer, Long> places) {
        return new FeedCursor(dataset.name(), progress.generation(), LocalDate.now(clock), stems, places);
    }
}
