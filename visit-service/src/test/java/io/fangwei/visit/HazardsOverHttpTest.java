package io.fangwei.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fangwei.kernel.testing.ServiceTest;
import io.fangwei.kernel.tracing.Requirement;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest("spring.config.name=visit-service")
class HazardsOverHttpTest extends OverHttp {

    static final String GENERAL = """
            {"description": "通道堵塞", "category": "消防安全", "cause": "UNSAFE_STATE", "place": "二车间", "level": "GENERAL"}""";

    static final String MAJOR = """
            {"description": "光幕被短接", "category": "设备设施", "subCategory": "冲压", "cause": "UNSAFE_STATE",
             "place": "二车间", "level": "MAJOR", "criterion": "工贸企业重大事故隐患判定标准第七条"}""";

    private UUID visit;

    @BeforeEach
    void visitInProgress() throws Exception {
        heard();
        visit = startedVisit(agreedPlan(), "HAZARD_SCREENING");
    }

    @Test
    @Requirement({"CD-5.3.2f", "CD-C.3.3c"})
    void a_hazard_is_found_notified_treated_accepted_and_closed() throws Exception {
        var hazard = created(professional, "/visits/" + visit + "/hazards", GENERAL);
        var at = "/hazards/" + hazard;
        ok(professional, at + "/notices", "{\"advice\": \"清理通道\", \"receipt\": \"签收单\"}");
        ok(company, at + "/measures", """
                {"measures": "清理并划线", "rectifyBy": "2025-03-20", "responsiblePerson": "李伟", "funding": "安全费用"}""");
        ok(company, at + "/rectification-starts", "");
        ok(company, at + "/rectifications", "{\"treatment\": \"已清理\"}");
        ok(professional, at + "/acceptances", "{\"accepted\": false, \"reason\": \"标线缺失\"}");
        ok(company, at + "/rectifications", "{\"treatment\": \"已划线\"}");
        command(professional, at + "/acceptances", "{\"accepted\": true}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("CLOSED"));

        assertThat(stored("hazards", hazard)).doesNotContainKey("nextDue");
        assertThat(stored("hazards", hazard).getList("outbox", Document.class))
                .extracting(entry -> entry.getString("type"))
                .containsExactly(
                        "visit.hazard-found.v1",
                        "visit.hazard-classified.v1",
                        "visit.hazard-notified.v1",
                        "visit.hazard-measures-set.v1",
                        "visit.hazard-rectification-started.v1",
                        "visit.hazard-rectified.v1",
                        "visit.hazard-acceptance-failed.v1",
                        "visit.hazard-rectified.v1",
                        "visit.hazard-accepted.v1",
                        "visit.hazard-closed.v1");
    }

    @Test
    @Requirement({"CD-6.3.2.3c", "CD-6.3.2.3d", "CLK-11"})
    void a_major_hazard_not_notified_the_same_day_is_overdue_and_a_refused_one_is_reported() throws Exception {
        var hazard = created(professional, "/visits/" + visit + "/hazards", MAJOR);
        var at = "/hazards/" + hazard;

        clock.moveTo("2025-03-04");
        watch.runNow();
        ask(manager, at)
                .andExpect(jsonPath("$.clocks[0].rule").value("CLK-11"))
                .andExpect(jsonPath("$.clocks[0].due").value("2025-03-03"))
                .andExpect(jsonPath("$.clocks[0].state").value("MISSED"));
        ok(staff, at + "/notices", "{\"advice\": \"立即停机\", \"receipt\": \"签收单\"}");
        ok(staff, at + "/refusals", "{\"proof\": \"企业回函\"}");
        command(manager, at + "/authority-reports", "")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("REPORTED_TO_AUTHORITY"))
                .andExpect(jsonPath("$.clocks[1].state").value("MET"));
    }

    @Test
    void the_person_responsible_and_other_free_words_are_not_told() throws Exception {
        var hazard = created(professional, "/visits/" + visit + "/hazards", MAJOR);
        ok(staff, "/hazards/" + hazard + "/notices", "{\"advice\": \"立即停机\", \"receipt\": \"签收单\"}");
        ok(company, "/hazards/" + hazard + "/measures", """
                {"measures": "修复光幕", "rectifyBy": "2025-03-20", "responsiblePerson": "李伟", "funding": "安全费用"}""");

        assertThat(stored("hazards", hazard).getList("outbox", Document.class))
                .extracting(entry -> entry.getString("data"))
                .noneMatch(told -> told.matches("(?s).*\\p{IsHan}.*"));
    }

    @Test
    void hazards_are_listed_by_visit_status_and_level() throws Exception {
        var general = created(professional, "/visits/" + visit + "/hazards", GENERAL);
        var major = created(professional, "/visits/" + visit + "/hazards", MAJOR);
        ok(staff, "/hazards/" + major + "/notices", "{\"advice\": \"立即停机\", \"receipt\": \"签收单\"}");

        ask(company, "/hazards?visitId={visit}", visit).andExpect(jsonPath("$.items", hasSize(2)));
        ask(company, "/hazards?status=CLASSIFIED").andExpect(jsonPath("$.items[*].id", contains(general.toString())));
        ask(professional, "/hazards?level=MAJOR").andExpect(jsonPath("$.items[*].id", contains(major.toString())));
        ask(staff, "/hazards?limit=1").andExpect(jsonPath("$.next").isString());
    }

    @Test
    void after_the_check_out_no_hazard_is_found_in_the_visit_any_more() throws Exception {
        ok(professional, "/visits/" + visit + "/check-outs", "{\"checklistComplete\": true}");

        command(professional, "/visits/" + visit + "/hazards", GENERAL)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:problem:visit-not-in-progress"));
    }

    @Test
    void a_registration_that_comes_again_after_the_check_out_is_a_replay() throws Exception {
        var key = UUID.randomUUID().toString();
        var first = command(professional, key, "/visits/" + visit + "/hazards", GENERAL)
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse();
        ok(professional, "/visits/" + visit + "/check-outs", "{\"checklistComplete\": true}");

        command(professional, key, "/visits/" + visit + "/hazards", GENERAL)
                .andExpect(status().isCreated())
                .andExpect(header().string("Idempotency-Replayed", "true"))
                .andExpect(header().string("Location", first.getHeader("Location")));
    }
}
