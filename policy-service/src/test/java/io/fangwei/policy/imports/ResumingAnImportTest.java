package io.fangwei.policy.imports;

import static io.fangwei.policy.imports.Importing.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fangwei.kernel.testing.ServiceTest;
import io.fangwei.policy.Codes;
import io.fangwei.policy.Http;
import io.fangwei.policy.Scene;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** Work that is torn off in the middle of its rows, again and again, goes on until it is complete. */
@ServiceTest({"spring.config.name=policy-service", "policy.imports.rows-at-once=7"})
class ResumingAnImportTest {

    private static final int ROWS = 200;
    private static final int POLICIES = 4;
    private static final int TIMES = 6;

    @Autowired
    MockMvc mvc;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    ImportWork runner;

    @Test
    void every_row_is_carried_out_exactly_once_however_often_the_work_is_torn_off() throws Exception {
        var seed = Long.getLong("fangwei.seed", System.nanoTime());
        System.out.println("fangwei.seed=" + seed);
        var random = new Random(seed);
        var scene = new Scene(new Http(mvc)).withRate("0.20");
        var importing = new Importing(mvc);
        var policies = new ArrayList<String>();
        var numbers = new ArrayList<String>();
        for (int policy = 0; policy < POLICIES; policy++) {
            policies.add(scene.activePolicy().toString());
            numbers.add(scene.http
                    .read(scene.manager, "/policies/" + policies.get(policy))
                    .path("policyNo")
                    .asString());
        }
        var file = new ArrayList<>(List.of("保单号,收款日期,收款金额（元）,凭证号"));
        for (int row = 0; row < ROWS; row++) {
            file.add(numbers.get(row % POLICIES) + ",2025-03-01,1.00,R-" + row);
        }
        var job = importing.checked(scene.manager, ImportKind.RECEIPTS, lines(file.toArray(String[]::new)));
        importing.start(scene.manager, job, ImportMode.ALL_OR_NOTHING).andExpect(status().isOk());

        for (int time = 0; time < TIMES; time++) {
            var receipts = random.nextInt(ROWS / TIMES) + time * ROWS / TIMES;
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> receipts(policies) >= receipts);
            ((SmartLifecycle) runner).stop();
            ((SmartLifecycle) runner).start();
        }

        var done = importing.awaitStatus(scene.manager, job, "FINISHED").path("done");
        assertThat(done.path("rows").asInt()).isEqualTo(ROWS);
        assertThat(done.path("applied").asInt() + done.path("known").asInt()).isEqualTo(ROWS);
        assertThat(receipts(policies)).isEqualTo(ROWS);
        for (var policy : policies) {
            assertThat(scene.http
                            .read(scene.manager, "/policies/" + policy)
                            .path("received")
                            .asString())
                    .isEqualTo(ROWS / POLICIES + ".00");
        }
    }

    @Test
    void a_check_that_is_torn_off_begins_anew() throws Exception {
        var scene = new Scene(new Http(mvc));
        var importing = new Importing(mvc);
        var file = new ArrayList<>(List.of("统一社会信用代码,企业名称,行业代码,企业规模,风险所在地区划代码,地址"));
        for (int row = 0; row < ROWS; row++) {
            file.add(Codes.fresh() + (row % 2 == 0 ? ",甲公司" : ",") + ",C2614,中型,510105,一号");
        }
        var job = Http.id(importing
                        .handIn(scene.manager, ImportKind.COMPANIES, lines(file.toArray(String[]::new)))
                        .andExpect(status().isCreated()))
                .toString();
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> mongo.getCollection("importRows").countDocuments() > 10);
        ((SmartLifecycle) runner).stop();
        ((SmartLifecycle) runner).start();

        var checked = importing.awaitStatus(scene.manager, job, "CHECKED").path("checked");
        assertThat(checked.path("fresh").asInt()).isEqualTo(ROWS / 2);
        assertThat(checked.path("faulty").asInt()).isEqualTo(ROWS / 2);
    }

    private int receipts(List<String> policies) {
        return policies.stream()
                .mapToInt(policy -> mongo.findById(policy, Document.class, "policies")
                        .get("state", Document.class)
                        .getList("receipts", Document.class)
                        .size())
                .sum();
    }
}
