package io.fangwei.localmongo;

import io.fangwei.localmongo.Plan.Range;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks the ranges of a plan and hands out each document once. */
final class Scan implements Iterator<Row> {

    private final Reader reader;
    private final Plan plan;
    private final int collection;
    private final Iterator<Range> ranges;
    private final @Nullable Set<ByteBuffer> seen;
    private @Nullable Range range;
    private @Nullable Walk walk;
    private boolean taken;
    private @Nullable Row next;

    Scan(Reader reader, int collection, Plan plan) {
        this.reader = reader;
        this.plan = plan;
        this.collection = collection;
        ranges = plan.ranges().iterator();
        seen = plan.mayRepeat() ? new HashSet<>() : null;
    }

    @Override
    public boolean hasNext() {
        while (next == null) {
            if (!(walk == null ? nextRange() : step(walk))) {
                return false;
            }
        }
        return true;
    }

    /** Goes on only when the next row is wanted: behind it may lie much that is deleted. */
    private boolean step(Walk walk) {
        if (taken) {
            walk.next();
        }
        taken = true;
        if (walk.key() == null) {
            return nextRange();
        }
        next = rowAt(walk);
        return true;
    }

    private boolean nextRange() {
        closeWalk();
        taken = false;
        if (!ranges.hasNext()) {
            return false;
        }
        range = ranges.next();
        if (range.point()) {
            next = rowAt(range);
        } else if (Arrays.compareUnsigned(range.from(), range.to()) < 0) {
            walk = reader.walk(range.from(), range.to(), plan.backwards());
        }
        return true;
    }

    private @Nullable Row rowAt(Walk walk) {
        byte[] key = walk.key();
        if (range.index().holdsDocuments()) {
            if (!plan.isScanOfAll()) {
                reader.examined().key();
            }
            byte[] id = Arrays.copyOfRange(key, Keys.PREFIX_LENGTH, key.length);
            return isFirst(id) ? row(id, walk.value()) : null;
        }
        reader.examined().key();
        byte[] id = walk.value();
        return isFirst(id) ? row(id, reader.get(Keys.of(collection, Keys.DOCUMENTS, id))) : null;
    }

    private @Nullable Row rowAt(Range point) {
        byte[] value = reader.get(point.from());
        if (value == null) {
            return null;
        }
        reader.examined().key();
        if (point.index().holdsDocuments()) {
            byte[] id = Arrays.copyOfRange(point.from(), Keys.PREFIX_LENGTH, point.from().length);
            return isFirst(id) ? row(id, value) : null;
        }
        return isFirst(value) ? row(value, reader.get(Keys.of(collection, Keys.DOCUMENTS, value))) : null;
    }

    private boolean isFirst(byte[] id) {
        return seen == null || seen.add(ByteBuffer.wrap(id));
    }

    private @Nullable Row row(byte[] id, byte @Nullable [] document) {
        if (document == null) {
            return null;
        }
        reader.examined().document();
        return new Row(id, Bson.decode(document), document.length);
    }

    /** The number of keys, without a look at the documents. */
    long countKeys() {
        long count = 0;
        while (ranges.hasNext()) {
            var each = ranges.next();
            if (each.point()) {
                count += reader.get(each.from()) == null ? 0 : 1;
                reader.examined().key();
            } else if (Arrays.compareUnsigned(each.from(), each.to()) < 0) {
                count += countKeys(each);
            }
        }
        return count;
    }

    private long countKeys(Range each) {
        long count = 0;
        try (var keys = reader.walk(each.from(), each.to(), false)) {
            for (; keys.key() != null; keys.next()) {
                reader.examined().key();
                count++;
            }
        }
        return count;
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var row = next;
        next = null;
        return row;
    }

    void closeWalk() {
        if (walk != null) {
            walk.close();
            walk = null;
        }
    }
}
