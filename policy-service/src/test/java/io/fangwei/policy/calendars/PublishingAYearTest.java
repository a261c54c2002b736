package io.fangwei.policy.calendars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.deadlines.Deadlines;
import io.fangwei.kernel.deadlines.OverdueWatch;
import io.fangwei.kernel.files.Uploads;
import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.testing.Contracts;
import io.fangwei.kernel.testing.ServiceTest;
import io.fangwei.kernel.testing.TestClock;
import io.fangwei.kernel.testing.TestTokens;
import io.fangwei.kernel.testing.Told;
import io.fangwei.policy.Http;
import io.fangwei.policy.Scene;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.hamcrest.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** With the real broker: the platform's administrator publishes what the State Council has announced. */
@ServiceTest({"spring.config.name=policy-service", "fangwei.test.kafka=true"})
class PublishingAYearTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String NOTICE = """
            {"noticeNo":"国办发明电〔%d〕7号","holidays":[{"from":"%d-02-05","to":"%d-02-11","name":"春节"}],"weekendWork":[]}""";

    @Autowired
    MockMvc mvc;

    @Autowired
    TestClock clock;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    Deadlines deadlines;

    @Autowired
    OverdueWatch watch;

    private Http http;

    @BeforeEach
    void reach() {
        http = new Http(mvc);
        clock.moveTo("2025-03-03");
        mongo.remove(new Query(), "clocks");
    }

    @Test
    void a_proposed_year_shows_which_deadlines_it_would_move_and_moves_none() throws Exception {
        var visit = UUID.randomUUID();
        try (var told = new Told()) {
            told.event("visit.service-completed.v1", visit, 4, completed(2027));
        }
        await().atMost(SOON).until(() -> mongo.findById(visit + ":CLK-01", Document.class, "clocks") != null);

        http.post(Scene.ADMINISTRATOR, "/calendar-years/2027/proposals", NOTICE.formatted(2026, 2027, 2027))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.revision").value(0))
                .andExpect(jsonPath("$.proposed.holidays[0].name").value("春节"));

        http.get(Scene.ADMINISTRATOR, "/calendar-years/2027/affected-deadlines")
                .andExpect(jsonPath("$.open").value(2))
                .andExpect(jsonPath("$.affected").value(2))
                .andExpect(jsonPath("$.deadlines[0].clock.subjectId").value(visit.toString()))
                .andExpect(jsonPath("$.deadlines[0].clock.due").value("2027-02-10"))
                .andExpect(jsonPath("$.deadlines[0].newDue").value("2027-02-17"));
        assertThat(deadlines.calendar().year(2027).periods()).isEmpty();
    }

    @Test
    void a_published_year_is_in_force_for_this_service_too() throws Exception {
        http.post(Scene.ADMINISTRATOR, "/calendar-years/2029/proposals", NOTICE.formatted(2028, 2029, 2029))
                .andExpect(status().isOk());
        http.post(Scene.ADMINISTRATOR, "/calendar-years/2029/publications", "{}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.revision").value(1))
                .andExpect(jsonPath("$.proposed").doesNotExist());

        await().atMost(SOON).until(() -> mongo.findById("2029", Document.class, "publishedYears") != null);
        watch.runNow();

        assertThat(deadlines.calendar().isWorkingDay(LocalDate.of(2029, 2, 5))).isFalse();
        assertThat(deadlines.calendar().isProvisional(LocalDate.of(2029, 1, 1), LocalDate.of(2029, 12, 31)))
                .isFalse();
        http.get(Callers.ofArea("pu", Role.PU), "/calendar-years/2029")
                .andExpect(jsonPath("$.published.noticeNo").value("国办发明电〔2028〕7号"));
        http.post(Scene.ADMINISTRATOR, "/calendar-years/2029/publications", "{}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("nothing-proposed"));
    }

    @Test
    void a_notice_may_come_as_a_table() throws Exception {
        table(2030, "类型,名称,起,止\n放假,春节,2030-02-02,2030-02-08\n上班,,2030-02-09,\n")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.proposed.holidays[0].to").value("2030-02-08"))
                .andExpect(jsonPath("$.proposed.weekendWork[0]").value("2030-02-09"));
    }

    @ParameterizedTest
    @CsvSource({
        "'放假,,2030-02-02,2030-02-08', 2/名称",
        "'放假,一个比二十个字还要长的节日名称一个比二十个字还要长,2030-02-02,2030-02-08', 2/名称",
        "'休息,春节,2030-02-02,2030-02-08', 2/类型: 休息",
        "'放假,春节,二月二日,2030-02-08', 2/起: 二月二日",
        "'放假,春节,2030-02-02,2030-02-30', 2/止: 2030-02-30",
        "'放假,春节,,2030-02-08', 2/起",
        "'放假,春节,2030-02-08,2030-02-02', 2/止: 2030-02-02",
        "'上班,,2030-02-10,2030-02-09', 2/止: 2030-02-09",
        "'放假,春节,2033-02-02,2033-02-08\n上班,,2033-02-11,', 2033-02-11",
        "'放假,春节,2029-02-02,2029-02-08', 春节"
    })
    void a_table_that_says_something_else_is_refused_by_row_and_column_and_nothing_is_stored(String row, String named)
            throws Exception {
        table(2033, "类型,名称,起,止\n" + row)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("notice-inconsistent"))
                .andExpect(jsonPath("$.detail").value(Matchers.containsString(named)));
        http.get(Scene.ADMINISTRATOR, "/calendar-years/2033").andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @CsvSource({
        "'放假,春节,2033-02-02,2033-02-08', file-columns-wrong",
        "'类型,名称,从,到\n放假,春节,2033-02-02,2033-02-08', file-columns-wrong",
        "'类型,名称,起,止', notice-inconsistent",
        "'', file-not-readable"
    })
    void a_file_that_is_no_such_table_is_refused_and_nothing_is_stored(String csv, String rule) throws Exception {
        table(2033, csv)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value(rule));
        http.get(Scene.ADMINISTRATOR, "/calendar-years/2033").andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @CsvSource({
        "'{}', noticeNo",
        "'{\"noticeNo\":\" \",\"holidays\":[{\"from\":\"2031-01-01\",\"to\":\"2031-01-01\",\"name\":\"元旦\"}],\"weekendWork\":[]}', noticeNo",
        "'{\"noticeNo\":\"N\",\"holidays\":[],\"weekendWork\":[]}', holidays",
        "'{\"noticeNo\":\"N\",\"holidays\":[null],\"weekendWork\":[]}', holidays[0]",
        "'{\"noticeNo\":\"N\",\"holidays\":[{\"from\":\"x\",\"to\":\"2031-01-01\",\"name\":\"元旦\"}],\"weekendWork\":[]}', holidays[0].from",
        "'{\"noticeNo\":\"N\",\"holidays\":[{\"from\":\"2031-01-01\",\"name\":\"元旦\"}],\"weekendWork\":[]}', holidays[0].to",
        "'{\"noticeNo\":\"N\",\"holidays\":[{\"from\":\"2031-01-01\",\"to\":\"2031-01-01\",\"name\":\"\"}],\"weekendWork\":[]}', holidays[0].name",
        "'{\"noticeNo\":\"N\",\"holidays\":[{\"from\":\"2031-01-01\",\"to\":\"2031-01-01\",\"name\":\"元旦\"}]}', weekendWork",
        "'{\"noticeNo\":\"N\",\"holidays\":[{\"from\":\"2031-01-01\",\"to\":\"2031-01-01\",\"name\":\"元旦\"}],\"weekendWork\":[\"2031-13-01\"]}', weekendWork[0]",
        "'{\"noticeNo\":\"N\",\"days\":1,\"holidays\":[{\"from\":\"2031-01-01\",\"to\":\"2031-01-01\",\"name\":\"元旦\"}],\"weekendWork\":[]}', days"
    })
    void a_notice_of_another_shape_gets_a_problem_with_the_field_and_nothing_is_stored(String notice, String field)
            throws Exception {
        http.post(Scene.ADMINISTRATOR, "/calendar-years/2031/proposals", notice)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[*].field").value(Matchers.hasItem(field)));
        http.get(Scene.ADMINISTRATOR, "/calendar-years/2031").andExpect(status().isNotFound());
    }

    @Test
    void a_year_that_nobody_counts_by_is_refused() throws Exception {
        http.post(Scene.ADMINISTRATOR, "/calendar-years/1999/proposals", NOTICE.formatted(1998, 1999, 1999))
                .andExpect(status().isBadRequest());
        http.get(Scene.ADMINISTRATOR, "/calendar-years/1999").andExpect(status().isNotFound());
    }

    @Test
    void the_preview_shows_which_overdue_would_be_withdrawn_and_which_would_arise() throws Exception {
        var late = UUID.randomUUID();
        var punctual = UUID.randomUUID();
        var open = UUID.randomUUID();
        try (var told = new Told()) {
            told.event(
                    "visit.deadline-overdue.v1",
                    late,
                    5,
                    with("visit.deadline-overdue.v1", "2034-02-01", "2034-02-10", null));
            told.event("visit.service-completed.v1", open, 4, completed(2034));
            told.event(
                    "visit.record-submitted.v1",
                    punctual,
                    6,
                    with("visit.record-submitted.v1", "2034-01-26", "2034-02-06", "2034-02-06"));
        }
        for (var known : List.of(late, punctual, open)) {
            await().atMost(SOON).until(() -> mongo.findById(known + ":CLK-01", Document.class, "clocks") != null);
        }
        clock.moveTo("2034-02-13");
        http.post(Scene.ADMINISTRATOR, "/calendar-years/2034/proposals", """
                        {"noticeNo":"N","holidays":[{"from":"2034-02-06","to":"2034-02-07","name":"春节"}],\
                        "weekendWork":["2034-02-04"]}""").andExpect(status().isOk());

        var seen = http.read(Scene.ADMINISTRATOR, "/calendar-years/2034/affected-deadlines");

        assertThat(seen.path("ended").asInt()).isEqualTo(2);
        assertThat(seen.path("withdrawn").asInt()).isOne();
        assertThat(seen.path("raised").asInt()).isOne();
        assertThat(seen.path("deadlines").valueStream())
                .extracting(
                        moved -> moved.at("/clock/subjectId").asString(),
                        moved -> moved.at("/clock/state").asString(),
                        moved -> moved.path("newDue").asString(),
                        moved -> moved.path("newState").asString())
                .contains(
                        tuple(late.toString(), "MISSED", "2034-02-13", "STARTED"),
                        tuple(punctual.toString(), "MET", "2034-02-04", "MISSED"));
    }

    @Test
    void clocks_that_start_after_a_rule_pack_was_published_run_by_it() throws Exception {
        var clocks = deadlines.rules().clocks().values().stream()
                .map(clock -> "{\"rule\":\"%s\",\"length\":%d,\"unit\":\"%s\",\"binding\":%s}"
                        .formatted(
                                clock.rule(),
                                clock.rule().equals("CLK-13") ? 9 : clock.length(),
                                clock.unit(),
                                clock.binding()))
                .toList();
        http.post(
                        Scene.ADMINISTRATOR,
                        "/rule-packs/chengdu-draft/proposals",
                        "{\"version\":\"2.0.0\",\"clocks\":%s}".formatted(clocks))
                .andExpect(status().isOk());
        http.post(Scene.ADMINISTRATOR, "/rule-packs/chengdu-draft/publications", "{}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.published.version").value("2.0.0"));

        await().atMost(SOON).until(() -> {
            var kept = mongo.findById("chengdu-draft", Document.class, "publishedRulePacks");
            return kept != null && kept.getString("version").equals("2.0.0");
        });
        watch.runNow();

        assertThat(deadlines.rules().clock("CLK-13").length()).isEqualTo(9);
        http.post(
                        Scene.ADMINISTRATOR,
                        "/rule-packs/chengdu-draft/proposals",
                        "{\"version\":\"3.0.0\",\"clocks\":%s}".formatted(clocks.subList(1, 3)))
                .andExpect(jsonPath("$.rule").value("clocks-missing"));
    }

    @Test
    void nobody_but_the_administrator_proposes_or_publishes() throws Exception {
        var scene = new Scene(http);

        http.post(scene.manager, "/calendar-years/2032/proposals", NOTICE.formatted(2031, 2032, 2032))
                .andExpect(status().isForbidden());
        http.post(scene.manager, "/calendar-years/2032/publications", "{}").andExpect(status().isForbidden());
        http.get(scene.manager, "/calendar-years").andExpect(status().isOk());
    }

    /** The sample of an event whose first clock ran like this. */
    private static ObjectNode with(String type, String start, String due, @Nullable String endedOn) {
        var data = (ObjectNode) Contracts.data(type).deepCopy();
        ((ObjectNode) data.get("clocks").get(0))
                .put("start", start)
                .put("due", due)
                .put("endedOn", endedOn);
        return data;
    }

    private static ObjectNode completed(int year) {
        var data = (ObjectNode) Contracts.data("visit.service-completed.v1").deepCopy();
        for (var clock : (ArrayNode) data.get("clocks")) {
            ((ObjectNode) clock).put("start", year + "-02-01").put("due", year + "-02-10");
        }
        return data;
    }

    private ResultActions table(int year, String csv) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.post("/api/policy/v1/calendar-years/" + year + "/proposals")
                .queryParam("noticeNo", "国办发明电〔2029〕7号")
                .header("Authorization", TestTokens.bearer(Scene.ADMINISTRATOR))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(Uploads.CSV)
                .content(csv.getBytes(StandardCharsets.UTF_8)));
    }
}
