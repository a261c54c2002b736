package io.fangwei.localmongo;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import io.fangwei.localmongo.matching.Path;
import io.fangwei.localmongo.matching.Position;
import io.fangwei.localmongo.values.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The different values of a field. An index on the field is walked from value to value. */
final class Distinct {

    private final Path path;
    private final String name;
    private final Query query;

    Distinct(String name, Query query) {
        this.name = name;
        this.path = new Path(name);
        this.query = query;
    }

    List<Object> of(Documents documents) {
        var values = new TreeSet<@Nullable Object>(query.terms().order());
        var index = indexFor(documents);
        if (index == null) {
            documents.find(query).forEachRemaining(row -> add(row.document(), values));
        } else {
            walk(documents, index, values);
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

    private void add(Document document, Collection<@Nullable Object> values) {
        path.any(
                document,
                false,
                value -> {
                    if (value instanceof List<?> elements) {
                        values.addAll(elements);
                    } else if (!(value instanceof Missing)) {
                        values.add(value);
                    }
                    return false;
                },
                new Position());
    }

    /** From each value it goes on behind the last key of that value. */
    private void walk(Documents documents, OrderedIndex index, Collection<@Nullable Object> values) {
        byte[] from = index.prefix();
        byte[] end = Keys.after(from);
        boolean ascending = index.fields().get(0).ascending();
        while (from != null) {
            try (var walk = documents.reader().walk(from, end, false)) {
                from = next(documents, index, walk, values, ascending);
            }
        }
    }

    private byte @Nullable [] next(
            Documents documents,
            OrderedIndex index,
            Walk walk,
            Collection<@Nullable Object> values,
            boolean ascending) {
        for (; walk.key() != null; walk.next()) {
            var document = documents.at(index, walk);
            int before = values.size();
            add(document, values);
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
