package io.fangwei.localmongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The log of a killed server is damaged at random, again and again. What was acknowledged is there, or the server says
 * that it is not; never is something missing in between.
 */
class DamageTest {

    private static final int ROUNDS = Campaign.rounds(20, 200);
    private static final int CHANGES = Campaign.rounds(150, 3000);
    private static final int SALVAGED = 4;

    private enum Damage {
        FLIPPED,
        CUT,
        ZEROED;

        void to(RandomAccessFile log, long at, int bit) throws IOException {
            switch (this) {
                case CUT -> log.setLength(at);
                case ZEROED -> {
                    log.seek(at);
                    log.write(new byte[(int) (log.length() - at)]);
                }
                case FLIPPED -> {
                    log.seek(at);
                    int value = log.read();
                    log.seek(at);
                    log.write(value ^ 1 << bit);
                }
            }
        }
    }

    @TempDir
    Path folder;

    private Path killed() {
        return folder.resolve("killed");
    }

    private Path damaged() {
        return folder.resolve("damaged");
    }

    @Test
    void a_damaged_log_is_refused_or_what_opens_is_exactly_what_was_written_up_to_some_point() throws Exception {
        writeAndKill();
        var random = new Random(Campaign.SEED);
        var outcomes = new TreeMap<String, Integer>();
        System.out.println("DamageTest: seed " + Campaign.SEED + ", " + ROUNDS + " rounds");

        for (int round = 0; round < ROUNDS; round++) {
            var damage = Damage.values()[round % Damage.values().length];
            boolean markLost = damage != Damage.FLIPPED && random.nextInt(3) == 0;
            copy(killed(), damaged());
            if (markLost) {
                setMark(1);
            }
            var as = damage(random, damage);
            var outcome = damage + (markLost ? ", mark from earlier" : "") + ": " + open(as, damage, markLost, round);
            outcomes.merge(outcome, 1, Integer::sum);
        }
        System.out.println("DamageTest: " + outcomes);
    }

    /** Two commands after each other for each change: a document, and a counter that says how many there are. */
    private void writeAndKill() throws Exception {
        try (var server = ServerProcess.start(killed());
                var client = MongoClients.create(server.connectionString())) {
            var collection = client.getDatabase("a").getCollection("c");
            collection.createIndex(new Document("n", 1), new IndexOptions().unique(true));
            collection.createIndex(new Document("tags", 1));
            for (int i = 0; i < CHANGES; i++) {
                collection.insertOne(new Document("_id", i)
                        .append("n", i)
                        .append("tags", List.of(i % 7, "t"))
                        .append("text", "x".repeat(i % 300)));
                collection.updateOne(eq("_id", "counter"), set("count", i + 1), new UpdateOptions().upsert(true));
            }
            server.kill();
        }
    }

    private String damage(Random random, Damage damage) throws IOException {
        var logs = logs(damaged());
        var file = logs.get(random.nextInt(logs.size()));
        try (var log = new RandomAccessFile(file.toFile(), "rw")) {
            long at = random.nextLong(log.length());
            int bit = random.nextInt(8);
            damage.to(log, at, bit);
            return "seed " + Campaign.SEED + ", " + damage + " " + file.getFileName() + " at " + at + ", bit " + bit;
        }
    }

    private String open(String as, Damage damage, boolean markLost, int round) throws IOException {
        var before = contents(damaged());
        try (var mongo = LocalMongo.open(damaged(), 0)) {
            int found = assertExactPrefix(mongo, as);
            if (!markLost) {
                assertThat(found).as(as).isEqualTo(CHANGES);
            }
            return found == CHANGES ? "nothing lost" : "opened as a prefix";
        } catch (DamagedException refused) {
            assertThat(refused).as(as).hasMessageContaining("is damaged and was left as it is");
            assertThat(contents(damaged())).as(as).isEqualTo(before);
            if (round % SALVAGED == 0) {
                salvage(as);
            }
            return "refused";
        }
    }

    private void salvage(String as) throws IOException {
        var salvaged = folder.resolve("salvaged");
        var report = Salvage.copy(damaged(), salvaged);
        assertThat(report.damage()).as(as).isNotEmpty();
        try (var mongo = LocalMongo.open(salvaged, 0)) {
            int found = assertExactPrefix(mongo, as);
            assertThat(report.parts()).as(as).allSatisfy(part -> {
                assertThat(part.namespace()).isEqualTo("a.c");
                assertThat(part.documents()).isBetween((long) found, found + 2L);
                assertThat(part.losses()).isEmpty();
            });
        }
        Folders.delete(salvaged);
    }

