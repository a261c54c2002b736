package io.fangwei.localmongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Under load: nobody sees half a command, and of several who want the same thing one gets it. */
class WholeCommandsTest extends Served {

    private static final int GROUP = 40;
    private static final int COMMANDS = 150;

    @Test
    void readers_see_all_changes_of_a_command_or_none() throws Exception {
        documents.createIndex(doc("value", 1));
        documents.insertMany(IntStream.range(0, GROUP)
                .mapToObj(i -> new Document("_id", i).append("group", 1).append("value", 0))
                .toList());
        var done = new AtomicBoolean();

        var readers = inParallel(4, () -> {
            while (!done.get()) {
                var values = documents
                        .find(eq("group", 1))
                        .batchSize(7)
                        .map(each -> each.get("value"))
                        .into(new ArrayList<>());
                assertThat(values).hasSize(GROUP);
                assertThat(values).as("one state").containsOnly(values.get(0));
                long byIndex = documents.countDocuments(eq("value", values.get(0)));
                assertThat(byIndex).isIn(0L, (long) GROUP);
            }
            return null;
        });
        for (int i = 1; i <= COMMANDS; i++) {
            documents.updateMany(eq("group", 1), combine(set("value", i), inc("changes", 1)));
        }
        done.set(true);

        join(readers);
        assertThat(validation()).containsEntry("valid", true);
    }

    @Test
    void readers_see_all_documents_of_an_insert_or_none() throws Exception {
        documents.createIndex(doc("n", 1));
        var done = new AtomicBoolean();

        var readers = inParallel(3, () -> {
            while (!done.get()) {
                assertThat(documents.countDocuments() % GROUP).isZero();
                assertThat(documents.find().into(new ArrayList<>()).size() % GROUP)
                        .isZero();
            }
            return null;
        });
        for (int i = 0; i < 30; i++) {
            documents.insertMany(IntStream.range(0, GROUP)
                    .mapToObj(n -> new Document("n", n))
                    .toList());
        }
        done.set(true);

        join(readers);
    }

    @Test
    void every_increment_counts() throws Exception {
        join(inParallel(8, () -> {
            for (int i = 0; i < 50; i++) {
                documents.updateOne(eq("_id", "counter"), inc("n", 1), new UpdateOptions().upsert(true));
            }
            return null;
        }));

        assertThat(documents.find().first()).isEqualTo(new Document("_id", "counter").append("n", 400));
    }

    @Test
    void one_of_many_claims_each_document() throws Exception {
        documents.createIndex(doc("owner", 1));
        documents.createIndex(doc("claim", 1), new IndexOptions().unique(true).sparse(true));
        documents.insertMany(IntStream.range(0, 200)
                .mapToObj(i -> new Document("_id", i).append("owner", "nobody"))
                .toList());

        var claims = new ArrayList<Object>();
        for (Future<List<Object>> each : inParallel(8, this::claimAll)) {
            claims.addAll(each.get());
        }

        assertThat(claims).hasSize(200).doesNotHaveDuplicates();
        assertThat(validation()).containsEntry("valid", true);
    }

    private List<Object> claimAll() {
        var claimed = new ArrayList<Object>();
        while (true) {
            var each = documents.findOneAndUpdate(
                    eq("owner", "nobody"), set("owner", Thread.currentThread().getName()));
            if (each == null) {
                return claimed;
            }
            claimed.add(each.get("_id"));
        }
    }

    @Test
    void indexes_come_and_go_while_others_write_and_read() throws Exception {
        var done = new AtomicBoolean();
        var writers = inParallel(3, () -> {
            var name = Thread.currentThread().getName();
            for (int i = 0; !done.get(); i++) {
                var id = name + i;
                documents.insertOne(new Document("_id", id).append("v", id).append("tags", List.of(id, i % 5)));
                assertThat(documents.find(eq("v", id)).first()).as(id).containsEntry("_id", id);
                assertThat(documents.countDocuments(eq("tags", id))).as(id).isEqualTo(1);
            }
            return null;
        });
        for (int i = 0; i < 40; i++) {
            documents.createIndex(doc("v", 1));
            documents.createIndex(doc("tags", -1));
            documents.dropIndexes();
        }
        done.set(true);

        join(writers);
        documents.createIndex(doc("v", 1), new IndexOptions().unique(true));
        assertThat(validation()).containsEntry("valid", true);
    }

    private static <T> List<Future<T>> inParallel(int count, Callable<T> task) {
        var executor = Executors.newFixedThreadPool(count);
        var futures =
                IntStream.range(0, count).mapToObj(i -> executor.submit(task)).toList();
        executor.shutdown();
        return futures;
    }

    private static <T> void join(List<Future<T>> futures) throws ExecutionException, InterruptedException {
        for (Future<T> each : futures) {
            each.get();
        }
    }
}
