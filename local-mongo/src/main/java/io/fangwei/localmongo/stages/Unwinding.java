package io.fangwei.localmongo.stages;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import io.fangwei.localmongo.values.Refusals;
import io.fangwei.localmongo.values.Types;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code $unwind}: one document for each element of an array. */
final class Unwinding implements Stage {

    private final String[] path;
    private final @Nullable String index;
    private final boolean keepsEmpty;

    Unwinding(@Nullable Object specification) {
        var document = specification instanceof Document given ? given : new Document("path", specification);
        document.keySet().forEach(name -> {
            if (!Set.of("path", "preserveNullAndEmptyArrays", "includeArrayIndex")
                    .contains(name)) {
                throw Refusals.location(28811, "unrecognized option to $unwind stage: " + name);
            }
        });
        if (!(document.get("path") instanceof String text)) {
            throw Refusals.location(28808, "expected a string as the path for $unwind stage");
        }
        if (!text.startsWith("$") || text.length() < 2) {
            throw Refusals.location(28818, "path option to $unwind stage should be prefixed with a '$': " + text);
        }
        path = text.substring(1).split("\\.");
        index = index(document);
        if (document.containsKey("preserveNullAndEmptyArrays")
                && !(document.get("preserveNullAndEmptyArrays") instanceof Boolean)) {
            throw Refusals.location(
                    28809, "expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage");
        }
        keepsEmpty = Types.isTrue(document.get("preserveNullAndEmptyArrays"));
    }

    private static @Nullable String index(Document document) {
        if (!document.containsKey("includeArrayIndex")) {
            return null;
        }
        if (!(document.get("includeArrayIndex") instanceof String name) || name.isEmpty()) {
            throw Refusals.location(
                    28810, "expected a non-empty string for the includeArrayIndex option to $unwind stage");
        }
        if (name.startsWith("$")) {
            throw Refusals.location(
                    28822, "includeArrayIndex option to $unwind stage should not be prefixed with a '$': " + name);
        }
        return Fields.checked(name);
    }

    @Override
    public Stream<Document> apply(Stream<Document> documents) {
        return Flat.of(documents, this::unwound);
    }

    private Iterator<Document> unwound(Document document) {
        Object value = document;
        for (String step : path) {
            value = value instanceof Document at ? at.getOrMissing(step) : Missing.getInstance();
        }
        if (!(value instanceof List<?> elements)) {
            boolean isDropped = Types.isNothing(value) && !keepsEmpty;
            return isDropped
                    ? Collections.emptyIterator()
                    : List.of(with(document, value, null)).iterator();
        }
        if (elements.isEmpty()) {
            return keepsEmpty
                    ? List.of(with(document, Missing.getInstance(), null)).iterator()
                    : Collections.emptyIterator();
        }
        return IntStream.range(0, elements.size())
                .mapToObj(i -> with(document, elements.get(i), (long) i))
                .iterator();
    }

    private Document with(Document document, @Nullable Object element, @Nullable Long place) {
        var result = replaced(document, 0, element);
        if (index != null) {
            result.put(index, place);
        }
        return result;
    }

    private Document replaced(Document document, int depth, @Nullable Object element) {
        var result = document.clone();
        var step = path[depth];
        if (depth < path.length - 1) {
            if (result.get(step) instanceof Document inner) {
                result.put(step, replaced(inner, depth + 1, element));
            }
        } else if (element instanceof Missing) {
            result.remove(step);
        } else {
            result.put(step, element);
        }
        return result;
    }
}
