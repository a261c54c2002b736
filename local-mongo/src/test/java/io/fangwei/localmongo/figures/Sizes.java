package io.fangwei.localmongo.figures;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOneModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.bson.Document;

/** Start time, memory and disk of a folder with many documents of 1 KB, and of one with many changes. */
final class Sizes {

    private static final int A_BATCH = 1_000;

    private final Path folder;

    Sizes(Path folder) {
        this.folder = folder;
    }

    void grow(int documents) throws IOException {
        var data = folder.resolve("grown-" + documents);
        long loaded;
        try (var server = MeasuredServer.start(data)) {
            fill(server, documents);
            loaded = server.megabytes("VmHWM");
        }
        try (var server = MeasuredServer.start(data)) {
            System.out.printf(
                    "%,9d documents of 1 KB: loaded with at most %d MB, started in %.2f s with %d MB, folder %d MB%n",
                    documents, loaded, server.startSeconds(), server.megabytes("VmRSS"), megabytes(data));
        }
    }

    void change(int documents, int changes) throws IOException {
        var data = folder.resolve("changed");
        try (var server = MeasuredServer.start(data)) {
            fill(server, documents);
            try (var client = MongoClients.create(server.uri())) {
                var all = collection(client);
                for (int done = 0; done < changes; done += A_BATCH) {
                    all.bulkWrite(IntStream.range(0, A_BATCH)
                            .mapToObj(i -> new UpdateOneModel<Document>(
                                    new Document(
                                            "_id", ThreadLocalRandom.current().nextInt(documents)),
                                    new Document("$inc", new Document("changes", 1))))
                            .toList());
                }
            }
            System.out.printf(
                    "%,d changes of %,d documents of 1 KB: folder %d MB", changes, documents, megabytes(data));
        }
        try (var server = MeasuredServer.start(data)) {
            System.out.printf(", %d MB after a restart in %.2f s%n", megabytes(data), server.startSeconds());
        }
    }

    private static MongoCollection<Document> collection(com.mongodb.client.MongoClient client) {
        return client.getDatabase("figures").getCollection("documents");
    }

    private static void fill(MeasuredServer server, int documents) {
        try (var client = MongoClients.create(server.uri())) {
            var all = collection(client);
            all.createIndex(new Document("owner", 1));
            for (int from = 0; from < documents; from += A_BATCH) {
                int first = from;
                all.insertMany(IntStream.range(first, first + A_BATCH)
                        .mapToObj(Sizes::document)
                        .toList());
            }
        }
    }

    private static Document document(int number) {
        var text = new StringBuilder();
        while (text.length() < 900) {
            text.append(Long.toString(ThreadLocalRandom.current().nextLong(), 36));
        }
        return new Document("_id", number)
                .append("owner", "owner" + number % 997)
                .append("text", text.toString());
    }

    private static long megabytes(Path data) throws IOException {
        try (var files = Files.walk(data.resolve("rocks"))) {
            return files.filter(Files::isRegularFile).mapToLong(Sizes::size).sum() >> 20;
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (java.nio.file.NoSuchFileException compacted) {
            return 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
