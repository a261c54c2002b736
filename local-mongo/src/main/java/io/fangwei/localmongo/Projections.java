package io.fangwei.localmongo;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;

/** Projections that hold a {@code $slice}, which by itself leaves all other fields in, and the plain ones. */
final class Projections {

    private final Document slices = new Document();
    private final Document others = new Document();
    private final BiFunction<Document, Document, Document> plain;

    Projections(Document projection, BiFunction<Document, Document, Document> plain) {
        this.plain = plain;
        projection.forEach((path, value) -> (isSlice(value) ? slices : others).put(path, value));
    }

    private static boolean isSlice(Object value) {
        return value instanceof Document operator && operator.containsKey("$slice");
    }

    Document project(Document document) {
        if (slices.isEmpty()) {
            return plain.apply(document, others);
        }
        var projected = base(document);
        slices.forEach((path, slice) -> {
            if (Utils.getSubdocumentValue(document, path) instanceof Collection<?> array) {
                var elements = sliced(new ArrayList<>(array), ((Document) slice).get("$slice"));
                Utils.changeSubdocumentValue(projected, path, elements);
            }
        });
        return projected;
    }

    private Document base(Document document) {
        if (others.isEmpty()) {
            return document.cloneDeeply();
        }
        boolean includes = others.entrySet().stream()
                .anyMatch(each -> !each.getKey().equals("_id") && Utils.isTrue(each.getValue()));
        if (!includes) {
            return plain.apply(document, others);
        }
        var withSliced = new Document(others);
        slices.keySet().forEach(path -> withSliced.put(path, 1));
        return plain.apply(document, withSliced);
    }

    private static List<Object> sliced(List<Object> elements, Object slice) {
        if (slice instanceof List<?> window) {
            int skip = ((Number) window.get(0)).intValue();
            int from = skip < 0 ? Math.max(0, elements.size() + skip) : Math.min(skip, elements.size());
            int to = Math.min(elements.size(), from + ((Number) window.get(1)).intValue());
            return elements.subList(from, to);
        }
        int count = ((Number) slice).intValue();
        return count < 0
                ? elements.subList(Math.max(0, elements.size() + count), elements.size())
                : elements.subList(0, Math.min(count, elements.size()));
    }
}
