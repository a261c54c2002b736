package io.fangwei.localmongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentComparator;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The documents of one collection as one command sees them. Their place in the store is their _id. */
final class Documents extends AbstractMongoCollection<byte[]> {

    private static final CursorRegistry UNUSED = new CursorRegistry();

    private final Reader reader;
    private final String namespace;
    private final int number;
    private final OrderedIndex primary;
    private int mostMatches;
    private int modified;

    Documents(MongoDatabase database, String name, Reader reader, Catalogue.Described described) {
        super(database, name, CollectionOptions.withDefaults(), UNUSED);
        this.reader = reader;
        this.namespace = database.getDatabaseName() + "." + name;
        this.number = described.number();
        this.primary = OrderedIndex.ofDocuments(number);
    }

    private Catalogue.Described described() {
        return reader.catalogue().collections().get(namespace);
    }

    private Transaction transaction() {
        return (Transaction) reader;
    }

    // ---- reading

    Plan plan(Query query) {
        var plan = new Planner(described()).plan(query.filter(), query.order());
        reader.examined().by(plan);
        return plan;
    }

    /** The matches of a query, found and read one by one as they are taken. */
    Iterator<Row> find(Query query) {
        var plan = plan(query);
        var rows = stream(new Scan(reader, number, plan));
        if (!plan.exact()) {
            rows = rows.filter(row -> documentMatchesQuery(row.document(), query.filter()));
        }
        if (!plan.ordered()) {
            rows = sorted(rows, query);
        }
        if (query.skip() > 0) {
            rows = rows.skip(query.skip());
        }
        if (query.limit() > 0) {
            rows = rows.limit(query.limit());
        }
        return rows.map(projection(query.projection())).iterator();
    }

    private static Stream<Row> sorted(Stream<Row> rows, Query query) {
        Comparator<Row> order = Comparator.comparing(Row::document, new DocumentComparator(query.order()));
        return query.limit() > 0 ? Smallest.of(rows, order, query.skip() + query.limit()) : rows.sorted(order);
    }

    private Function<Row, Row> projection(@Nullable Document projection) {
        if (projection == null || projection.isEmpty()) {
            return row -> row;
        }
        var projections = new Projections(projection, this::projectPlainly);
        return row -> row.with(projections.project(row.document()));
    }

