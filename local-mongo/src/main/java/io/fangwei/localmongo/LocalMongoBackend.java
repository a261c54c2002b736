package io.fangwei.localmongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.*;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import de.bwaldvogel.mongo.oplog.Oplog;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.*;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.rocksdb.RocksIterator;

/**
 * mongo-java-server's protocol over RocksDB: catalogue, documents and ordered indexes as keys of one ordered store.
 * A prototype in one file: it ran the measurements in platform-facts. Known gaps: TTL, renameCollection (numbers hang on
 * names), a building flag and chunks for an index on a large collection (all in one batch here), batches limited by bytes,
 * idle cursors, $or by several plans, index numbers past 16 bits, indexes.get(0) taken as _id, projection by a detour,
 * and the life of an index (platform-facts: "Wrong in the prototype").
 */
final class LocalMongoBackend extends AbstractMongoBackend {

    private static final Set<String> WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "findandmodify",
            "create",
            "createindexes",
            "drop",
            "dropdatabase",
            "dropindexes",
            "renamecollection");
    private static final int CATALOGUE = 0, DATA = 0, COUNT = 0xFFFF;

    private final Store store;
    private final Map<String, MongoDatabase> open = new ConcurrentHashMap<>();
    private final ThreadLocal<Document> firstMatch = new ThreadLocal<>();
    /** Keys and documents that the command on this thread has looked at. */
    private final ThreadLocal<long[]> examined = ThreadLocal.withInitial(() -> new long[2]);

    private final ThreadLocal<String> winner = new ThreadLocal<>();

    LocalMongoBackend(Path directory) {
        super(Clock.systemUTC());
        store = new Store(directory, open::clear);
        store.write(() -> {
            databaseNames().forEach(this::resolveDatabase);
            return null;
        });
    }

    @Override
    public MongoDatabase resolveDatabase(String name) {
        MongoDatabase db = open.get(name);
        return db != null ? db : store.write(() -> open.computeIfAbsent(name, Db::new));
    }

    @Override
    protected Set<String> listDatabaseNames() {
        return open.keySet();
    }

    @Override
    public void dropDatabase(String name) {
        MongoDatabase db = open.remove(name);
        if (db != null) db.drop(oplog);
    }

    @Override
    public void handleClose(Channel channel) {
        open.values().forEach(db -> db.handleClose(channel));
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        Document query = message.getDocument();
        String name = query.keySet().iterator().next();
        String command = name.toLowerCase(Locale.ROOT);
        if (command.equals("hello")) {
            Document ismaster = new Document("ismaster", 1);
            ismaster.putAll(query);
            return super.handleCommand(message.getChannel(), message.getDatabaseName(), "ismaster", ismaster)
                    .append("isWritablePrimary", true);
        }
        if (command.equals("explain"))
            return store.read(
                    () -> explain(message.getChannel(), message.getDatabaseName(), (Document) query.get(name)));
        boolean writes = WRITES.contains(command) || command.equals("aggregate") && pipelineWrites(query);
        examined.set(new long[2]);
        try {
            if (command.equals("aggregate")) rememberFirstMatch(query);
            return writes
                    ? store.write(() -> super.handleMessage(message))
                    : store.read(() -> super.handleMessage(message));
        } finally {
            firstMatch.remove();
        }
    }

    private static boolean pipelineWrites(Document query) {
        return query.get("pipeline") instanceof List<?> l
                && l.stream().anyMatch(s -> ((Document) s).containsKey("$merge") || ((Document) s).containsKey("$out"));
    }

    private void rememberFirstMatch(Document query) {
        if (query.get("pipeline") instanceof List<?> l
                && !l.isEmpty()
                && ((Document) l.get(0)).get("$match") instanceof Document match)
            firstMatch.set(new Document("c", query.get("aggregate")).append("q", match));
    }

    private Document explain(Channel channel, String database, Document command) {
        examined.set(new long[2]);
        winner.remove();
        String name = command.keySet().iterator().next();
        Document answer = handleCommand(channel, database, name, command);
        Object cursor = answer.get("cursor");
        int n = cursor instanceof Document c ? ((Collection<?>) c.get("firstBatch")).size() : 0;
        long[] e = examined.get();
        Document plan = winner.get() == null
                ? new Document("stage", "COLLSCAN")
                : new Document("stage", "FETCH")
                        .append("inputStage", new Document("stage", "IXSCAN").append("indexName", winner.get()));
        return new Document("queryPlanner", new Document("winningPlan", plan))
                .append(
                        "executionStats",
                        new Document("nReturned", n)
                                .append("totalKeysExamined", e[0])
                                .append("totalDocsExamined", e[1]))
                .append("ok", 1.0);
    }

    @Override
    protected Document handleKillCursors(Document query) {
        for (Object id : (Collection<?>) query.get("cursors")) {
            try {
                if (getCursorRegistry().getCursor(((Number) id).longValue()) instanceof StateCursor c) c.close();
            } catch (RuntimeException gone) {
                /* answered below */
            }
        }
        return super.handleKillCursors(query);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new Db(name);
    }

    @Override
    public void close() {
        super.close();
        store.close();
    }

    // ---- catalogue: name -> number, in the same store ----

    private static byte[] catalogueKey(String name) {
        return Keys.concat(Keys.prefix(CATALOGUE, 1), name.getBytes(StandardCharsets.UTF_8));
    }

    private Set<String> databaseNames() {
        Set<String> names = new TreeSet<>();
        byte[] prefix = Keys.prefix(CATALOGUE, 1);
        try (RocksIterator i = store.iterator()) {
            for (i.seek(prefix); i.isValid() && startsWith(i.key(), prefix); i.next()) {
                String ns = new String(i.key(), 6, i.key().length - 6, StandardCharsets.UTF_8);
                if (!ns.contains("/")) names.add(ns.substring(0, ns.indexOf('.')));
            }
        }
        return names;
    }

    /** The number that stands for a name in keys; a new one, never used before, if there is none. */
    private int number(String name, String counter) {
        byte[] known = store.get(catalogueKey(name));
        if (known != null) return (int) Keys.longAt(known, 0);
        byte[] last = store.get(Keys.concat(Keys.prefix(CATALOGUE, 2), counter.getBytes(StandardCharsets.UTF_8)));
        long next = last == null ? 1 : Keys.longAt(last, 0) + 1;
        store.put(
                Keys.concat(Keys.prefix(CATALOGUE, 2), counter.getBytes(StandardCharsets.UTF_8)), Keys.longBytes(next));
        store.put(catalogueKey(name), Keys.longBytes(next));
        return (int) next;
    }

    static boolean startsWith(byte[] key, byte[] prefix) {
        return key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }

    static byte[] encode(Document d) {
        ByteBuf b = Unpooled.buffer(512);
        BsonEncoder.encodeDocument(d, b);
        byte[] r = new byte[b.readableBytes()];
        b.readBytes(r);
        return r;
    }

    static Document decode(byte[] b) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(b));
    }

    private final class Db extends AbstractSynchronizedMongoDatabase<Long> {
        private final Map<String, Document> descriptions = new ConcurrentHashMap<>();

        Db(String name) {
            super(name, LocalMongoBackend.this.getCursorRegistry());
            store.write(() -> {
                loadDescriptions();
                initializeNamespacesAndIndexes();
                return null;
            });
        }

        private void loadDescriptions() {
            if (store.get(catalogueKey(databaseName + ".system.indexes")) == null) return;
            for (Document d : new Col(this, "system.indexes", CollectionOptions.withoutIdField()).queryAll())
                remember(d);
        }

        private void remember(Document d) {
            descriptions.put(d.get("ns") + "/" + d.get("name"), d);
        }

        @Override
        protected void addIndex(Document d) {
            remember(d);
            super.addIndex(d);
        }

        private Index<Long> index(String c, String name, List<IndexKey> keys, boolean unique, boolean sparse) {
            String ns = databaseName + "." + c;
            Document d = descriptions.getOrDefault(ns + "/" + name, new Document());
            return new Ordered(ns, number(ns, "collections"), name, keys, unique, sparse, (Document)
                    d.get("partialFilterExpression"));
        }

        @Override
        protected Index<Long> openOrCreateUniqueIndex(String c, String n, List<IndexKey> k, boolean s) {
            return index(c, n, k, true, s);
        }

        @Override
        protected Index<Long> openOrCreateSecondaryIndex(String c, String n, List<IndexKey> k, boolean s) {
            return index(c, n, k, false, s);
        }

        @Override
        protected MongoCollection<Long> openOrCreateCollection(String c, CollectionOptions o) {
            return new Col(this, c, o);
        }

        @Override
        public void dropCollection(String c, Oplog oplog) {
            super.dropCollection(c, oplog);
            String ns = databaseName + "." + c;
            int number = number(ns, "collections");
            store.delete(catalogueKey(ns));
            store.afterCommit(() -> store.dropRange(
                    Keys.prefix(number, 0), Keys.after(Keys.longBytes(((long) number) << 32 | 0xFFFFFFFFL))));
        }

        @Override
        protected long getStorageSize() {
            return 0;
        }

        @Override
        protected long getFileSize() {
            return 0;
        }
    }

    private final class Col extends AbstractMongoCollection<Long> {
        private final int number;
        private final byte[] data;
        private long lastId;

        Col(MongoDatabase db, String name, CollectionOptions o) {
            super(db, name, o, LocalMongoBackend.this.getCursorRegistry());
            number = number(db.getDatabaseName() + "." + name, "collections");
            data = Keys.prefix(number, DATA);
            try (RocksIterator i = store.iterator()) {
                i.seekForPrev(Keys.concat(data, Keys.longBytes(-1)));
                if (i.isValid() && startsWith(i.key(), data)) lastId = Keys.longAt(i.key(), 6);
            }
        }

        private byte[] key(long id) {
            return Keys.concat(data, Keys.longBytes(id));
        }

        private void count(long delta) {
            byte[] k = Keys.prefix(number, COUNT);
            byte[] n = store.get(k);
            store.put(k, Keys.longBytes((n == null ? 0 : Keys.longAt(n, 0)) + delta));
        }

        @Override
        protected boolean tracksDataSize() {
            return false;
        }

        @Override
        protected void updateDataSize(int d) {}

        @Override
        protected int getDataSize() {
            return 0;
        }

        @Override
        protected Long addDocumentInternal(Document d) {
            long id = ++lastId;
            store.put(key(id), encode(d));
            count(1);
            return id;
        }

        @Override
        public int count() {
            return store.read(() -> {
                byte[] n = store.get(Keys.prefix(number, COUNT));
                return n == null ? 0 : (int) Keys.longAt(n, 0);
            });
        }

        @Override
        public boolean isEmpty() {
            return count() == 0;
        }

        @Override
        protected Document getDocument(Long id) {
            byte[] b = store.get(key(id));
            return b == null ? null : decode(b);
        }

        @Override
        protected void removeDocument(Long id) {
            store.delete(key(id));
            count(-1);
        }

        @Override
        protected void handleUpdate(Long id, Document old, Document updated) {
            store.put(key(id), encode(updated));
        }

        @Override
        public void removeDocument(Document d) {
            Long id = getIndexes().isEmpty()
                    ? findDocumentPosition(d)
                    : getIndexes().get(0).getPosition(d);
            if (id == null) return;
            for (Index<Long> i : getIndexes()) ((Ordered) i).removeEntries(d, id);
            removeDocument(id);
        }

        @Override
        protected Stream<DocumentWithPosition<Long>> streamAllDocumentsWithPosition() {
            return stream(new Scan(null)).map(r -> new DocumentWithPosition<>(r.document, r.id));
        }

        @Override
        public Stream<Document> queryAllAsStream() {
            Document f = firstMatch.get();
            if (f == null || !getCollectionName().equals(f.get("c")))
                return stream(new Scan(null)).map(Row::document);
            firstMatch.remove();
            return stream(plan((Document) f.get("q"), null)).map(Row::document);
        }

        private Stream<Row> stream(Scan s) {
            return StreamSupport.stream(Spliterators.spliteratorUnknownSize(s, Spliterator.ORDERED), false)
                    .onClose(s::close);
        }

        @Override
        protected QueryResult matchDocuments(
                Document q, Document order, int skip, int limit, int batch, Document fields) {
            return queryDocuments(q, order, skip, limit, batch, fields);
        }

        @Override
        protected QueryResult queryDocuments(
                Document q, Document order, int skip, int limit, int batch, Document fields) {
            boolean cursor = batch > 0 && !store.isWriting() && limit == 0;
            Store.State pinned = cursor ? store.pin() : null;
            Scan scan = plan(q, order, pinned);
            boolean sorted = order == null || order.isEmpty() || scan.inOrderOf(order);
            if (!cursor || !sorted) {
                try {
                    return matchDocumentsFromStream(
                            stream(scan).map(Row::document), q, sorted ? null : order, skip, limit, batch, fields);
                } finally {
                    scan.close();
                    if (pinned != null) pinned.release();
                }
            }
            Function<Document, Document> projection = fields == null || fields.isEmpty()
                    ? d -> d
                    : d -> matchDocumentsFromStream(Stream.of(d), new Document(), null, 0, 0, 0, fields)
                            .iterator()
                            .next();
            Iterator<Document> rest = stream(scan)
                    .map(Row::document)
                    .filter(d -> documentMatchesQuery(d, q))
                    .skip(skip)
                    .map(projection)
                    .iterator();
            StateCursor c = new StateCursor(cursorRegistry.generateCursorId(), rest, () -> {
                scan.close();
                pinned.release();
            });
            List<Document> first = c.takeDocuments(batch);
            if (c.isEmpty()) return new QueryResult(first);
            cursorRegistry.add(c);
            return new QueryResult(first, c);
        }

        private Scan plan(Document q, Document order) {
            return plan(q, order, null);
        }

        private Scan plan(Document q, Document order, Store.State pinned) {
            Map<String, List<Object>> conditions = new HashMap<>();
            collect(q, conditions);
            Bounds best = null;
            for (Index<Long> i : getIndexes()) {
                Bounds b = ((Ordered) i).bounds(conditions, q, order);
                if (b != null && (best == null || b.score > best.score)) best = b;
            }
            if (best != null) winner.set(best.index.getName());
            return new Scan(best, pinned);
        }

        private static void collect(Document q, Map<String, List<Object>> c) {
            q.forEach((k, v) -> {
                if (k.equals("$and")) for (Object o : (Collection<?>) v) collect((Document) o, c);
                else if (!k.startsWith("$"))
                    c.computeIfAbsent(k, x -> new ArrayList<>()).add(v);
            });
        }

        private record Row(long id, Document document) {}

        /** Walks the ranges of an index, or the documents in the order of their insertion; each document once. */
        private final class Scan implements Iterator<Row>, AutoCloseable {
            private final Bounds bounds;
            private final Store.State pinned;
            private final RocksIterator at;
            private final Set<Long> seen;
            private final long[] count = examined.get();
            private int range = -1;
            private Row next;

            Scan(Bounds bounds) {
                this(bounds, null);
            }

            Scan(Bounds bounds, Store.State pinned) {
                this.bounds = bounds;
                this.pinned = pinned;
                at = pinned == null ? store.iterator() : pinned.iterator();
                seen = bounds != null && (bounds.index.multikey() || bounds.ranges.size() > 1) ? new HashSet<>() : null;
                if (bounds == null) at.seek(data);
                else nextRange();
            }

            boolean inOrderOf(Document order) {
                return bounds != null && bounds.ordered || order.containsKey("$natural") && bounds == null;
            }

            private void nextRange() {
                if (++range >= bounds.ranges.size()) return;
                byte[][] r = bounds.ranges.get(range);
                if (bounds.backwards) at.seekForPrev(r[1]);
                else at.seek(r[0]);
            }

            @Override
            public boolean hasNext() {
                while (next == null) {
                    if (bounds == null) {
                        if (!at.isValid() || !startsWith(at.key(), data)) return false;
                        count[1]++;
                        next = new Row(Keys.longAt(at.key(), 6), decode(at.value()));
                        at.next();
                        continue;
                    }
                    if (range >= bounds.ranges.size()) return false;
                    byte[][] r = bounds.ranges.get(range);
                    byte[] k = at.isValid() ? at.key() : null;
                    if (k == null
                            || (bounds.backwards
                                    ? Arrays.compareUnsigned(k, r[0]) < 0
                                    : Arrays.compareUnsigned(k, r[1]) >= 0)) {
                        nextRange();
                        continue;
                    }
                    if (bounds.backwards && Arrays.compareUnsigned(k, r[1]) >= 0) {
                        at.prev();
                        continue;
                    }
                    long id = Keys.longAt(k, k.length - 8);
                    count[0]++;
                    if (seen == null || seen.add(id)) {
                        byte[] b = pinned == null ? store.get(key(id)) : pinned.get(key(id));
                        count[1]++;
                        if (b != null) next = new Row(id, decode(b));
                    }
                    if (bounds.backwards) at.prev();
                    else at.next();
                }
                return true;
            }

            @Override
            public Row next() {
                if (!hasNext()) throw new NoSuchElementException();
                Row r = next;
                next = null;
                return r;
            }

            @Override
            public void close() {
                at.close();
            }
        }
    }

    /** A cursor over a state of the database: what comes later does not change it, and it holds one batch in memory. */
    private static final class StateCursor extends AbstractCursor implements AutoCloseable {
        private static final int DEFAULT = 101;
        private final Iterator<Document> rest;
        private Runnable release;

        StateCursor(long id, Iterator<Document> rest, Runnable release) {
            super(id);
            this.rest = rest;
            this.release = release;
        }

        @Override
        public synchronized boolean isEmpty() {
            return release == null;
        }

        @Override
        public synchronized List<Document> takeDocuments(int n) {
            List<Document> batch = new ArrayList<>();
            while (batch.size() < (n > 0 ? n : DEFAULT) && release != null && rest.hasNext()) batch.add(rest.next());
            if (release != null && !rest.hasNext()) close();
            return batch;
        }

        @Override
        public synchronized void close() {
            if (release != null) {
                release.run();
                release = null;
            }
        }
    }

    /** Ranges of an index that hold every document a query can match, and whether they come in the wanted order. */
    private record Bounds(Ordered index, List<byte[][]> ranges, boolean ordered, boolean backwards, int score) {}

    /** An ordered index: [collection][index][values in MongoDB's order][record id] -> nothing. */
    private final class Ordered extends Index<Long> {
        private final byte[] prefix;
        private final boolean unique;
        private final Document partial;
        private final QueryMatcher matcher = new DefaultQueryMatcher();
        private final byte[] multikeyFlag, builtFlag;
        private volatile boolean multikey;

        Ordered(
                String ns,
                int collection,
                String name,
                List<IndexKey> keys,
                boolean unique,
                boolean sparse,
                Document partial) {
            super(name, keys, sparse);
            this.unique = unique;
            this.partial = partial;
            prefix = Keys.prefix(collection, number(ns + "/" + name, "indexes"));
            multikeyFlag = Keys.concat(Keys.prefix(CATALOGUE, 3), prefix, new byte[] {1});
            builtFlag = Keys.concat(Keys.prefix(CATALOGUE, 3), prefix, new byte[] {2});
            multikey = store.get(multikeyFlag) != null;
        }

        boolean multikey() {
            return multikey;
        }

        @Override
        public boolean isUnique() {
            return unique;
        }

        @Override
        public boolean isEmpty() {
            if (store.get(builtFlag) != null) return false;
            store.put(builtFlag, new byte[0]);
            return true;
        }

        /** The keys of a document without the record id; none if the index leaves the document out. */
        private List<byte[]> entries(Document d) {
            if (partial != null && !matcher.matches(d, partial)) return List.of();
            List<List<Object>> values = new ArrayList<>();
            boolean all = true, many = false;
            for (IndexKey k : getKeys()) {
                List<Object> found = new ArrayList<>();
                boolean array = collect(d, k.getKey().split("\\."), 0, found);
                many |= array;
                if (found.isEmpty()) found.add(Missing.getInstance());
                all &= found.stream().allMatch(v -> v instanceof Missing);
                values.add(found);
            }
            if (isSparse() && all) return List.of();
            if (many && !multikey) {
                multikey = true;
                store.put(multikeyFlag, new byte[0]);
            }
            List<byte[]> keys = List.of(prefix);
            for (int i = 0; i < values.size(); i++) {
                List<byte[]> longer = new ArrayList<>();
                boolean ascending = getKeys().get(i).isAscending();
                for (byte[] head : keys)
                    for (Object v : values.get(i)) longer.add(Keys.concat(head, Keys.component(v, ascending)));
                keys = longer;
            }
            return many ? distinct(keys) : keys;
        }

        private static List<byte[]> distinct(List<byte[]> keys) {
            TreeSet<byte[]> s = new TreeSet<>(Arrays::compareUnsigned);
            s.addAll(keys);
            return new ArrayList<>(s);
        }

        /** Adds the values at a path, those of arrays one by one; true if an array was met. */
        private static boolean collect(Object at, String[] path, int i, List<Object> found) {
            if (i == path.length) {
                if (!(at instanceof Collection<?> c)) {
                    found.add(at);
                    return false;
                }
                if (c.isEmpty()) found.add(null);
                else found.addAll(c);
                return true;
            }
            if (at instanceof Document d) {
                if (!d.containsKey(path[i])) {
                    found.add(Missing.getInstance());
                    return false;
                }
                return collect(d.get(path[i]), path, i + 1, found);
            }
            if (at instanceof Collection<?> c) {
                if (path[i].chars().allMatch(Character::isDigit)) {
                    int n = Integer.parseInt(path[i]);
                    if (n < c.size()) collect(new ArrayList<>(c).get(n), path, i + 1, found);
                }
                for (Object e : c) if (e instanceof Document) collect(e, path, i, found);
                return true;
            }
            found.add(Missing.getInstance());
            return false;
        }

        private Long holder(byte[] entry) {
            try (RocksIterator i = store.iterator()) {
                i.seek(entry);
                return i.isValid() && i.key().length == entry.length + 8 && startsWith(i.key(), entry)
                        ? Keys.longAt(i.key(), entry.length)
                        : null;
            }
        }

        @Override
        public Long getPosition(Document d) {
            if (!unique) return null;
            for (byte[] e : entries(d)) {
                Long id = holder(e);
                if (id != null) return id;
            }
            return null;
        }

        @Override
        public void checkAdd(Document d, MongoCollection<Long> c) {
            refuseHeldByOthers(d, null, c);
        }

        @Override
        public void add(Document d, Long id, MongoCollection<Long> c) {
            for (byte[] e : entries(d)) store.put(Keys.concat(e, Keys.longBytes(id)), new byte[0]);
        }

        void removeEntries(Document d, long id) {
            for (byte[] e : entries(d)) store.delete(Keys.concat(e, Keys.longBytes(id)));
        }

        @Override
        public Long remove(Document d) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkUpdate(Document old, Document updated, MongoCollection<Long> c) {
            if (unique) refuseHeldByOthers(updated, c.getIndexes().get(0).getPosition(old), c);
        }

        private void refuseHeldByOthers(Document d, Long own, MongoCollection<Long> c) {
            if (!unique) return;
            for (byte[] e : entries(d)) {
                Long id = holder(e);
                if (id != null && !id.equals(own))
                    throw new DuplicateKeyError(
                            this,
                            c,
                            getKeys(),
                            new KeyValue(keys().stream()
                                    .map(k -> value(d, k))
                                    .toList()
                                    .toArray()));
            }
        }

        private static Object value(Document d, String path) {
            List<Object> f = new ArrayList<>();
            collect(d, path.split("\\."), 0, f);
            return f.isEmpty() || f.get(0) instanceof Missing ? null : f.get(0);
        }

        @Override
        public void updateInPlace(Document old, Document updated, Long id, MongoCollection<Long> c) {
            List<byte[]> before = entries(old), after = entries(updated);
            for (byte[] e : before)
                if (after.stream().noneMatch(x -> Arrays.equals(x, e)))
                    store.delete(Keys.concat(e, Keys.longBytes(id)));
            for (byte[] e : after)
                if (before.stream().noneMatch(x -> Arrays.equals(x, e)))
                    store.put(Keys.concat(e, Keys.longBytes(id)), new byte[0]);
        }

        @Override
        public boolean canHandle(Document q) {
            return false;
        }

        @Override
        public Iterable<Long> getPositions(Document q) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long getCount() {
            return 0;
        }

        @Override
        public long getDataSize() {
            return 0;
        }

        @Override
        public void drop() {
            store.delete(builtFlag);
            store.delete(multikeyFlag);
            store.afterCommit(() -> store.dropRange(prefix, Keys.after(prefix)));
        }

        /** Null if this index cannot serve the query. A multikey index serves by its first field, with one bound. */
        Bounds bounds(Map<String, List<Object>> conditions, Document q, Document order) {
            if (partial != null
                    && !partial.entrySet().stream()
                            .allMatch(
                                    e -> q.containsKey(e.getKey()) && Objects.equals(q.get(e.getKey()), e.getValue())))
                return null;
            List<byte[]> heads = List.of(prefix);
            int i = 0, score = 0;
            boolean single = true;
            byte[][] range = null;
            for (; i < getKeys().size(); i++) {
                List<Object> given = conditions.get(getKeys().get(i).getKey());
                if (given == null) break;
                boolean ascending = getKeys().get(i).isAscending();
                List<Object> equal = equals(given);
                if (equal != null && !(isSparse() && equal.stream().anyMatch(v -> v == null))) {
                    List<byte[]> longer = new ArrayList<>();
                    for (byte[] h : heads)
                        for (Object v : equal) longer.add(Keys.concat(h, Keys.component(v, ascending)));
                    heads = distinct(longer);
                    single &= equal.size() == 1;
                    score += 10;
                    if (multikey) {
                        i++;
                        break;
                    }
                    continue;
                }
                range = range(given, ascending, multikey);
                if (range != null) score += 5;
                break;
            }
            boolean ordered = false, backwards = false;
            if (order != null && !order.isEmpty() && single && !multikey && (score > 0 || !isSparse())) {
                Boolean forward = follows(order, i, conditions);
                if (forward != null) {
                    ordered = true;
                    backwards = !forward;
                    score += 3;
                }
            }
            if (score == 0) return null;
            if (unique && range == null && i == getKeys().size()) score += 100;
            List<byte[][]> ranges = new ArrayList<>();
            for (byte[] h : heads)
                ranges.add(
                        range == null
                                ? new byte[][] {h, Keys.after(h)}
                                : new byte[][] {Keys.concat(h, range[0]), Keys.after(Keys.concat(h, range[1]))});
            return new Bounds(this, ranges, ordered, backwards, score);
        }

        /** True if the index from its i-th field on runs as the order wants, false if it runs the other way, else null. */
        private Boolean follows(Document order, int i, Map<String, List<Object>> conditions) {
            Boolean forward = null;
            for (Map.Entry<String, Object> e : order.entrySet()) {
                List<Object> fixed = conditions.get(e.getKey());
                if (fixed != null && equals(fixed) != null && equals(fixed).size() == 1) continue;
                if (i >= getKeys().size() || !getKeys().get(i).getKey().equals(e.getKey())) return null;
                boolean same = getKeys().get(i).isAscending() == ((Number) e.getValue()).intValue() > 0;
                if (forward != null && forward != same) return null;
                forward = same;
                i++;
            }
            return forward == null || forward;
        }

        private static boolean scalar(Object v) {
            return !(v instanceof Document || v instanceof Collection || v instanceof BsonRegularExpression);
        }

        private static List<Object> equals(List<Object> given) {
            for (Object v : given) {
                if (scalar(v)) return Collections.singletonList(v);
                if (v instanceof Document d) {
                    if (d.containsKey("$eq") && scalar(d.get("$eq"))) return Collections.singletonList(d.get("$eq"));
                    if (d.get("$in") instanceof Collection<?> in && in.stream().allMatch(Ordered::scalar))
                        return new ArrayList<>(in);
                }
            }
            return null;
        }

        private static byte[][] range(List<Object> given, boolean ascending, boolean oneBoundOnly) {
            Object low = null, high = null;
            for (Object v : given)
                if (v instanceof Document d)
                    for (Map.Entry<String, Object> e : d.entrySet()) {
                        Object bound = e.getValue();
                        if (bound == null
                                || !scalar(bound)
                                || bound instanceof de.bwaldvogel.mongo.bson.MinKey
                                || bound instanceof de.bwaldvogel.mongo.bson.MaxKey) continue;
                        if ((e.getKey().equals("$gt") || e.getKey().equals("$gte")) && low == null) low = bound;
                        if ((e.getKey().equals("$lt") || e.getKey().equals("$lte")) && high == null) high = bound;
                    }
            if (low == null && high == null) return null;
            if (oneBoundOnly && low != null) high = null;
            byte[] bracket = {(byte) Keys.type(low != null ? low : high)};
            if (!ascending) bracket[0] = (byte) ~bracket[0];
            byte[] from = low == null ? bracket : Keys.component(low, ascending),
                    to = high == null ? bracket : Keys.component(high, ascending);
            return ascending ? new byte[][] {from, to} : new byte[][] {to, from};
        }
    }
}
