package io.fangwei.policy.imports;

import static io.fangwei.policy.imports.Importing.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fangwei.kernel.outbox.OutboxRelays;
import io.fangwei.kernel.testing.ServiceTest;
import io.fangwei.kernel.testing.TestBroker;
import io.fangwei.kernel.testing.TestInfrastructure;
import io.fangwei.policy.Codes;
import io.fangwei.policy.Http;
import io.fangwei.policy.PolicyService;
import io.fangwei.policy.Scene;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** A process that dies while it carries out an import leaves nothing that another does not complete. */
@ServiceTest({"spring.config.name=policy-service", "fangwei.test.kafka=true"})
class KilledImportTest {

    private static final int ROWS = 2_000;
    private static final Duration SOON = Duration.ofSeconds(60);

    @Autowired
    MockMvc mvc;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    ImportWork runner;

    @Autowired
    OutboxRelays relays;

    @Value("${spring.mongodb.uri}")
    String database;

    private Scene scene;

    @AfterEach
    void goOn() {
        if (!((SmartLifecycle) runner).isRunning()) {
            ((SmartLifecycle) runner).start();
        }
    }

    @Test
    void after_a_kill_in_the_middle_every_row_is_there_once_and_none_is_lost() throws Exception {
        var seed = Long.getLong("fangwei.seed", System.nanoTime());
        System.out.println("fangwei.seed=" + seed);
        scene = new Scene(new Http(mvc));
        var importing = new Importing(mvc);
        var uscc = Codes.fresh();
        importing.finished(
                scene.manager,
                scene.manager,
                ImportKind.COMPANIES,
                lines("统一社会信用代码,企业名称,行业代码,企业规模,风险所在地区划代码,地址", uscc + ",甲公司,C2614,中型,510105,一号"));
        var job = importing.checked(scene.manager, ImportKind.POLICIES, policies(uscc));
        ((SmartLifecycle) runner).stop();
        importing.start(scene.manager, job, ImportMode.ALL_OR_NOTHING).andExpect(status().isOk());

        killedWith(ROWS / 10 + new Random(seed).nextInt(ROWS / 2));
        assertThat(imported(job).getInteger("lastRow")).as("seed %d", seed).isLessThan(ROWS);
        ((SmartLifecycle) runner).start();

        var done = importing.awaitStatus(scene.manager, job, "FINISHED").path("done");
        assertThat(done.path("rows").asInt()).isEqualTo(ROWS);
        assertThat(done.path("applied").asInt() + done.path("known").asInt()).isEqualTo(ROWS);
        assertThat(imported(job).getInteger("lastRow")).isEqualTo(ROWS + 1);
        assertThat(policies()).isEqualTo(ROWS);
        await().atMost(SOON).until(relays::areEmpty);
        assertThat(mongo.getCollection("policies")
                        .countDocuments(ours().append("version", 1L).append("events", 1L)))
                .isEqualTo(ROWS);
        assertThat(mongo.getCollection("journal")
                        .countDocuments(new Document("type", "policy.policy-drafted.v1")
                                .append("actor", scene.manager.subject())
                                .append("sequence", 1L)))
                .isEqualTo(ROWS);
    }

    /** Another process takes the import up, and dies as soon as there are that many policies. */
    private void killedWith(int rows) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            await().atMost(SOON)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> policies() >= rows || !process.isAlive());
            assertThat(process.isAlive()).isTrue();
        } finally {
            process.toHandle().destroyForcibly();
            process.waitFor();
        }
    }

    private List<String> command() {
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Dspring.mongodb.uri=" + database,
                "-Dspring.kafka.bootstrap-servers=" + TestBroker.address(),
                "-Dspring.kafka.consumer.group-id=killed-" + UUID.randomUUID(),
                "-Dfangwei.instance=" + UUID.randomUUID(),
                "-Dfangwei.personal.keyset=" + TestInfrastructure.PERSONAL_KEYS,
                "-Dfangwei.watch.every=0s",
                "-Dpolicy.imports.rows-at-once=250",
                "-cp",
                System.getProperty("java.class.path"),
                KilledImportTest.class.getName());
    }

    /** The service in a process of its own; it takes up what another has left. */
    public static void main(String[] arguments) {
        PolicyService.start("--server.port=0");
    }

    private static String policies(String uscc) {
        var file = new ArrayList<>(List.of("保单号,被保险人统一社会信用代码,保险起期,保险止期,保费（元）,生产安全事故隐患排查"));
        for (int row = 0; row < ROWS; row++) {
            file.add("PK-%05d,%s,2025-01-01,2025-12-31,100000,2次/年：全厂隐患排查".formatted(row, uscc));
        }
        return lines(file.toArray(String[]::new));
    }

    private Document imported(String job) {
        return mongo.findById(job, Document.class, "imports").get("state", Document.class);
    }

    private Document ours() {
        return new Document("state.insurerId", scene.insurerId);
    }

    private long policies() {
        return mongo.getCollection("policies").countDocuments(ours());
    }
}
