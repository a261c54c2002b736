package io.fangwei.localmongo;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import io.fangwei.localmongo.matching.Path;
import io.fangwei.localmongo.matching.Position;
import io.fangwei.localmongo.stages.Held;
import io.fangwei.localmongo.values.Refusals;
import io.fangwei.localmongo.values.Size;
import io.fangwei.localmongo.values.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The different values of a field. An index on the field is walked from value to value. */
final class Distinct {

    private static final int MOST_BYTES = 16 << 20;

    private final Path path;
    private final String name;
    private final Query query;
    private final TreeSet<@Nullable Object> values;
    private final Held held =
            new Held(MOST_BYTES, most -> Refusals.location(17217, "distinct too big, " + (most >> 20) + "mb cap"));

    Distinct(String name, Query query) {
        this.name = name;
        this.path = new Path(name);
        this.query = query;
        this.values = new TreeSet<>(query.terms().order());
    }

    List<Object> of(Documents documents) {
        var index = indexFor(documents);
        if (index == null) {
            documents.find(query).forEachRemaining(row -> add(row.document()));
        } else {
            walk(documents, index);
        }
        return new ArrayList<>(values);
    }

    private @Nullable OrderedIndex indexFor(Documents documents) {
        boolean plain = query.terms().hint() == null && query.terms().order().collation() == null;
        var index = plain ? documents.covering(name, query) : null;
        if (index != null) {
            documents.reader().examined().by(Plan.distinct(index));
        }
        return index;
    }

    private void add(Document document) {
        path.any(
                document,
                false,
                value -> {
                    if (value instanceof List<?> elements) {
                        elements.forEach(this::keep);
                    } else if (!(value instanceof Missing)) {
                        keep(value);
                    }
                    return false;
                },
                new Position());
    }

    private void keep(@Nullable Object value) {
        if (values.add(value)) {
            held.add(Size.of(value));
        }
    }

    /** From each value it goes on behind the last key of that value. */
    private void walk(Documents documents, OrderedIndex index) {
        byte[] from = index.prefix();
        byte[] end = Keys.after(from);
        boolean ascending = index.fields().get(0).ascending();
        while (from != null) {
            try (var walk = documents.reader().walk(from, end, false)) {
                from = next(documents, index, walk, ascending);
            }
        }
    }

    private byte @Nullable [] next(Documents documents, OrderedIndex index, Walk walk, boolean ascending) {
        for (; walk.key() != null; walk.next()) {
            var document = documents.at(index, walk);
            int before = values.size();
            add(document);
            if (values.size() > before) {
                var value = valueOf(document);
                if (!Types.isNothing(value)) {
                    return Keys.after(Keys.concat(index.prefix(), KeyWriter.bytesOf(value, ascending)));
                }
            }
        }
        return null;
    }

    private @Nullable Object valueOf(Document document) {
        Object value = document;
        for (String step : name.split("\\.")) {
            value = value instanceof Document at ? at.getOrMissing(step) : Missing.getInstance();
        }
        return value;
    }
}
