package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which collections and indexes there are. Kept in the store as one document, so that every state of the data has the
 * catalogue that belongs to it: an index is seen together with its entries or not at all.
 *
 * @param version grows with every change
 * @param lastNumber the last number given to a collection or an index; numbers never come back
 */
record Catalogue(long version, int lastNumber, SortedMap<String, Described> collections) {

    private static final int FORMAT = 1;
    private static final byte[] KEY = Keys.prefix(0, 0);
    private static final byte[] VERSION_KEY = Keys.prefix(0, 1);

    static final Catalogue EMPTY = new Catalogue(0, Keys.FIRST, new TreeMap<>());

    /** A collection: its number in keys, and its indexes, that of _id not among them. */
    record Described(int number, List<OrderedIndex> indexes) {

        @Nullable
        OrderedIndex index(String name) {
            return indexes.stream()
                    .filter(index -> index.name().equals(name))
                    .findFirst()
                    .orElse(null);
        }
    }

    interface Source {
        byte @Nullable [] get(byte[] key);
    }

    /** The catalogue as a state of the store has it; the known one if nothing has changed. */
    static Catalogue read(Source source, Catalogue known) {
        byte[] version = source.get(VERSION_KEY);
        if (version == null) {
            return EMPTY;
        }
        return Keys.toLong(version) == known.version ? known : decode(Bson.decode(source.get(KEY)));
    }

    void write(Transaction transaction) {
        transaction.put(KEY, Bson.encode(encode()));
        transaction.put(VERSION_KEY, Keys.ofLong(version));
    }

    @Nullable
    Described collection(String namespace) {
        return collections.get(namespace);
    }

    Catalogue withCollection(String namespace) {
        int number = lastNumber + 1;
        return changed(number, namespace, new Described(number, List.of()));
    }

    Catalogue withNextNumber() {
        return new Catalogue(version + 1, lastNumber + 1, collections);
    }

    Catalogue withIndex(String namespace, OrderedIndex added) {
        var indexes = new ArrayList<>(described(namespace).indexes());
        indexes.add(added);
        return withIndexes(namespace, indexes);
    }

    Catalogue withoutIndex(String namespace, OrderedIndex dropped) {
        var indexes = new ArrayList<>(described(namespace).indexes());
        indexes.removeIf(index -> index.number() == dropped.number());
        return withIndexes(namespace, indexes);
    }

    /** An array has been met in a field of this index. */
    Catalogue withMultikey(String namespace, OrderedIndex index) {
        var indexes = new ArrayList<>(described(namespace).indexes());
        indexes.replaceAll(each -> each.number() == index.number() ? each.asMultikey() : each);
        return withIndexes(namespace, indexes);
    }

    Catalogue withoutCollection(String namespace) {
        var remaining = new TreeMap<>(collections);
        remaining.remove(namespace);
        return new Catalogue(version + 1, lastNumber, Collections.unmodifiableSortedMap(remaining));
    }

    Catalogue renamed(String from, String to) {
        var renamed = new TreeMap<>(collections);
        renamed.put(to, renamed.remove(from));
        return new Catalogue(version + 1, lastNumber, Collections.unmodifiableSortedMap(renamed));
    }

    private Catalogue withIndexes(String namespace, List<OrderedIndex> indexes) {
        return changed(lastNumber, namespace, new Described(described(namespace).number(), List.copyOf(indexes)));
    }

    private Catalogue changed(int number, String namespace, Described described) {
        var changed = new TreeMap<>(collections);
        changed.put(namespace, described);
        return new Catalogue(version + 1, number, Collections.unmodifiableSortedMap(changed));
    }

    private Described described(String namespace) {
        var described = collections.get(namespace);
        if (described == null) {
            throw new IllegalStateException("no collection " + namespace);
        }
        return described;
    }

    private Document encode() {
        var described = new ArrayList<Document>();
        collections.forEach((namespace, collection) -> described.add(new Document("ns", namespace)
                .append("number", collection.number())
                .append(
                        "indexes",
                        collection.indexes().stream().map(OrderedIndex::encode).toList())));
        return new Document("format", FORMAT)
                .append("version", version)
                .append("lastNumber", lastNumber)
                .append("collections", described);
    }

    private static Catalogue decode(Document encoded) {
        if (!Integer.valueOf(FORMAT).equals(encoded.get("format"))) {
            throw new IllegalStateException("The data folder was written in format " + encoded.get("format")
                    + "; this server reads format " + FORMAT + ".");
        }
        var collections = new TreeMap<String, Described>();
        for (Object each : (List<?>) encoded.get("collections")) {
            var collection = (Document) each;
            int number = (int) collection.get("number");
            var indexes = ((List<?>) collection.get("indexes"))
                    .stream()
                            .map(index -> OrderedIndex.decode(number, (Document) index))
                            .toList();
            collections.put((String) collection.get("ns"), new Described(number, indexes));
        }
        return new Catalogue(
                (long) encoded.get("version"),
                (int) encoded.get("lastNumber"),
                Collections.unmodifiableSortedMap(collections));
    }
}
