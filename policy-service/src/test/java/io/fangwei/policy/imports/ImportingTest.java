package io.fangwei.policy.imports;

import static io.fangwei.policy.imports.ImportKind.COMPANIES;
import static io.fangwei.policy.imports.ImportKind.OPENING_BALANCES;
import static io.fangwei.policy.imports.ImportKind.POLICIES;
import static io.fangwei.policy.imports.ImportKind.RECEIPTS;
import static io.fangwei.policy.imports.ImportKind.RUNNING_POLICIES;
import static io.fangwei.policy.imports.ImportKind.SERVICES_DONE;
import static io.fangwei.policy.imports.Importing.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.files.Uploads;
import io.fangwei.kernel.store.Ids;
import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.testing.ServiceTest;
import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.policy.Codes;
import io.fangwei.policy.Http;
import io.fangwei.policy.Scene;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.MockMvc;

@ServiceTest({"spring.config.name=policy-service", "policy.imports.rows-at-once=7"})
class ImportingTest {

    private static final String COMPANY_TITLES = "统一社会信用代码,企业名称,行业代码,企业规模,风险所在地区划代码,地址";
    private static final String POLICY_TITLES = "保单号,被保险人统一社会信用代码,保险起期,保险止期,保费（元）,生产安全事故隐患排查";

    @Autowired
    MockMvc mvc;

    @Autowired
    MongoTemplate mongo;

    private Http http;
    private Scene scene;
    private Importing importing;
    private Caller manager;
    private Caller second;

    @BeforeEach
    void reach() throws Exception {
        http = new Http(mvc);
        scene = new Scene(http).withRate("0.20");
        importing = new Importing(mvc);
        manager = scene.manager;
        second = Callers.ofInsurer("im2." + scene.insurerId, scene.insurerId, Role.IM);
    }

    @Test
    void nothing_is_carried_out_before_somebody_starts_it() throws Exception {
        var job = importing.checked(manager, COMPANIES, companies(3));

        http.get(manager, "/imports/" + job)
                .andExpect(jsonPath("$.checked.fresh").value(3))
                .andExpect(jsonPath("$.fileName").value("导入.csv"))
                .andExpect(jsonPath("$.handedInBy").value(manager.subject()));
        http.get(manager, "/companies").andExpect(jsonPath("$.items.length()").value(0));

        importing.start(manager, job, ImportMode.ALL_OR_NOTHING).andExpect(status().isOk());
        importing.awaitStatus(manager, job, "FINISHED");
        http.get(manager, "/companies").andExpect(jsonPath("$.items.length()").value(3));
    }

