package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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

    /**
     * A collection: its number in keys, and its indexes, that of _id not among them.
     *
     * @param building indexes that changes already keep up to date, but that do not hold all documents yet
     */
    record Described(int number, List<OrderedIndex> indexes, List<OrderedIndex> building) {

        /** All indexes that a change of a document has to follow. */
        List<OrderedIndex> maintained() {
            return building.isEmpty()
                    ? indexes
                    : Stream.concat(indexes.stream(), building.stream()).toList();
        }

        @Nullable
        OrderedIndex index(String name) {
            return indexes.stream()
                    .filter(index -> index.name().equals(name))
                    .findFirst()
                    .orElse(null);
        }

        private Described changed(UnaryOperator<List<OrderedIndex>> change) {
            return new Described(number, List.copyOf(change.apply(indexes)), List.copyOf(change.apply(building)));
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
        return changed(number, namespace, new Described(number, List.of(), List.of()));
    }

    /** A new index without any entries; it gets the next number. */
    Catalogue withIndex(String namespace, OrderedIndex added) {
        var described = described(namespace);
        int number = lastNumber + 1;
        var building = new ArrayList<>(described.building());
        building.add(added.withNumber(number));
        return changed(number, namespace, new Described(described.number(), described.indexes(), building));
    }

    /** Indexes that hold all documents now. */
    Catalogue withComplete(String namespace, List<Integer> numbers) {
        var described = described(namespace);
        var indexes = new ArrayList<>(described.indexes());
        var building = new ArrayList<OrderedIndex>();
        described.building().forEach(index -> (numbers.contains(index.number()) ? indexes : building).add(index));
        return changed(lastNumber, namespace, new Described(described.number(), indexes, building));
    }

    Catalogue withoutIndex(String namespace, OrderedIndex dropped) {
        return changed(lastNumber, namespace, described(namespace).changed(indexes -> without(indexes, dropped)));
    }

    private static List<OrderedIndex> without(List<OrderedIndex> indexes, OrderedIndex dropped) {
        return indexes.stream()
                .filter(index -> index.number() != dropped.number())
                .toList();
    }

    /** An array has been met in a field of this index. */
    Catalogue withMultikey(String namespace, OrderedIndex met) {
        return changed(
                lastNumber,
                namespace,
                described(namespace)
                        .changed(indexes -> indexes.stream()
                                .map(index -> index.number() == met.number() ? index.asMultikey() : index)
                                .toList()));
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
                .append("indexes", encode(collection.indexes()))
                .append("building", encode(collection.building()))));
        return new Document("format", FORMAT)
                .append("version", version)
                .append("lastNumber", lastNumber)
                .append("collections", described);
    }

    private static List<Document> encode(List<OrderedIndex> indexes) {
        return indexes.stream().map(OrderedIndex::encode).toList();
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
            collections.put(
                    (String) collection.get("ns"),
                    new Described(
                            number,
                            indexes(number, collection.get("indexes")),
                            indexes(number, collection.getOrDefault("building", List.of()))));
        }
        return new Catalogue(
                (long) encoded.get("version"),
                (int) encoded.get("lastNumber"),
                Collections.unmodifiableSortedMap(collections));
    }

    private static List<OrderedIndex> indexes(int collection, Object encoded) {
        return ((List<?>) encoded)
                .stream()
                        .map(index -> OrderedIndex.decode(collection, (Document) index))
                        .toList();
    }
}
