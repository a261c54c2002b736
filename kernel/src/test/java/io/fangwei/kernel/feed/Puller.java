package io.fangwei.kernel.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.problems.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Somebody who keeps a copy of a dataset, by nothing but what is served. */
final class Puller {

    private final ChangeFeed feed;
    private final Caller caller;
    private final Map<String, FeedItem> copy = new HashMap<>();
    private @Nullable String cursor;
    private int snapshots;

    Puller(ChangeFeed feed, Caller caller) {
        this.feed = feed;
        this.caller = caller;
    }

    void snapshot() {
        var snapshot = feed.snapshot(Things.DATASET, caller, List.of(), null);
        copy.clear();
        snapshots++;
        try {
            feed.take(snapshot, this::keep);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        cursor = snapshot.cursor().encoded();
    }

    /** One page; true if there is more. */
    boolean pull(int limit) {
        try {
            var page = feed.changes(Things.DATASET, caller, cursor, limit);
            page.items().forEach(this::keep);
            cursor = page.cursor();
            return page.more();
        } catch (Failure gone) {
            assertThat(gone.status()).isEqualTo(HttpStatus.GONE);
            snapshot();
            return true;
        }
    }

    Puller pullAll() {
        while (pull(7)) {}
        return this;
    }

    private void keep(FeedItem item) {
        assertThat(item.hash()).isEqualTo(RowForms.hash(item.id(), item.area(), item.version(), item.record()));
        copy.merge(
                item.id() + " " + item.area(), item, (held, given) -> given.version() >= held.version() ? given : held);
    }

    /** The text of each live record by id and area. */
    TreeMap<String, String> live() {
        var live = new TreeMap<String, String>();
        copy.forEach((key, item) -> {
            if (!item.deleted()) {
                live.put(key, item.record());
            }
        });
        return live;
    }

    List<FeedItem> tombstones() {
        return copy.values().stream().filter(FeedItem::deleted).toList();
    }

    /** What the totals should be if the copy is right. */
    String sum() {
        return "%064x"
                .formatted(copy.values().stream()
                        .map(item -> new BigInteger(item.hash(), 16))
                        .reduce(BigInteger.ZERO, BigInteger::add)
                        .mod(BigInteger.ONE.shiftLeft(256)));
    }

    /** How often everything was taken anew; once is enough where no cursor goes astray. */
    int snapshots() {
        return snapshots;
    }

    void from(String given) {
        cursor = given;
    }

    String cursor() {
        return String.valueOf(cursor);
    }
}