    @Test
    void a_second_run_of_the_same_file_changes_nothing() throws Exception {
        var file = companies(20);
        var first = importing.finished(manager, manager, COMPANIES, file);
        var before = stored("companies");

        var again = importing.checked(second, COMPANIES, file);

        assertThat(first.path("done").path("applied").asInt()).isEqualTo(20);
        http.get(manager, "/imports/" + again)
                .andExpect(jsonPath("$.checked.known").value(20))
                .andExpect(jsonPath("$.checked.fresh").value(0));
        importing
                .start(second, again, ImportMode.VALID_ROWS)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("nothing-to-import"));
        assertThat(stored("companies")).isEqualTo(before);
    }

    @Test
    void two_files_with_the_same_rows_that_were_checked_side_by_side_bring_each_row_in_once() throws Exception {
        scene.activePolicy();
        var policy = scene.activePolicy();
        var receipts = lines("保单号,收款日期,收款金额（元）,凭证号", number(policy) + ",2025-03-01,1000,R-1");
        var one = importing.checked(manager, RECEIPTS, receipts);
        var other = importing.checked(second, RECEIPTS, receipts);

        importing.start(manager, one, ImportMode.VALID_ROWS).andExpect(status().isOk());
        importing.awaitStatus(manager, one, "FINISHED");
        importing.start(second, other, ImportMode.VALID_ROWS).andExpect(status().isOk());
        importing.awaitStatus(second, other, "FINISHED");

        http.get(manager, "/policies/" + policy)
                .andExpect(jsonPath("$.receipts.length()").value(1))
                .andExpect(jsonPath("$.received").value("1000.00"));
    }

    @Test
    void every_problem_is_reported_with_row_column_and_rule_in_the_readers_language() throws Exception {
        var good = Codes.fresh();
        var file = lines(
                COMPANY_TITLES,
                good + ",成都青羊化工有限公司,C2614,中型,510105,一号",
                "91510100000000000X,成都青羊化工有限公司,C2614,中型,510105,一号",
                "9.15101E+17,,26 ,巨型,5101,",
                good + ",成都青羊化工有限公司,C2614,中型,510105,一号",
                Codes.fresh() + "," + "长".repeat(201) + ",C2614,medium,510105,一号");

        var job = importing.checked(manager, COMPANIES, file);

        assertThat(importing.problems(manager, job))
                .containsExactlyInAnyOrder(
                        "3  uscc-check-failed",
                        "4 统一社会信用代码 cell-malformed",
                        "4 企业名称 cell-missing",
                        "4 企业规模 cell-not-a-choice",
                        "4 地址 cell-missing",
                        "5  duplicate-row",
                        "6 企业名称 cell-too-long");
        http.get(manager, "/imports/" + job + "/faulty-rows?limit=1")
                .andExpect(
                        jsonPath("$.items[0].problems[0].message").value(org.hamcrest.Matchers.containsString("校验码")))
                .andExpect(jsonPath("$.next").isString());
        var report =
                new String(importing.file(manager, "/imports/" + job + "/faulty-rows/file"), StandardCharsets.UTF_8);
        assertThat(report.lines()).hasSize(8).contains("4,企业名称,cell-missing,必填，未填写。");
    }

    @Test
    void with_faulty_rows_nothing_starts_or_the_others_do() throws Exception {
        var file = companies(3) + "坏行,,,,,\r\n";
        var job = importing.checked(manager, COMPANIES, file);

        importing
                .start(manager, job, ImportMode.ALL_OR_NOTHING)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("import-has-faulty-rows"));
        http.get(manager, "/companies").andExpect(jsonPath("$.items.length()").value(0));
        importing.start(manager, job, ImportMode.VALID_ROWS).andExpect(status().isOk());
        var done = importing.awaitStatus(manager, job, "FINISHED").path("done");

        assertThat(done.path("applied").asInt()).isEqualTo(3);
        assertThat(done.path("skipped").asInt()).isEqualTo(1);
        http.get(manager, "/companies").andExpect(jsonPath("$.items.length()").value(3));
    }

    @Test
    void a_row_that_the_world_has_overtaken_is_refused_and_reported() throws Exception {
        var policy = scene.activePolicy();
        var job = importing.checked(
                manager, RECEIPTS, lines("保单号,收款日期,收款金额（万元）,凭证号", number(policy) + ",2025年3月1日,10,R-9"));
        http.post(manager, "/policies/" + policy + "/premium-receipts", Scene.premium("1.00"))
                .andExpect(status().isOk());

        importing.start(manager, job, ImportMode.ALL_OR_NOTHING).andExpect(status().isOk());

        var done = importing.awaitStatus(manager, job, "FINISHED").path("done");
        assertThat(done.path("refused").asInt()).isEqualTo(1);
        assertThat(importing.problems(manager, job)).containsExactly("2  premium-exceeded");
    }

    @Test
    void policies_come_in_as_drafts_with_their_terms_and_rules_hold_for_rows() throws Exception {
        var uscc = Codes.fresh();
        importing.finished(manager, manager, COMPANIES, lines(COMPANY_TITLES, uscc + ",成都青羊化工有限公司,C2614,中型,510105,一号"));
        var job = importing.checked(
                manager,
                POLICIES,
                lines(
                        POLICY_TITLES,
                        "ＰＡ－1," + uscc + ",2025/1/1,2025年12月31日,\"100,000.00\",2次/年：全厂隐患排查",
                        "PA-22," + uscc + ",45658,20251231,12万,",
                        "PA-23," + Codes.fresh() + ",2025/1/1,2025/12/31,1,",
                        "PA-24," + uscc + ",2025/12/31,2025/1/1,1,",
                        "PA-25," + uscc + ",2025/1/1,2025/12/31,-1,每年两次",
                        "PA-26," + uscc + ",2025/1/1,2025/12/31,0,"));

        assertThat(importing.problems(manager, job))
                .containsExactlyInAnyOrder(
                        "4  company-unknown",
                        "5  period-reversed",
                        "6 生产安全事故隐患排查 cell-not-a-term",
                        "7 保费（元） cell-malformed");
        importing.start(manager, job, ImportMode.VALID_ROWS).andExpect(status().isOk());
        importing.awaitStatus(manager, job, "FINISHED");

        http.get(manager, "/policies/" + Ids.of("policy", scene.insurerId, "PA-1"))
                .andExpect(jsonPath("$.status").value("DRAFT"))
                .andExpect(jsonPath("$.premium").value("100000.00"))
                .andExpect(jsonPath("$.from").value("2025-01-01"))
                .andExpect(jsonPath("$.serviceTerms[0].content").value("全厂隐患排查"))
                .andExpect(jsonPath("$.serviceTerms[0].frequency").value(2));
        http.get(manager, "/policies/" + Ids.of("policy", scene.insurerId, "PA-22"))
                .andExpect(jsonPath("$.premium").value("120000.00"))
                .andExpect(jsonPath("$.to").value("2025-12-31"));
        http.get(manager, "/policies").andExpect(jsonPath("$.items.length()").value(2));
    }

    @Test
    void rows_of_one_policy_are_tried_out_together() throws Exception {
        var policy = scene.activePolicy();
        var job = importing.checked(
                manager,
                RECEIPTS,
                lines(
                        "保单号,收款日期,收款金额（元）,凭证号",
                        number(policy) + ",2025-03-01,60000,R-1",
                        number(policy) + ",2025-03-02,60000,R-2",
                        number(policy) + ",2025-03-04,1,R-3",
                        "PX-UNKNOWN,2025-03-01,1,R-4"));

        assertThat(importing.problems(manager, job))
                .containsExactly("3  premium-exceeded", "4  received-in-future", "5  policy-unknown");
    }

    @Test
    void a_company_that_is_known_with_other_content_is_no_new_row() throws Exception {
        var uscc = Codes.fresh();
        importing.finished(manager, manager, COMPANIES, lines(COMPANY_TITLES, uscc + ",甲公司,C2614,中型,510105,一号"));

        var job = importing.checked(manager, COMPANIES, lines(COMPANY_TITLES, uscc + ",乙公司,C2614,中型,510105,一号"));

        assertThat(importing.problems(manager, job)).containsExactly("2  known-differently");
    }

    @Test
    void policies_that_were_running_before_come_in_active_with_marker_and_proof() throws Exception {
        var uscc = Codes.fresh();
        importing.finished(manager, manager, COMPANIES, lines(COMPANY_TITLES, uscc + ",甲公司,C2614,中型,510105,一号"));
        var titles = POLICY_TITLES + ",告知确认日期,告知书版本,证明材料编号";
        var file = lines(titles, "PR-0001," + uscc + ",2024-09-01,2025-08-31,100000,2次/年：排查,2024-08-20,2024-1,ZM-1");

        var done = importing.finished(manager, manager, RUNNING_POLICIES, file).path("done");

        var policy = Ids.of("policy", scene.insurerId, "PR-0001");
        assertThat(done.path("applied").asInt()).isEqualTo(1);
        http.get(manager, "/policies/" + policy)
                .andExpect(jsonPath("$.status").value("ACTIVE"))
                .andExpect(jsonPath("$.disclosure.on").value("2024-08-20"));
        assertThat(events("broughtIn")).containsExactly("policy.policy-brought-in.v1");
        assertThat(importing.problems(
                        manager,
                        importing.checked(
                                manager,
                                RUNNING_POLICIES,
                                lines(titles, "PR-0002," + uscc + ",2024-01-01,2024-12-31,1,,2023-12-20,1,ZM-1"))))
                .containsExactly("2  policy-not-running");
        assertThat(importing.problems(
                        manager,
                        importing.checked(
                                manager,
                                SERVICES_DONE,
                                lines(
                                        "保单号,服务项目,已完成次数,最近完成日期,证明材料编号,证明材料SHA-256",
                                        "PR-0001,生产安全事故隐患排查,1,2024-08-31,ZM-2," + "a".repeat(64),
                                        "PR-0001,安全生产宣传教育培训,1,2025-01-10,ZM-2," + "a".repeat(64),
                                        "PR-0001,生产安全事故隐患排查,1,2025-01-10,ZM-2,abc"))))
                .containsExactlyInAnyOrder(
                        "2  service-outside-policy", "3  item-not-contracted", "4 证明材料SHA-256 cell-malformed");
    }

    @Test
    @Requirement("CD-5.1.4c")
    void balances_from_before_open_the_pools_of_their_years_each_once_and_with_its_proof() throws Exception {
        var titles = "年度,截止日期,期初已提取金额（万元）,期初已支出金额（元）,证明材料编号,证明材料SHA-256";
        var proof = ",GL-2025-02," + "A".repeat(64);
        var file = lines(titles, "2024,2024-12-31,12,120000" + proof, "2025,2025-03-01,３,0" + proof);

        var done = importing.finished(manager, manager, OPENING_BALANCES, file).path("done");

        assertThat(done.path("applied").asInt()).isEqualTo(2);
        var pool = "/budget-pools/" + Ids.of("budget-pool", scene.insurerId, 2024);
        http.get(manager, pool)
                .andExpect(jsonPath("$.accrued").value("120000.00"))
                .andExpect(jsonPath("$.spent").value("120000.00"))
                .andExpect(jsonPath("$.lastEntryNo").value(2))
                .andExpect(jsonPath("$.opening.proof.reference").value("GL-2025-02"))
                .andExpect(jsonPath("$.opening.proof.sha256").value("a".repeat(64)));
        var again = importing.checked(second, OPENING_BALANCES, file);
        http.get(manager, "/imports/" + again)
                .andExpect(jsonPath("$.checked.known").value(2))
                .andExpect(jsonPath("$.checked.fresh").value(0));
        var sent = new String(importing.file(manager, "/exports/OPENING_BALANCES?format=CSV"), StandardCharsets.UTF_8);
        assertThat(sent.lines()).contains("2025,2025-03-01,30000.00,0.00,GL-2025-02," + "a".repeat(64));
    }

    @Test
    void a_balance_that_cannot_be_one_or_comes_too_late_is_a_faulty_row() throws Exception {
        var titles = "年度,截止日期,期初已提取金额（元）,期初已支出金额（元）,证明材料编号,证明材料SHA-256";
        var proof = ",GL-2025-02," + "a".repeat(64);
        importing.finished(manager, manager, OPENING_BALANCES, lines(titles, "2025,2025-03-01,3,0" + proof));

        var job = importing.checked(
                manager,
                OPENING_BALANCES,
                lines(
                        titles,
                        "2025,2025-03-01,4,0" + proof,
                        "2024,2025-03-01,4,0" + proof,
                        "2023,2023-03-01,4,5" + proof,
                        "2022,2022-03-01,4,1" + proof,
                        "2022,2022-03-01,4,1" + proof,
                        "1999,1999-03-01,-1,1,GL 2025,abc"));

        assertThat(importing.problems(manager, job))
                .containsExactlyInAnyOrder(
                        "2  known-differently",
                        "3  opening-out-of-year",
                        "4  opening-overdrawn",
                        "6  duplicate-row",
                        "7 年度 cell-malformed",
                        "7 期初已提取金额（元） cell-malformed",
                        "7 证明材料SHA-256 cell-malformed");
    }

    @Test
    void a_repeated_upload_is_the_same_import_and_another_file_under_its_key_is_refused() throws Exception {
        var file = companies(1).getBytes(StandardCharsets.UTF_8);
        var first = Http.id(
                importing.handIn(manager, COMPANIES, file, Uploads.CSV, "k1").andExpect(status().isCreated()));

        importing
                .handIn(manager, COMPANIES, file, Uploads.CSV, "k1")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.id").value(first.toString()))
                .andExpect(result -> assertThat(result.getResponse().getHeader("Idempotency-Replayed"))
                        .isEqualTo("true"));
        importing
                .handIn(manager, COMPANIES, companies(2).getBytes(StandardCharsets.UTF_8), Uploads.CSV, "k1")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.rule").value("idempotency-key-reused"));
    }

    @Test
    void what_is_no_file_of_the_kind_is_refused_and_nothing_is_stored() throws Exception {
        var jobs = mongo.getCollection("imports").countDocuments();
        var files = mongo.getCollection("files.files").countDocuments();

        importing
                .handIn(manager, COMPANIES, "保单号,名称\r\n")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("file-columns-wrong"))
                .andExpect(jsonPath("$.detail").value(org.hamcrest.Matchers.containsString("企业名称")));
        importing
                .handIn(manager, COMPANIES, "")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("file-not-readable"));
        importing
                .handIn(manager, COMPANIES, new byte[] {'P', 'K', 3, 4, 0, 0}, Uploads.XLSX, "k")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("file-not-readable"));
        importing
                .handIn(manager, COMPANIES, new byte[] {1}, "application/pdf", "k")
                .andExpect(status().isUnsupportedMediaType());
        importing
                .handIn(manager, COMPANIES, new byte[(64 << 20) + 1], Uploads.CSV, "k")
                .andExpect(status().is(413))
                .andExpect(jsonPath("$.rule").value("body-too-large"));

        assertThat(mongo.getCollection("imports").countDocuments()).isEqualTo(jobs);
        assertThat(mongo.getCollection("files.files").countDocuments()).isEqualTo(files);
    }

    @Test
    void a_file_in_gbk_is_read_and_the_example_row_of_the_template_is_left_out() throws Exception {
        var template =
                new String(importing.file(manager, "/import-templates/COMPANIES?format=CSV"), StandardCharsets.UTF_8);
        var filled = template.replace("\uFEFF", "") + Codes.fresh() + ",甲公司,C2614,微型,510105,一号\r\n";

        var job = importing.checked(
                manager,
                importing.handIn(manager, COMPANIES, filled.getBytes(Charset.forName("GBK")), Uploads.CSV, "gbk"));

        http.get(manager, "/imports/" + job)
                .andExpect(jsonPath("$.checked.rows").value(1))
                .andExpect(jsonPath("$.checked.fresh").value(1));
    }

    @ParameterizedTest
    @EnumSource
    void the_template_of_every_kind_is_a_file_of_the_kind(ImportKind kind) throws Exception {
        var file = importing.file(manager, "/import-templates/" + kind);

        var job = importing.checked(
                manager,
                importing.handIn(
                        manager, kind, file, Uploads.XLSX, UUID.randomUUID().toString()));

        http.get(manager, "/imports/" + job)
                .andExpect(jsonPath("$.checked.rows").value(0));
    }

    @Test
    void an_import_belongs_to_its_insurer_and_ends_where_it_is_cancelled() throws Exception {
        var job = importing.checked(manager, COMPANIES, companies(1));
        var stranger = new Scene(http).manager;

        http.get(stranger, "/imports/" + job).andExpect(status().isNotFound());
        http.get(stranger, "/imports/" + job + "/faulty-rows").andExpect(status().isNotFound());
        http.get(scene.staff, "/imports/" + job).andExpect(status().isForbidden());
        importing.start(stranger, job, ImportMode.VALID_ROWS).andExpect(status().isNotFound());
        http.post(manager, "/imports/" + job + "/cancellations", "{}").andExpect(status().isOk());
        importing
                .start(manager, job, ImportMode.VALID_ROWS)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("wrong-import-status"));
        http.get(manager, "/imports?status=CANCELLED&kind=COMPANIES")
                .andExpect(jsonPath("$.items[0].id").value(job));
    }

    private String companies(int number) {
        var lines = new ArrayList<>(List.of(COMPANY_TITLES));
        for (int each = 0; each < number; each++) {
            lines.add(Codes.fresh() + ",成都青羊化工有限公司" + each + ",C2614,中型,510105,一号");
        }
        return lines(lines.toArray(String[]::new));
    }

    private String number(UUID policy) throws Exception {
        return http.read(manager, "/policies/" + policy).path("policyNo").asString();
    }

    private List<Document> stored(String collection) {
        return mongo.findAll(Document.class, collection);
    }

    private List<String> events(String collection) {
        return stored(collection).stream()
                .filter(one ->
                        scene.insurerId.equals(one.get("state", Document.class).get("insurerId")))
                .flatMap(one -> one.getList("outbox", Document.class).stream())
                .map(entry -> entry.getString("type"))
                .toList();
    }
}
