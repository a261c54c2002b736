package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Copies what is whole in a damaged data folder into a new one. The damaged folder stays as it is. */
public final class Salvage {

    private static final int CHUNK = 1000;

    /**
     * What was found and copied.
     *
     * @param damage where the log breaks off; empty if it is whole
     */
    public record Report(String damage, List<Part> parts) {

        /** The report for people to read. */
        public Stream<String> lines() {
            var head = damage.isEmpty() ? "The log is whole." : "The log is damaged: " + damage;
            return Stream.concat(Stream.of(head), parts.stream().map(Part::line));
        }
    }

    /**
     * A collection that was copied.
     *
     * @param losses what of it could not be copied; empty if all could
     */
    public record Part(String namespace, long documents, int indexes, List<String> losses) {

        String line() {
            var copied = namespace + ": " + documents + " documents, " + indexes + " indexes";
            return losses.isEmpty() ? copied : copied + "; " + String.join("; ", losses);
        }
    }

    private final Store target;
    private final IndexBuilds builds;

    private Salvage(Store target) {
        this.target = target;
        this.builds = new IndexBuilds(target, CHUNK);
    }

    /** Only while no server is open on either folder. */
    public static Report copy(Path damaged, Path newEmptyFolder) {
        var lock = DirectoryLock.on(damaged);
        try {
            Folders.refuseUnlessEmpty(newEmptyFolder);
            var unfinished = Files.createFile(Folders.unfinishedIn(newEmptyFolder));
            NativeLibrary.loadFrom(newEmptyFolder.resolve("native"));
            var report = new Report(damageOf(damaged), copyAll(damaged, newEmptyFolder));
            Files.delete(unfinished);
            return report;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.close();
        }
    }

    private static String damageOf(Path damaged) {
        try (var options = new EngineOptions(Memory.DEFAULT)) {
            return new Recovery(damaged).damage(options.options()).orElse("");
        }
    }

    private static List<Part> copyAll(Path damaged, Path folder) {
        var source = Engine.openToRead(damaged, Memory.DEFAULT, new StoreException("read only"));
        try (var target = new Store(folder, Memory.DEFAULT, Space.around(folder, 0))) {
            var salvage = new Salvage(target);
            var state = source.durable();
            return state.catalogue().collections().keySet().stream()
                    .map(namespace -> salvage.copy(state, namespace))
                    .toList();
        } finally {
            source.close(() -> {});
        }
    }

    private Part copy(State state, String namespace) {
        state.retain();
        var losses = new ArrayList<String>();
        try (var reading =
                new Reading(state, new Examined(new Examined.Total(), TimeLimit.NONE, Memory.DEFAULT.held()))) {
            var described = reading.catalogue().collections().get(namespace);
            change(namespace, Database::createNew);
            copyDocuments(documents(namespace, reading), namespace, losses);
            described.maintained().forEach(index -> copyIndex(index, namespace, losses));
        }
        try (var copied = target.reading()) {
            var described = copied.catalogue().collections().get(namespace);
            return new Part(
                    namespace,
                    copied.count(described.number()),
                    described.indexes().size(),
                    List.copyOf(losses));
        }
    }

    private static Iterator<Row> documents(String namespace, Reading reading) {
        int dot = namespace.indexOf('.');
        var database = new Database(namespace.substring(0, dot), reading);
        return database.documents(namespace.substring(dot + 1)).rows().iterator();
    }

    private void copyDocuments(Iterator<Row> rows, String namespace, List<String> losses) {
        boolean more = true;
        while (more) {
            var chunk = new ArrayList<Document>();
            try {
                while (chunk.size() < CHUNK && rows.hasNext()) {
                    chunk.add(rows.next().document());
                }
                more = chunk.size() == CHUNK;
            } catch (StoreException damage) {
                losses.add("those after " + describeLast(chunk) + " cannot be read: " + damage.getMessage());
                more = false;
            }
            change(namespace, (database, collection) -> {
                var documents = database.documentsForWriting(collection);
                chunk.forEach(documents::addDocument);
                return documents;
            });
        }
    }

    private static String describeLast(List<Document> chunk) {
        return chunk.isEmpty()
                ? "the last"
                : "_id " + chunk.get(chunk.size() - 1).get("_id");
    }

    private void copyIndex(OrderedIndex index, String namespace, List<String> losses) {
        try {
            int dot = namespace.indexOf('.');
            builds.create(
                    namespace.substring(0, dot),
                    namespace.substring(dot + 1),
                    new Document("indexes", List.of(index.describe())),
                    TimeLimit.NONE);
        } catch (MongoServerException refused) {
            losses.add("index " + index.name() + " cannot be built: " + refused.getMessageWithoutErrorCode());
        }
    }

    private interface Change {
        @Nullable
        Object in(Database database, String collection);
    }

    private void change(String namespace, Change change) {
        int dot = namespace.indexOf('.');
        target.write(transaction ->
                change.in(new Database(namespace.substring(0, dot), transaction), namespace.substring(dot + 1)));
    }
}
