package io.fangwei.policy.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.files.Uploads;
import io.fangwei.kernel.store.StoreContext;
import io.fangwei.kernel.testing.ServiceTest;
import io.fangwei.kernel.testing.TestTokens;
import io.fangwei.policy.Codes;
import io.fangwei.policy.Http;
import io.fangwei.policy.Scene;
import io.fangwei.policy.imports.ImportKind;
import io.fangwei.policy.imports.rows.Columns;
import io.fangwei.policy.tables.TableFormat;
import io.fangwei.policy.tables.TableWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;

/** A large file of policies beside what the bare driver takes to insert the same documents. */
@ServiceTest("spring.config.name=policy-service")
class ImportRun {

    private static final int ROWS = Integer.getInteger("benchmark.rows", 50_000);
    private static final int COMPANIES = 1_000;
    private static final int BATCH = 500;
    private static final long MEGABYTE = 1 << 20;

    @Autowired
    MockMvc mvc;

    @Autowired
    MongoTemplate mongo;

    private Http http;
    private Caller manager;

    @Test
    void a_large_file_is_imported_in_a_heap_that_stays_flat() throws Exception {
        http = new Http(mvc);
        manager = new Scene(http).manager;
        var codes =
                IntStream.range(0, COMPANIES).mapToObj(each -> Codes.fresh()).toList();
        run(ImportKind.COMPANIES, companies(codes));
        var live = new LiveHeap();
        var file = policies(codes);

        var taken = run(ImportKind.POLICIES, file);
        var peak = live.peak();
        var bare = bareSeconds();

        var text = """
                | | |
                |---|---|
                | rows, size of the file | %,d, %,d KB |
                | check | %,.0f rows/s |
                | import | %,.0f rows/s |
                | bulk insert of the same documents by the bare driver | %,.0f/s |
                | heap in use after a collection: before, peak | %,d MB, %,d MB |
                """.formatted(
                        ROWS,
                        file.length / 1024,
                        ROWS / taken.get(0),
                        ROWS / taken.get(1),
                        ROWS / bare,
                        live.before() / MEGABYTE,
                        peak / MEGABYTE);
        System.out.println(text);
        Files.writeString(Path.of("target", "import-benchmark.md"), text);
        assertThat(peak - live.before()).isLessThan(64 * MEGABYTE);
    }

    /** Seconds of the check and of the import itself. */
    private List<Double> run(ImportKind kind, byte[] file) throws Exception {
        var begun = System.nanoTime();
        var job = Http.id(mvc.perform(MockMvcRequestBuilders.post("/api/policy/v1/imports")
                        .queryParam("kind", kind.name())
                        .header("Authorization", TestTokens.bearer(manager))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType(Uploads.XLSX)
                        .content(file))
                .andExpect(status().isCreated()));
        until(job, "CHECKED");
        var checked = System.nanoTime();
        http.post(manager, "/imports/" + job + "/starts", "{\"mode\":\"ALL_OR_NOTHING\"}")
                .andExpect(status().isOk());
        var done = until(job, "FINISHED").path("done");
        var finished = System.nanoTime();
        assertThat(done.path("applied").asInt())
                .isEqualTo(done.path("rows").asInt())
                .isPositive();
        return List.of((checked - begun) / 1e9, (finished - checked) / 1e9);
    }

    private JsonNode until(UUID job, String wanted) {
        return await().atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> http.read(manager, "/imports/" + job),
                        read -> read.path("status").asString().equals(wanted));
    }

    private double bareSeconds() {
        MongoCollection<Document> copies = mongo.getCollection("copies").withWriteConcern(StoreContext.DURABLE);
        for (var index : mongo.getCollection("policies").listIndexes()) {
            copies.createIndex(index.get("key", Document.class));
        }
        var batch = new ArrayList<Document>(BATCH);
        long nanos = 0;
        for (var policy : mongo.getCollection("policies").find()) {
            batch.add(policy);
            if (batch.size() == BATCH) {
                nanos += insert(copies, batch);
            }
        }
        nanos += batch.isEmpty() ? 0 : insert(copies, batch);
        return nanos / 1e9;
    }

    private static long insert(MongoCollection<Document> into, List<Document> batch) {
        var begun = System.nanoTime();
        into.insertMany(batch, new InsertManyOptions().ordered(false));
        batch.clear();
        return System.nanoTime() - begun;
    }

    private static byte[] companies(List<String> codes) throws IOException {
        var rows = new ArrayList<Map<String, String>>();
        codes.forEach(code -> rows.add(Map.of(
                "uscc", code,
                "name", "成都青羊化工有限公司" + code.substring(10),
                "industryCode", "C2614",
                "scale", "中型",
                "area", "510105",
                "address", "成都市青羊区光华大道 1 号")));
        return file(ImportKind.COMPANIES, rows);
    }

    private static byte[] policies(List<String> codes) throws IOException {
        var rows = new ArrayList<Map<String, String>>();
        for (int row = 0; row < ROWS; row++) {
            rows.add(Map.of(
                    "policyNo", "PA-2025-%06d".formatted(row),
                    "uscc", codes.get(row % codes.size()),
                    "from", "2025-01-01",
                    "to", "2025-12-31",
                    "premium", "100000.00",
                    "term.HAZARD_SCREENING", "2次/年：全厂隐患排查",
                    "term.TRAINING", "1次/年：集中授课"));
        }
        return file(ImportKind.POLICIES, rows);
    }

    private static byte[] file(ImportKind kind, List<Map<String, String>> rows) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var table = TableWriter.of(TableFormat.XLSX, out, "x")) {
            table.row(Columns.of(kind).stream().map(column -> column.title()).toList());
            for (var row : rows) {
                table.row(Columns.ordered(kind, row));
            }
        }
        return out.toByteArray();
    }

    /** What the heap holds after each of its collections. */
    private static final class LiveHeap {

        private final List<MemoryPoolMXBean> old = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isCollectionUsageThresholdSupported())
                .toList();
        private final long before;
        private final Thread looking = new Thread(this::look, "heap");
        private volatile long peak;

        LiveHeap() {
            System.gc();
            before = live();
            peak = before;
            looking.setDaemon(true);
            looking.start();
        }

        long before() {
            return before;
        }

        long peak() {
            looking.interrupt();
            return peak;
        }

        private void look() {
            while (!Thread.interrupted()) {
                System.gc();
                peak = Math.max(peak, live());
                java.util.concurrent.locks.LockSupport.parkNanos(
                        Duration.ofSeconds(2).toNanos());
            }
        }

        private long live() {
            return old.stream()
                    .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                    .sum();
        }
    }
}
