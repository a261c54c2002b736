package io.fangwei.policy.imports;

import static io.fangwei.policy.imports.Importing.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.files.Uploads;
import io.fangwei.kernel.store.Ids;
import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.testing.ServiceTest;
import io.fangwei.policy.Codes;
import io.fangwei.policy.Http;
import io.fangwei.policy.Scene;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** With the real broker: what goes out comes in again, with another insurer or with the same. */
@ServiceTest({"spring.config.name=policy-service", "fangwei.test.kafka=true"})
class ExportingTest {

    private static final String SERVICES_TITLES = "保单号,服务项目,已完成次数,最近完成日期,证明材料编号,证明材料SHA-256";
    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    MockMvc mvc;

    private Http http;
    private Scene scene;
    private Importing importing;
    private Caller second;

    @BeforeEach
    void reach() throws Exception {
        http = new Http(mvc);
        scene = new Scene(http).withRate("0.20");
        importing = new Importing(mvc);
        second = Callers.ofInsurer("im2." + scene.insurerId, scene.insurerId, Role.IM);
        fill();
    }

    @Test
    void what_goes_out_as_csv_or_xlsx_comes_in_again_as_the_same() throws Exception {
        for (var kind : List.of(
                ImportKind.COMPANIES, ImportKind.POLICIES, ImportKind.RUNNING_POLICIES, ImportKind.SERVICES_DONE)) {
            var xlsx = export(scene.manager, kind, "XLSX");
            var again = checked(scene.manager, kind, xlsx, Uploads.XLSX);
            assertThat(again.path("checked").path("faulty").asInt())
                    .as(kind.name())
                    .isZero();
            assertThat(again.path("checked").path("fresh").asInt())
                    .as(kind.name())
                    .isZero();
            assertThat(again.path("checked").path("known").asInt())
                    .as(kind.name())
                    .isPositive();
        }
    }

    @Test
    void companies_and_policies_of_one_insurer_become_those_of_another_and_go_out_the_same() throws Exception {
        var other = new Scene(http).withRate("0.20");

        for (var kind : List.of(ImportKind.COMPANIES, ImportKind.POLICIES)) {
            var csv = export(scene.manager, kind, "CSV");
            var job = checked(other.manager, kind, csv, Uploads.CSV).path("id").asString();
            importing.start(other.manager, job, ImportMode.ALL_OR_NOTHING).andExpect(status().isOk());
            importing.awaitStatus(other.manager, job, "FINISHED");

            assertThat(sorted(export(other.manager, kind, "CSV"))).isEqualTo(sorted(csv));
        }
    }

