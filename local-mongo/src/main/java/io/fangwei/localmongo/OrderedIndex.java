package io.fangwei.localmongo;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.Json;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import io.fangwei.localmongo.matching.Filter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An ordered index: [collection][index][values in MongoDB's order], and where several documents may share the values
 * also [_id], each leading to the _id.
 *
 * @param multikey some document has an array in one of the fields and therefore several entries
 * @param partial only documents that match this filter are in the index
 * @param expireAfterSeconds a document goes when the date in the field is so long past
 */
record OrderedIndex(
        int collection,
        int number,
        String name,
        List<Field> fields,
        boolean unique,
        boolean sparse,
        boolean multikey,
        @Nullable Document partial,
        @Nullable Integer expireAfterSeconds) {

    /** A field of an index and the direction in which it runs. */
    record Field(String path, List<String> steps, boolean ascending) {

        Field(String path, boolean ascending) {
            this(path, List.of(path.split("\\.")), ascending);
        }
    }

    /** What a document leaves in an index. */
    record Entries(Collection<byte[]> keys, boolean multikey) {
        static final Entries NONE = new Entries(List.of(), false);
    }

    /** The documents themselves, ordered by _id. */
    static OrderedIndex ofDocuments(int collection) {
        return new OrderedIndex(
                collection, Keys.DOCUMENTS, "_id_", List.of(new Field("_id", true)), true, false, false, null, null);
    }

    boolean holdsDocuments() {
        return number == Keys.DOCUMENTS;
    }

    byte[] prefix() {
        return Keys.prefix(collection, number);
    }

    OrderedIndex asMultikey() {
        return new OrderedIndex(collection, number, name, fields, unique, sparse, true, partial, expireAfterSeconds);
    }

    OrderedIndex withNumber(int given) {
        return new OrderedIndex(collection, given, name, fields, unique, sparse, multikey, partial, expireAfterSeconds);
    }

    /** The key under which an entry is stored. */
    byte[] keyOf(byte[] entry, byte[] id) {
        return unique ? entry : Keys.concat(entry, id);
    }

    /** Whether a change of a document cannot have changed its entries. */
    boolean ignores(Document before, Document after) {
        return partial == null && fields.stream().allMatch(field -> sameScalar(before, after, field.steps()));
    }

    private static boolean sameScalar(Document before, Document after, List<String> steps) {
        Object old = before;
        Object now = after;
        for (String step : steps) {
            if (!(old instanceof Document oldParent) || !(now instanceof Document newParent)) {
                return old == now;
            }
            old = oldParent.getOrMissing(step);
            now = newParent.getOrMissing(step);
        }
        return !(old instanceof Map) && !(old instanceof Collection) && (old == null ? now == null : old.equals(now));
    }

    Entries entriesOf(Document document) {
        if (partial != null && !Filter.of(partial).matches(document)) {
            return Entries.NONE;
        }
        var arrays = new HashSet<String>();
        var values = new ArrayList<List<Object>>(fields.size());
        for (Field field : fields) {
            values.add(valuesAt(document, field, arrays));
        }
        if (arrays.size() > 1) {
            throw new CannotIndexParallelArraysError(arrays);
        }
        if (sparse && values.stream().flatMap(List::stream).allMatch(Missing.class::isInstance)) {
            return Entries.NONE;
        }
        return new Entries(combined(values), !arrays.isEmpty());
    }

    private Collection<byte[]> combined(List<List<Object>> values) {
        List<byte[]> keys = List.of(prefix());
        for (int i = 0; i < values.size(); i++) {
            var longer = new ArrayList<byte[]>();
            for (Object value : values.get(i)) {
                byte[] tail = KeyWriter.bytesOf(value, fields.get(i).ascending());
                keys.forEach(head -> longer.add(Keys.concat(head, tail)));
            }
            keys = longer;
        }
        return keys.size() == 1 ? keys : distinct(keys);
    }

    static Collection<byte[]> distinct(Collection<byte[]> keys) {
        var distinct = new TreeMap<byte[], byte[]>(Arrays::compareUnsigned);
        keys.forEach(key -> distinct.put(key, key));
        return distinct.values();
    }

    private static List<Object> valuesAt(Document document, Field field, Collection<String> arrays) {
        var found = new ArrayList<Object>(1);
        collect(document, field.steps(), 0, found, arrays);
        if (found.isEmpty()) {
            found.add(Missing.getInstance());
        }
        return found;
    }

    /** Adds the values at a path, those of arrays one by one. */
    private static void collect(
            @Nullable Object at, List<String> steps, int depth, List<Object> found, Collection<String> arrays) {
        if (at instanceof Collection<?> elements) {
            arrays.add(String.join(".", steps.subList(0, depth)));
            collectElements(new ArrayList<>(elements), steps, depth, found, arrays);
        } else if (depth == steps.size()) {
            found.add(at);
        } else if (at instanceof Document parent) {
            collect(parent.getOrMissing(steps.get(depth)), steps, depth + 1, found, arrays);
        } else {
            found.add(Missing.getInstance());
        }
    }

    private static void collectElements(
            List<?> elements, List<String> steps, int depth, List<Object> found, Collection<String> arrays) {
        if (depth == steps.size()) {
            found.addAll(elements.isEmpty() ? Collections.singletonList(null) : elements);
            return;
        }
        var step = steps.get(depth);
        if (step.chars().allMatch(Character::isDigit)) {
            int position = Integer.parseInt(step);
            if (position < elements.size()) {
                collect(elements.get(position), steps, depth + 1, found, arrays);
            }
        }
        for (Object element : elements) {
            if (element instanceof Document) {
                collect(element, steps, depth, found, arrays);
            }
        }
    }

    /** The values of a document, or the first of several. */
    Document valuesOf(Document document) {
        var values = new Document();
        for (Field field : fields) {
            Object value = valuesAt(document, field, new HashSet<>()).get(0);
            values.put(field.path(), value instanceof Missing ? null : value);
        }
        return values;
    }

    /** What an error message says of the values of a document. */
    String describe(Document document) {
        var values = new ArrayList<String>();
        for (Field field : fields) {
            Object value = valuesAt(document, field, new HashSet<>()).get(0);
            values.add(field.path() + ": " + Json.toCompactJsonValue(value instanceof Missing ? null : value));
        }
        return "{ " + String.join(", ", values) + " }";
    }

    Document keyPattern() {
        var pattern = new Document();
        fields.forEach(field -> pattern.put(field.path(), field.ascending() ? 1 : -1));
        return pattern;
    }

    /** As listIndexes answers it. */
    Document describe() {
        var described = new Document("v", 2).append("key", keyPattern()).append("name", name);
        if (unique && !holdsDocuments()) {
            described.append("unique", true);
        }
        if (sparse) {
            described.append("sparse", true);
        }
        if (partial != null) {
            described.append("partialFilterExpression", partial.cloneDeeply());
        }
        if (expireAfterSeconds != null) {
            described.append("expireAfterSeconds", expireAfterSeconds);
        }
        return described;
    }

    Document encode() {
        return describe().append("number", number).append("multikey", multikey);
    }

    static OrderedIndex decode(int collection, Document encoded) {
        return new OrderedIndex(
                collection,
                (int) encoded.get("number"),
                (String) encoded.get("name"),
                fieldsOf((Document) encoded.get("key")),
                encoded.containsKey("unique"),
                encoded.containsKey("sparse"),
                (boolean) encoded.get("multikey"),
                (Document) encoded.get("partialFilterExpression"),
                (Integer) encoded.get("expireAfterSeconds"));
    }

    static List<Field> fieldsOf(Document pattern) {
        return pattern.entrySet().stream()
                .map(entry -> new Field(entry.getKey(), ((Number) entry.getValue()).doubleValue() > 0))
                .toList();
    }
}
