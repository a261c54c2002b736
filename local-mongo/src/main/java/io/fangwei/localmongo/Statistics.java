package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What there is, in numbers. Sizes are not kept by collection; they are 0. */
final class Statistics {

    private final Reader reader;

    Statistics(Reader reader) {
        this.reader = reader;
    }

    Document ofCollection(String namespace, Catalogue.@Nullable Described described) {
        var indexSizes = new Document();
        if (described != null) {
            indexSizes.put("_id_", 0L);
            described.indexes().forEach(index -> indexSizes.put(index.name(), 0L));
        }
        return new Document("ns", namespace)
                .append("size", 0L)
                .append("count", Answers.count(described == null ? 0 : reader.count(described.number())))
                .append("storageSize", 0L)
                .append("totalIndexSize", 0L)
                .append("totalSize", 0L)
                .append("indexSizes", indexSizes)
                .append("capped", false)
                .append("nindexes", indexSizes.size())
                .append("scaleFactor", 1);
    }

    Document ofDatabase(String name, Collection<Catalogue.Described> collections) {
        long objects = collections.stream()
                .mapToLong(each -> reader.count(each.number()))
                .sum();
        long indexes = collections.stream()
                .mapToLong(each -> each.indexes().size() + 1)
                .sum();
        return new Document("db", name)
                .append("collections", (long) collections.size())
                .append("views", 0L)
                .append("objects", objects)
                .append("avgObjSize", 0.0)
                .append("dataSize", 0.0)
                .append("storageSize", 0.0)
                .append("indexes", indexes)
                .append("indexSize", 0.0)
                .append("totalSize", 0.0)
                .append("scaleFactor", 1L);
    }
}