    @Test
    void receipts_and_expenses_go_out_as_they_came_in_and_expenses_take_two_people() throws Exception {
        var receipts =
                lines("保单号,收款日期,收款金额（元）,凭证号", "PR-0001,2025-03-01,60000.00,R-1", "PR-0001,2025-03-02,40000.00,R-2");
        importing.finished(scene.manager, scene.manager, ImportKind.RECEIPTS, receipts);
        var pool = Ids.of("budget-pool", scene.insurerId, 2025);
        await().atMost(SOON)
                .untilAsserted(() -> http.get(scene.manager, "/budget-pools/" + pool)
                        .andExpect(jsonPath("$.accrued").value("20000.00")));
        var expenses = lines(
                "支出日期,费用类别,金额（元）,凭证号,收款方,用途",
                "2025-03-01,专家费,5000.00,V-1,张三,一般用途",
                "2025-03-02,差旅费,1.5万元,V-2,,一般用途",
                "2025-03-02,差旅费,1,V-3,张三,一般用途",
                "2025-03-02,差旅费,1,V-4,张三,现场服务");
        var job = importing.checked(scene.manager, ImportKind.EXPENSES, expenses);

        assertThat(importing.problems(scene.manager, job))
                .containsExactly("4  budget-overdrawn", "5  ledger-entry-irregular");
        importing
                .start(scene.manager, job, ImportMode.VALID_ROWS)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("four-eyes"));
        importing.start(second, job, ImportMode.VALID_ROWS).andExpect(status().isOk());
        importing.awaitStatus(second, job, "FINISHED");
        http.get(scene.manager, "/budget-pools/" + pool)
                .andExpect(jsonPath("$.spent").value("20000.00"))
                .andExpect(jsonPath("$.openExpenses.length()").value(0));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(sorted(export(scene.manager, ImportKind.EXPENSES, "CSV")))
                        .containsExactly(
                                "2025-03-01,专家费,5000.00,V-1,张三,一般用途,,,",
                                "2025-03-02,差旅费,15000.00,V-2,,一般用途,,,",
                                "支出日期,费用类别,金额（元）,凭证号,收款方,用途,服务编号,方案编号,受益企业统一社会信用代码"));
        assertThat(sorted(export(scene.manager, ImportKind.RECEIPTS, "CSV")))
                .containsExactly(
                        "PR-0001,2025-03-01,60000.00,R-1", "PR-0001,2025-03-02,40000.00,R-2", "保单号,收款日期,收款金额（元）,凭证号");
        for (var kind : List.of(ImportKind.RECEIPTS, ImportKind.EXPENSES)) {
            var again = checked(scene.manager, kind, export(scene.manager, kind, "XLSX"), Uploads.XLSX);
            assertThat(again.path("checked").path("known").asInt()).isEqualTo(2);
        }
    }

    @Test
    void services_done_before_count_in_what_the_policy_grants_and_again_change_nothing() throws Exception {
        var policy = Ids.of("policy", scene.insurerId, "PR-0001");
        assertThat(screenings(policy)).isEqualTo(2);

        var other = checked(
                scene.manager,
                ImportKind.SERVICES_DONE,
                lines(SERVICES_TITLES, "PR-0001,生产安全事故隐患排查,1,2025-01-10,ZM-2," + "b".repeat(64))
                        .getBytes(StandardCharsets.UTF_8),
                Uploads.CSV);

        assertThat(importing.problems(scene.manager, other.path("id").asString()))
                .containsExactly("2  known-differently");
        assertThat(screenings(policy)).isEqualTo(2);
    }

    @Test
    void the_city_platform_gets_what_lies_in_its_area() throws Exception {
        assertThat(sorted(export(Callers.ofArea("cp", Role.CP, "990000"), ImportKind.POLICIES, "CSV")))
                .hasSize(1);
        http.get(Callers.ofCompany("id", UUID.randomUUID()), "/exports/POLICIES")
                .andExpect(status().isForbidden());
        http.get(scene.manager, "/exports/NOTHING").andExpect(status().isBadRequest());
    }

    /** How many are counted as done. */
    private int screenings(UUID policy) throws Exception {
        return http.read(scene.manager, "/policies/" + policy + "/entitlement")
                .path("items")
                .valueStream()
                .filter(count -> count.path("item").asString().equals("HAZARD_SCREENING"))
                .mapToInt(count -> count.path("done").asInt())
                .sum();
    }

    private void fill() throws Exception {
        var uscc = Codes.fresh();
        importing.finished(
                scene.manager,
                scene.manager,
                ImportKind.COMPANIES,
                lines(
                        "统一社会信用代码,企业名称,行业代码,企业规模,风险所在地区划代码,地址",
                        uscc + ",\"成都青羊,化工（集团）有限公司\",C2614,中型,510105,一号",
                        Codes.fresh() + ",=危险公式公司,2614,微型,510105,\"二号\n后院\""));
        var terms = "2次/年：全厂隐患排查";
        importing.finished(
                scene.manager,
                scene.manager,
                ImportKind.RUNNING_POLICIES,
                lines(
                        "保单号,被保险人统一社会信用代码,保险起期,保险止期,保费（元）,生产安全事故隐患排查,安全生产宣传教育培训,告知确认日期,告知书版本,证明材料编号",
                        "PR-0001," + uscc + ",2025-01-01,2025-12-31,100000," + terms
                                + ",\"1次/保险期：集中\n3\",2024-12-20,1,ZM-1"));
        importing.finished(
                scene.manager,
                scene.manager,
                ImportKind.SERVICES_DONE,
                lines(SERVICES_TITLES, "PR-0001,生产安全事故隐患排查,2,2025-01-10,ZM-2," + "b".repeat(64)));
    }

    private tools.jackson.databind.JsonNode checked(Caller caller, ImportKind kind, byte[] file, String type)
            throws Exception {
        var job = importing.checked(
                caller,
                importing.handIn(caller, kind, file, type, UUID.randomUUID().toString()));
        return http.read(caller, "/imports/" + job);
    }

    private byte[] export(Caller caller, ImportKind kind, String format) throws Exception {
        return importing.file(caller, "/exports/" + kind + "?format=" + format);
    }

    private static List<String> sorted(byte[] csv) {
        return new String(csv, StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .lines()
                .sorted()
                .toList();
    }
}
