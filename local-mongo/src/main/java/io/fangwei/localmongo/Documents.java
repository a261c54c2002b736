package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.fangwei.localmongo.stages.Sorting;
import io.fangwei.localmongo.values.SortOrder;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The documents of one collection as one command sees them. Their place in the store is their _id. */
final class Documents {

    private static final String ID = "_id";
    private static final Set<String> OF_A_REFERENCE = Set.of("$ref", "$id", "$db");

    private final Reader reader;
    private final String namespace;
    private final int number;
    private final OrderedIndex primary;

    Documents(String namespace, Reader reader, int number) {
        this.reader = reader;
        this.namespace = namespace;
        this.number = number;
        this.primary = OrderedIndex.ofDocuments(number);
    }

    private Catalogue.Described described() {
        return Objects.requireNonNull(reader.catalogue().collection(namespace));
    }

    private Transaction transaction() {
        return (Transaction) reader;
    }

    Reader reader() {
        return reader;
    }

    int number() {
        return number;
    }

    List<OrderedIndex> indexes() {
        return described().indexes();
    }

    // ---- reading

    Plan plan(Query query) {
        var plan = new Planner(described()).plan(query);
        reader.examined().by(plan);
        return plan;
    }

    /** The matches of a query, found and read one by one as they are taken. */
    Iterator<Row> find(Query query) {
        var rows = matches(query, plan(query));
        if (query.skip() > 0) {
            rows = rows.skip(query.skip());
        }
        if (query.limit() > 0) {
            rows = rows.limit(query.limit());
        }
        return rows.map(projection(query)).iterator();
    }

    private Stream<Row> matches(Query query, Plan plan) {
        var rows = stream(new Scan(reader, number, plan));
        if (!plan.exact()) {
            rows = rows.filter(row -> query.matcher().matches(row.document()));
        }
        return plan.ordered() ? rows : sorted(rows, query);
    }

    private Stream<Row> sorted(Stream<Row> rows, Query query) {
        Comparator<Row> order = Comparator.comparing(
                Row::document,
                SortOrder.of(
                        Objects.requireNonNull(query.order()), query.terms().order()));
        var sorting = new Sorting<>(order, Row::size, reader.examined());
        return query.limit() > 0 ? sorting.first((long) query.skip() + query.limit(), rows) : sorting.all(rows);
    }

    private static Function<Row, Row> projection(Query query) {
        if (query.projection() == null) {
            return row -> row;
        }
        var projections = new Projections(query.projection(), query.terms().scope(), query.matcher());
        return row -> row.with(projections.project(row.document()));
    }

    /** How many documents match; by the index keys alone where they tell. */
    long countMatches(Query query) {
        var plan = plan(query);
        long count;
        if (plan.exact() && plan.isScanOfAll()) {
            count = reader.count(number);
        } else if (plan.exact()) {
            count = new Scan(reader, number, plan).countKeys();
        } else {
            count = stream(new Scan(reader, number, plan))
                    .filter(row -> query.matcher().matches(row.document()))
                    .count();
        }
        long rest = Math.max(0, count - query.skip());
        return query.limit() > 0 ? Math.min(query.limit(), rest) : rest;
    }

    @Nullable
    OrderedIndex covering(String path, Query query) {
        return new Planner(described()).covering(path, query.filter());
    }

    /** The document to which an entry of an index leads. */
    Document at(OrderedIndex index, Walk entry) {
        reader.examined().key();
        reader.examined().document();
        if (index.holdsDocuments()) {
            return Bson.decode(entry.value());
        }
        return Objects.requireNonNull(document(entry.value()));
    }

    long count() {
        return reader.count(number);
    }

    Stream<Row> rows() {
        return stream(new Scan(reader, number, Plan.allOf(number, true, false, true)));
    }

    @Nullable
    Document document(byte[] id) {
        byte[] stored = reader.get(Keys.of(number, Keys.DOCUMENTS, id));
        return stored == null ? null : Bson.decode(stored);
    }

    private static byte[] idOf(Document document) {
        return KeyWriter.bytesOf(document.get(ID), true);
    }

    static <T> Stream<T> stream(Iterator<T> iterator) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    // ---- writing

    void addDocument(Document document) {
        var stored = withId(document);
        byte[] id = idOf(stored);
        byte[] key = Keys.of(number, Keys.DOCUMENTS, id);
        Nesting.refuseTooDeep(stored);
        byte[] encoded = Bson.encode(stored);
        if (transaction().get(key) != null) {
            throw duplicate(primary, stored);
        }
        var added = new TreeMap<byte[], OrderedIndex>(Arrays::compareUnsigned);
        for (OrderedIndex index : described().maintained()) {
            entries(index, stored).forEach(entry -> added.put(index.keyOf(entry, id), index));
        }
        added.forEach((entry, index) -> refuseHeldByAnother(index, entry, id, stored));
        added.keySet().forEach(entry -> transaction().put(entry, id));
        transaction().put(key, encoded);
        transaction().count(number, 1);
    }

