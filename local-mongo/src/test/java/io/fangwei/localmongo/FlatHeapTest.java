package io.fangwei.localmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However many documents are read, the heap stays as it is: here 64 MB, less than a tenth of what a million take. */
class FlatHeapTest {

    private static final int MANY = 1_000_000;
    private static final int AT_ONCE = 1000;
    private static final int GROUPS = 7;
    private static final Pattern AFTER_A_COLLECTION = Pattern.compile("->(\\d+)M\\(");

    @TempDir
    Path folder;

    @Test
    void all_documents_are_read_through_a_small_heap() throws Exception {
        assumeTrue(Campaign.isOn(), "a million documents take minutes");
        var log = folder.resolve("gc.log");
        try (var server = ServerProcess.start(
                        folder.resolve("data"), "-Xmx64m", "-XX:+ExitOnOutOfMemoryError", "-Xlog:gc:file=" + log);
                var client = MongoClients.create(server.connectionString())) {
            var documents = client.getDatabase("a").getCollection("c");
            long bytes = insert(documents);

            assertThat(scanned(documents)).isEqualTo(MANY);
            assertThat(documents.aggregate(List.of(
                            Document.parse("{$match: {n: {$gte: 0}}}"),
                            Document.parse("{$group: {_id: '$group', n: {$sum: 1}}}"))))
                    .hasSize(GROUPS)
                    .extracting(group -> group.getInteger("n"))
                    .allSatisfy(n -> assertThat(n).isBetween(MANY / GROUPS, MANY / GROUPS + 1));
            assertThat(documents
                            .find()
                            .sort(new Document("text", 1).append("_id", -1))
                            .limit(10)
                            .into(new ArrayList<>()))
                    .hasSize(10);
            assertThat(server.isAlive()).isTrue();
            System.out.printf(
                    "%,d documents of %,d MB read through a heap of 64 MB, of which at most %d MB held%n",
                    MANY, bytes >> 20, held(log));
        }
    }

    private static long insert(MongoCollection<Document> documents) {
        var random = new Random(Campaign.SEED);
        long[] bytes = {0};
        for (int from = 0; from < MANY; from += AT_ONCE) {
            documents.insertMany(IntStream.range(from, from + AT_ONCE)
                    .mapToObj(i -> {
                        var text = Integer.toString(random.nextInt(), 36).repeat(40 + random.nextInt(100));
                        bytes[0] += 60 + text.length();
                        return new Document("_id", i)
                                .append("n", i)
                                .append("group", i % GROUPS)
                                .append("text", text);
                    })
                    .toList());
        }
        return bytes[0];
    }

    private static long scanned(MongoCollection<Document> documents) {
        long count = 0;
        int last = -1;
        for (var document : documents.find()) {
            assertThat(document.getInteger("_id")).isGreaterThan(last);
            last = document.getInteger("_id");
            count++;
        }
        return count;
    }

    /** The most that was left after a garbage collection, in megabytes. */
    private static int held(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .map(AFTER_A_COLLECTION::matcher)
                .filter(line -> line.find())
                .mapToInt(line -> Integer.parseInt(line.group(1)))
                .max()
                .orElseThrow();
    }
}