    /** @return how many of the changes are there */
    private static int assertExactPrefix(LocalMongo mongo, String as) {
        try (var client = MongoClients.create(mongo.connectionString())) {
            var collection = client.getDatabase("a").getCollection("c");
            var counter = collection.find(eq("_id", "counter")).first();
            int count = counter == null ? 0 : counter.getInteger("count");
            var ids = collection
                    .find(eq("tags", "t"))
                    .sort(new Document("_id", 1))
                    .map(each -> each.getInteger("_id"))
                    .into(new ArrayList<>());
            assertThat(ids.size()).as(as).isIn(count, count + 1);
            assertThat(ids)
                    .as(as)
                    .isEqualTo(IntStream.range(0, ids.size()).boxed().toList());
            if (!ids.isEmpty()) {
                assertThat(client.getDatabase("a").runCommand(new Document("validate", "c")))
                        .as(as)
                        .containsEntry("errors", List.of());
            }
            return count;
        }
    }

    @Test
    void what_a_salvage_cannot_use_it_says_and_changes_nothing() throws Exception {
        LocalMongo.open(damaged(), 0).close();
        var full = Files.createDirectories(folder.resolve("full"));
        Files.createFile(full.resolve("anything"));

        assertThatThrownBy(() -> Salvage.copy(damaged(), full)).hasMessage("The folder " + full + " is not empty.");
        try (var mongo = LocalMongo.open(damaged(), 0)) {
            assertThat(mongo.port()).isPositive();
            assertThatThrownBy(() -> Salvage.copy(damaged(), folder.resolve("new")))
                    .isInstanceOf(DirectoryInUseException.class);
        }
    }

    @Test
    void a_damaged_data_file_is_not_taken_for_the_end_of_the_data() throws Exception {
        int many = 2000;
        var random = new Random(Campaign.SEED);
        try (var mongo = LocalMongo.open(damaged(), 0);
                var client = MongoClients.create(mongo.connectionString())) {
            client.getDatabase("a")
                    .getCollection("c")
                    .insertMany(IntStream.range(0, many)
                            .mapToObj(i -> new Document("_id", i).append("noise", new Binary(noise(random))))
                            .toList());
        }
        var file = Folders.filesIn(damaged().resolve("rocks")).stream()
                .filter(each -> each.toString().endsWith(".sst"))
                .max(Comparator.comparingLong(each -> each.toFile().length()))
                .orElseThrow();
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            Damage.FLIPPED.to(bytes, bytes.length() / 2, 3);
        }

        try (var mongo = LocalMongo.open(damaged(), 0);
                var client = MongoClients.create(mongo.connectionString())) {
            var collection = client.getDatabase("a").getCollection("c");
            assertThatThrownBy(() -> collection.find().into(new ArrayList<>()))
                    .isInstanceOf(MongoException.class)
                    .hasMessageContaining("could not be read");
            assertThat(collection.find(eq("_id", 1)).first()).isNotNull();
        }
        var report = Salvage.copy(damaged(), folder.resolve("salvaged"));

        assertThat(report.lines().toList()).first().isEqualTo("The log is whole.");
        var part = report.parts().get(0);
        assertThat(part.documents()).isBetween(many / 4L, many - 1L);
        assertThat(part.losses()).hasSize(1).first().asString().contains("cannot be read");
    }

    private static byte[] noise(Random random) {
        byte[] noise = new byte[500];
        random.nextBytes(noise);
        return noise;
    }

    private static List<Path> logs(Path data) throws IOException {
        return Folders.filesIn(data.resolve("rocks")).stream()
                .filter(each -> each.toString().endsWith(".log"))
                .toList();
    }

    private static Map<String, Integer> contents(Path data) throws IOException {
        var contents = new TreeMap<String, Integer>();
        for (Path log : logs(data)) {
            contents.put(log.getFileName().toString(), java.util.Arrays.hashCode(Files.readAllBytes(log)));
        }
        return contents;
    }

    private void setMark(long change) throws IOException {
        try (var mark = Mark.in(damaged())) {
            mark.set(change);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Folders.delete(to);
        Files.createDirectories(to.resolve("rocks"));
        Files.copy(from.resolve("acknowledged"), to.resolve("acknowledged"));
        for (Path each : Folders.filesIn(from.resolve("rocks"))) {
            Files.copy(each, to.resolve("rocks").resolve(each.getFileName()));
        }
    }
}