    /** The _id comes first; a document without one is given one. */
    private static Document withId(Document document) {
        if (!document.containsKey(ID)) {
            var identified = new Document(ID, ObjectIds.next());
            identified.putAll(document);
            return identified;
        }
        var id = document.get(ID);
        if (id instanceof Collection || id instanceof BsonRegularExpression) {
            throw new MongoServerError(
                    53,
                    "InvalidIdField",
                    "The '_id' value cannot be of type " + (id instanceof Collection ? "array" : "regex"));
        }
        if (id instanceof Document parts) {
            refuseOperators(parts);
        }
        if (document.keySet().iterator().next().equals(ID)) {
            return document;
        }
        var reordered = new Document(ID, id);
        reordered.putAll(document);
        return reordered;
    }

    private static void refuseOperators(Document id) {
        id.keySet().stream()
                .filter(name -> name.startsWith("$") && !OF_A_REFERENCE.contains(name))
                .forEach(name -> {
                    throw new MongoServerError(
                            52,
                            "DollarPrefixedFieldName",
                            "_id fields may not contain '$'-prefixed fields: " + name + " is not valid for storage.");
                });
    }

    void change(Document before, Document after) {
        Nesting.refuseTooDeep(after);
        byte[] id = idOf(before);
        byte[] stored = Bson.encode(after);
        var added = new TreeMap<byte[], OrderedIndex>(Arrays::compareUnsigned);
        var removed = new TreeMap<byte[], OrderedIndex>(Arrays::compareUnsigned);
        for (OrderedIndex index : described().maintained()) {
            if (!index.ignores(before, after)) {
                index.entriesOf(before).keys().forEach(entry -> removed.put(index.keyOf(entry, id), index));
                entries(index, after).forEach(entry -> added.put(index.keyOf(entry, id), index));
            }
        }
        var kept = added.keySet().stream().filter(removed::containsKey).toList();
        kept.forEach(added::remove);
        kept.forEach(removed::remove);
        added.forEach((entry, index) -> refuseHeldByAnother(index, entry, id, after));
        removed.keySet().forEach(transaction()::delete);
        added.keySet().forEach(entry -> transaction().put(entry, id));
        transaction().put(Keys.of(number, Keys.DOCUMENTS, id), stored);
    }

    void removeDocument(Document document) {
        byte[] id = idOf(document);
        for (OrderedIndex index : described().maintained()) {
            index.entriesOf(document).keys().forEach(entry -> transaction().delete(index.keyOf(entry, id)));
        }
        transaction().delete(Keys.of(number, Keys.DOCUMENTS, id));
        transaction().count(number, -1);
    }

    private Collection<byte[]> entries(OrderedIndex index, Document document) {
        var entries = index.entriesOf(document);
        if (entries.multikey() && !index.multikey()) {
            transaction().catalogue(reader.catalogue().withMultikey(namespace, index));
        }
        return entries.keys();
    }

    private void refuseHeldByAnother(OrderedIndex index, byte[] entry, byte[] id, Document document) {
        if (index.unique()) {
            byte[] holder = transaction().get(entry);
            if (holder != null && !Arrays.equals(holder, id)) {
                throw duplicate(index, document);
            }
        }
    }

    private DuplicateException duplicate(OrderedIndex index, Document document) {
        return new DuplicateException(namespace, index, document);
    }

    /**
     * Enters the next documents into indexes.
     *
     * @param after the _id of the last document that has been entered; empty at the beginning
     * @return the same afterwards; empty if there are no more
     */
    byte[] fill(List<OrderedIndex> indexes, byte[] after, int most, TimeLimit limit) {
        byte[] prefix = primary.prefix();
        byte[] from = after.length == 0 ? prefix : Keys.concat(Keys.concat(prefix, after), new byte[1]);
        try (var walk = reader.walk(from, Keys.after(prefix), false)) {
            for (int filled = 0; walk.key() != null; walk.next()) {
                limit.refuseIfOver();
                byte[] id = Arrays.copyOfRange(walk.key(), Keys.PREFIX_LENGTH, walk.key().length);
                var document = Bson.decode(walk.value());
                indexes.forEach(index -> enter(document, id, index));
                if (++filled == most) {
                    return id;
                }
            }
        }
        return new byte[0];
    }

    private void enter(Document document, byte[] id, OrderedIndex index) {
        for (byte[] entry : entries(index, document)) {
            byte[] key = index.keyOf(entry, id);
            refuseHeldByAnother(index, key, id, document);
            transaction().put(key, id);
        }
    }
}