    private Document projectPlainly(Document document, Document fields) {
        return matchDocumentsFromStream(Stream.of(document), new Document(), null, 0, 0, 0, fields)
                .iterator()
                .next();
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
                    .filter(row -> documentMatchesQuery(row.document(), query.filter()))
                    .count();
        }
        long rest = Math.max(0, count - query.skip());
        return query.limit() > 0 ? Math.min(query.limit(), rest) : rest;
    }

    @Override
    public int count(@Nullable Document filter, int skip, int limit) {
        var query = new Query(filter == null ? new Document() : filter, null, skip, Math.abs(limit), null);
        return Math.toIntExact(countMatches(query));
    }

    @Override
    public int count() {
        return Math.toIntExact(reader.count(number));
    }

    @Override
    protected QueryResult queryDocuments(
            Document filter,
            @Nullable Document order,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        var rows = find(new Query(filter, order, skip, mostMatches > 0 ? mostMatches : limit, projection));
        if (reader instanceof Transaction) {
            return new QueryResult(mostMatches == 1 || limit == 1 ? readNow(rows) : readAgain(rows));
        }
        return new QueryResult(() -> documents(rows));
    }

    private static List<Document> readNow(Iterator<Row> rows) {
        var documents = new ArrayList<Document>();
        rows.forEachRemaining(row -> documents.add(row.document()));
        return documents;
    }

    /** Finds all before the first is changed; then reads them one by one, so that only their ids are held in memory. */
    private Iterable<Document> readAgain(Iterator<Row> rows) {
        var ids = new ArrayList<byte[]>();
        rows.forEachRemaining(row -> ids.add(row.id()));
        return () -> ids.stream().map(this::getDocument).iterator();
    }

    @Override
    protected QueryResult matchDocuments(
            Document filter,
            @Nullable Document order,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        return queryDocuments(filter, order, skip, limit, batchSize, projection);
    }

    @Override
    public Stream<Document> queryAllAsStream() {
        return rows().map(Row::document);
    }

    Stream<Row> rows() {
        return stream(new Scan(reader, number, Plan.allOf(number, true, false, true)));
    }

    @Override
    protected Stream<DocumentWithPosition<byte[]>> streamAllDocumentsWithPosition() {
        return rows().map(row -> new DocumentWithPosition<>(row.document(), row.id()));
    }

    @Override
    protected @Nullable Document getDocument(byte[] id) {
        byte[] stored = reader.get(Keys.of(number, Keys.DOCUMENTS, id));
        return stored == null ? null : Bson.decode(stored);
    }

    @Override
    protected byte[] findDocumentPosition(Document document) {
        return idOf(document);
    }

    private static byte[] idOf(Document document) {
        return KeyWriter.bytesOf(document.get("_id"), true);
    }

    private static <T> Stream<T> stream(Iterator<T> iterator) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    private static Iterator<Document> documents(Iterator<Row> rows) {
        return stream(rows).map(Row::document).iterator();
    }

    // ---- writing

    /** How many documents this command has changed so far. */
    int modified() {
        return modified;
    }

    @Override
    public Document updateDocuments(
            Document selector, Document update, ArrayFilters arrayFilters, boolean multi, boolean upsert, Oplog oplog) {
        mostMatches = multi ? 0 : 1;
        try {
            return super.updateDocuments(selector, update, arrayFilters, multi, upsert, oplog);
        } finally {
            mostMatches = 0;
        }
    }

    @Override
    protected byte[] addDocumentInternal(Document document) {
        byte[] id = idOf(document);
        byte[] key = Keys.of(number, Keys.DOCUMENTS, id);
        if (transaction().get(key) != null) {
            throw duplicate(primary, document);
        }
        byte[] stored = Bson.encode(idFirst(document));
        var added = new TreeMap<byte[], OrderedIndex>(Arrays::compareUnsigned);
        for (OrderedIndex index : described().maintained()) {
            entries(index, document).forEach(entry -> added.put(index.keyOf(entry, id), index));
        }
        added.forEach((entry, index) -> refuseHeldByAnother(index, entry, id, document));
        added.keySet().forEach(entry -> transaction().put(entry, id));
        transaction().put(key, stored);
        transaction().count(number, 1);
        return id;
    }

    private static Document idFirst(Document document) {
        if (document.keySet().iterator().next().equals("_id")) {
            return document;
        }
        var reordered = new Document("_id", document.get("_id"));
        reordered.putAll(document);
        return reordered;
    }

    @Override
    protected void handleUpdate(byte[] id, Document before, Document after) {
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
        modified++;
    }

    @Override
    public void removeDocument(Document document) {
        byte[] id = idOf(document);
        for (OrderedIndex index : described().maintained()) {
            index.entriesOf(document).keys().forEach(entry -> transaction().delete(index.keyOf(entry, id)));
        }
        removeDocument(id);
    }

    @Override
    protected void removeDocument(byte[] id) {
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

    private DuplicateKeyError duplicate(OrderedIndex index, Document document) {
        return new DuplicateKeyError(namespace, index.name() + " dup key: " + index.describe(document));
    }

    /**
     * Enters the next documents into indexes.
     *
     * @param after the _id of the last document that has been entered; empty at the beginning
     * @return the same afterwards; empty if there are no more
     */
    byte[] fill(List<OrderedIndex> indexes, byte[] after, int most) {
        byte[] prefix = primary.prefix();
        byte[] from = after.length == 0 ? prefix : Keys.concat(Keys.concat(prefix, after), new byte[1]);
        try (var walk = reader.walk(from, Keys.after(prefix), false)) {
            for (int filled = 0; walk.key() != null; walk.next()) {
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

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int delta) {}

    @Override
    protected int getDataSize() {
        return 0;
    }
}
