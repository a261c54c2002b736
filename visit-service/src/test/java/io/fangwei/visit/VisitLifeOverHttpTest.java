package io.fangwei.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.testing.ServiceTest;
import io.fangwei.kernel.tracing.Requirement;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest("spring.config.name=visit-service")
class VisitLifeOverHttpTest extends OverHttp {

    @Autowired
    DatabaseCommands database;

    @BeforeEach
    void hear() {
        heard();
    }

    @Test
    @Requirement({"CD-5.3", "CD-5.3.4.2"})
    void a_visit_goes_from_the_plan_to_the_archive_and_every_step_is_told() throws Exception {
        var plan = agreedPlan();
        clock.moveTo("2025-03-10");
        var visit = startedVisit(plan, "HAZARD_SCREENING");
        var at = "/visits/" + visit;
        ok(professional, at + "/check-outs", "{\"checklistComplete\": true}");
        clock.moveTo("2025-03-11");
        ok(professional, at + "/records", SCREENING_RECORD);
        ok(manager, at + "/reviews", "{\"decision\": \"RETURNED\", \"reason\": \"缺少照片\"}");
        ok(professional, at + "/records", SCREENING_RECORD);
        ok(manager, at + "/reviews", "{\"decision\": \"APPROVED\"}");
        clock.moveTo("2025-03-12");
        ok(staff, at + "/feedbacks", "{\"channel\": \"EMAIL\", \"receipt\": \"已读回执\"}");
        ok(company, at + "/acknowledgements", "");
        ok(staff, at + "/callback-attempts", "{\"channel\": \"PHONE\", \"outcome\": \"NO_ANSWER\"}");
        clock.moveTo("2025-03-13");
        command(staff, at + "/callbacks", CALLBACK)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.callback.satisfaction.total").value("98.00"));
        command(staff, at + "/archives", "{}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("ARCHIVED"))
                .andExpect(jsonPath("$.archive.hash").isString());

        assertThat(types("visits", visit))
                .containsExactly(
                        "visit.visit-planned.v1",
                        "visit.visit-confirmed.v1",
                        "visit.visit-started.v1",
                        "visit.service-completed.v1",
                        "visit.record-submitted.v1",
                        "visit.record-returned.v1",
                        "visit.record-submitted.v1",
                        "visit.record-approved.v1",
                        "visit.feedback-delivered.v1",
                        "visit.feedback-acknowledged.v1",
                        "visit.callback-attempted.v1",
                        "visit.callback-completed.v1",
                        "visit.visit-archived.v1");
        assertThat(stored("visits", visit)).doesNotContainKey("nextDue");
    }

    private static final String CALLBACK = """
            {"channels": ["PHONE"], "survey": {"cases": {"D1-04-R1": 1}, "discretionary": {}},
             "d2": {"problemList": true, "rectified": true}, "opinions": "希望多讲案例"}""";

    @Test
    @Requirement({"CLK-01", "AMB-01", "AMB-02"})
    void the_deadlines_explain_day_by_day_why_a_record_of_23_january_is_due_on_saturday_8_february() throws Exception {
        var plan = agreedPlan();
        clock.moveTo("2025-01-23");
        var visit = startedVisit(plan, "HAZARD_SCREENING");
        ok(professional, "/visits/" + visit + "/check-outs", "{\"checklistComplete\": true}");

        var answer = ask(company, "/visits/{id}/deadlines", visit)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[*].rule", contains("CLK-01", "CLK-05")))
                .andExpect(jsonPath("$[0].due").value("2025-02-08"))
                .andExpect(jsonPath("$[0].state").value("OPEN"))
                .andExpect(jsonPath("$[0].unit").value("WORKING_DAYS"))
                .andExpect(jsonPath("$[0].length").value(7))
                .andExpect(jsonPath("$[0].provisional").value(false))
                .andExpect(jsonPath("$[0].calendarVersion").isString())
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);

        assertThat(days(answer))
                .containsExactly(
                        "2025-01-23 THURSDAY START_DAY - null",
                        "2025-01-24 FRIDAY WORKING_DAY 1 null",
                        "2025-01-25 SATURDAY WEEKEND - null",
                        "2025-01-26 SUNDAY MAKE_UP_DAY 2 null",
                        "2025-01-27 MONDAY WORKING_DAY 3 null",
                        "2025-01-28 TUESDAY HOLIDAY - 春节",
                        "2025-01-29 WEDNESDAY HOLIDAY - 春节",
                        "2025-01-30 THURSDAY HOLIDAY - 春节",
                        "2025-01-31 FRIDAY HOLIDAY - 春节",
                        "2025-02-01 SATURDAY HOLIDAY - 春节",
                        "2025-02-02 SUNDAY HOLIDAY - 春节",
                        "2025-02-03 MONDAY HOLIDAY - 春节",
                        "2025-02-04 TUESDAY HOLIDAY - 春节",
                        "2025-02-05 WEDNESDAY WORKING_DAY 4 null",
                        "2025-02-06 THURSDAY WORKING_DAY 5 null",
                        "2025-02-07 FRIDAY WORKING_DAY 6 null",
                        "2025-02-08 SATURDAY MAKE_UP_DAY 7 null");
    }

    @Test
    @Requirement("CLK-01")
    void a_passed_due_day_is_noticed_once_and_the_record_after_it_is_late() throws Exception {
        var visit = startedVisit(agreedPlan(), "TRAINING");
        ok(professional, "/visits/" + visit + "/check-outs", "{\"checklistComplete\": false}");
        assertThat(stored("visits", visit)).containsEntry("nextDue", "2025-03-12");

        clock.moveTo("2025-03-12");
        watch.runNow();
        assertThat(types("visits", visit)).doesNotContain("visit.deadline-overdue.v1");
        clock.moveTo("2025-03-13");
        watch.runNow();
        watch.runNow();

        assertThat(types("visits", visit)).containsOnlyOnce("visit.deadline-overdue.v1");
        ask(staff, "/visits/{id}/deadlines", visit)
                .andExpect(jsonPath("$[0].state").value("MISSED"));
    }

    @Test
    void a_command_that_comes_again_answers_the_same_and_happens_once() throws Exception {
        var plan = agreedPlan();
        var key = UUID.randomUUID().toString();
        var body = visit(plan, "TRAINING", "2025-03-10", anna);
        var first = command(staff, key, "/visits", body)
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse();

        command(staff, key, "/visits", body)
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", first.getHeader("Location")))
                .andExpect(header().string("Idempotency-Replayed", "true"));
        command(staff, key, "/visits", visit(plan, "TRAINING", "2025-03-11", anna))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.type").value("urn:problem:idempotency-key-reused"));

        UUID visit = UUID.fromString(JsonPath.read(first.getContentAsString(), "$.id"));
        var reason = "{\"reasonCode\": \"FORCE_MAJEURE\"}";
        var cancelling = UUID.randomUUID().toString();
        command(manager, cancelling, "/visits/" + visit + "/cancellations", reason)
                .andExpect(header().doesNotExist("Idempotency-Replayed"));
        command(manager, cancelling, "/visits/" + visit + "/cancellations", reason)
                .andExpect(status().isOk())
                .andExpect(header().string("Idempotency-Replayed", "true"))
                .andExpect(jsonPath("$.status").value("CANCELLED"));
        assertThat(types("visits", visit)).hasSize(2);
    }

    @Test
    void a_refused_command_names_the_rule_in_the_callers_language_and_changes_nothing() throws Exception {
        var visit = plannedVisit(agreedPlan(), "TRAINING");
        var before = stored("visits", visit);
        var incomplete = """
                {"itemConfirmed": true, "measuresConfirmed": false, "timeConfirmed": true}""";

        command(company, "/visits/" + visit + "/confirmations", incomplete)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:problem:three-points-required"))
                .andExpect(jsonPath("$.detail").value(org.hamcrest.Matchers.containsString("三项")));
        as(
                        company,
                        keyed("k", "/visits/" + visit + "/confirmations", incomplete)
                                .header("Accept-Language", "en"))
                .andExpect(jsonPath("$.detail").value(org.hamcrest.Matchers.containsString("must all be confirmed")));

        assertThat(stored("visits", visit)).isEqualTo(before);
    }

    @Test
    void a_request_with_wrong_fields_says_which() throws Exception {
        var before = mongo.getCollection("visits").countDocuments();
        var wrong = """
                {"item": "TRAINING", "plannedOn": "2025-03-10", "place": " ", "participantIds": []}""";

        command(staff, "/visits", wrong)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("urn:problem:invalid-fields"))
                .andExpect(jsonPath("$.errors[*].field", hasItem("planId")))
                .andExpect(jsonPath("$.errors[*].field", hasItem("place")))
                .andExpect(jsonPath("$.errors[*].field", hasItem("participantIds")));
        command(staff, "/visits", "{\"item\": \"DANCING\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("item"));
        assertThat(mongo.getCollection("visits").countDocuments()).isEqualTo(before);
    }

    @Test
    void a_reason_is_a_code() throws Exception {
        var visit = plannedVisit(agreedPlan(), "TRAINING");

        command(manager, "/visits/" + visit + "/cancellations", "{\"reasonCode\": \"no money, says Li Wei\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("reasonCode"));
    }

    @Test
    @Requirement("CD-5.3.4.1b")
    void a_callback_names_the_channels_it_used() throws Exception {
        var visit = startedVisit(agreedPlan(), "TRAINING");

        for (var none : List.of("\"channels\": []", "\"channels\": null")) {
            command(staff, "/visits/" + visit + "/callbacks", CALLBACK.replace("\"channels\": [\"PHONE\"]", none))
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.errors[0].field").value("channels"));
        }
    }

    @Test
    @Requirement({"CD-5.3.2d", "CD-8c"})
    void what_belongs_to_others_does_not_exist() throws Exception {
        var plan = agreedPlan();
        var visit = startedVisit(plan, "TRAINING");
        var hazard = created(professional, "/visits/" + visit + "/hazards", HazardsOverHttpTest.GENERAL);
        var elsewhere = List.of(
                stranger,
                Callers.ofCompany("id.two", UUID.randomUUID()),
                Callers.professional("sp.two", UUID.randomUUID()),
                Callers.ofInstitution("si.two", UUID.randomUUID()),
                Callers.ofArea("ea.two", Role.EA, "510700"));

        for (var foreigner : elsewhere) {
            ask(foreigner, "/visits/{id}", visit).andExpect(status().isNotFound());
            ask(foreigner, "/visits/{id}/deadlines", visit).andExpect(status().isNotFound());
            ask(foreigner, "/hazards/{id}", hazard).andExpect(status().isNotFound());
            ask(foreigner, "/visits").andExpect(jsonPath("$.items", hasSize(0)));
            ask(foreigner, "/hazards").andExpect(jsonPath("$.items", hasSize(0)));
        }
        command(stranger, "/visits/" + visit + "/cancellations", "{\"reasonCode\": \"MINE\"}")
                .andExpect(status().isNotFound());
        command(stranger, "/visits", visit(plan, "TRAINING", "2025-03-10", anna))
                .andExpect(status().isNotFound());
        for (var own : List.of(manager, company, professional, Callers.ofArea("ea.one", Role.EA, "510100"))) {
            ask(own, "/visits/{id}", visit).andExpect(status().isOk());
            ask(own, "/hazards/{id}", hazard).andExpect(status().isOk());
        }
    }

    @Test
    void the_wrong_role_is_turned_away() throws Exception {
        var visit = plannedVisit(agreedPlan(), "TRAINING");

        command(company, "/visits/" + visit + "/cancellations", "{\"reasonCode\": \"MINE\"}")
                .andExpect(status().isForbidden());
        ask(Callers.administrator(), "/visits").andExpect(status().isForbidden());
    }

    @Test
    void a_list_comes_in_pages_and_is_narrowed_by_what_is_asked() throws Exception {
        var plan = agreedPlan();
        var ids = new HashSet<String>();
        for (int number = 0; number < 5; number++) {
            ids.add(plannedVisit(plan, "TRAINING").toString());
        }
        var started = startedVisit(plan, "TRAINING");

        var seen = new HashSet<String>();
        String after = null;
        do {
            var page = ask(staff, "/visits?status=PLANNED&limit=2" + (after == null ? "" : "&after=" + after))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            List<String> shown = JsonPath.read(page, "$.items[*].id");
            assertThat(shown).hasSizeLessThanOrEqualTo(2);
            seen.addAll(shown);
            after = JsonPath.read(page, "$.next");
        } while (after != null);

        assertThat(seen).isEqualTo(ids);
        ask(company, "/visits?status=IN_PROGRESS&companyId={company}&planId={plan}", companyId, plan)
                .andExpect(jsonPath("$.items[*].id", contains(started.toString())));
        ask(company, "/visits?planId={plan}", UUID.randomUUID()).andExpect(jsonPath("$.items", hasSize(0)));
    }

    @Test
    void the_company_sees_a_record_once_it_is_approved() throws Exception {
        var visit = startedVisit(agreedPlan(), "HAZARD_SCREENING");
        ok(professional, "/visits/" + visit + "/check-outs", "{\"checklistComplete\": true}");
        ok(professional, "/visits/" + visit + "/records", SCREENING_RECORD);

        ask(company, "/visits/{id}", visit).andExpect(jsonPath("$.record").isEmpty());
        ask(manager, "/visits/{id}", visit)
                .andExpect(jsonPath("$.record.summary").isString());
        ok(manager, "/visits/" + visit + "/reviews", "{\"decision\": \"APPROVED\"}");
        ask(company, "/visits/{id}", visit)
                .andExpect(jsonPath("$.record.summary").isString());
    }

    @Test
    void those_who_served_do_not_read_what_was_said_of_them_in_free_words() throws Exception {
        var visit = startedVisit(agreedPlan(), "HAZARD_SCREENING");
        var at = "/visits/" + visit;
        ok(professional, at + "/check-outs", "{\"checklistComplete\": true}");
        ok(professional, at + "/records", SCREENING_RECORD);
        ok(manager, at + "/reviews", "{\"decision\": \"APPROVED\"}");
        ok(manager, at + "/feedbacks", "{\"channel\": \"ON_SITE\", \"receipt\": \"签收单\"}");
        ok(company, at + "/callbacks", CALLBACK);

        ask(professional, at)
                .andExpect(jsonPath("$.callback.satisfaction.total").value("98.00"))
                .andExpect(jsonPath("$.callback.opinions").isEmpty());
        ask(manager, at).andExpect(jsonPath("$.callback.opinions").value("希望多讲案例"));
    }

    @Test
    @Requirement("CD-5.3.1c")
    void a_plan_is_revised_by_whoever_has_seen_its_newest_version() throws Exception {
        var plan = created(staff, "/plans", plan());
        var revised =
                plan().replace("\"policyId\": \"%s\", ".formatted(policyId), "").replace("零事故", "降低风险");
        var revision =
                put(API + "/plans/" + plan).contentType("application/json").content(revised);

        as(staff, revision.header("Idempotency-Key", "r1").header("If-Match", "\"1\""))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"2\""))
                .andExpect(jsonPath("$.expectedGoals").value("降低风险"));
        as(
                        staff,
                        put(API + "/plans/" + plan)
                                .contentType("application/json")
                                .content(revised)
                                .header("Idempotency-Key", "r2")
                                .header("If-Match", "\"1\""))
                .andExpect(status().is(412));
        ok(staff, "/plans/" + plan + "/dispatches", "");
        command(company, "/plans/" + plan + "/change-requests", "{\"comment\": \"增加演练\"}")
                .andExpect(jsonPath("$.status").value("DRAFT"));
    }

    @Test
    @Requirement("CD-5.3.1b")
    void a_policy_has_one_plan_and_needs_its_group_first() throws Exception {
        created(staff, "/plans", plan());
        command(staff, "/plans", plan())
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:problem:already-exists"));

        mongo.getCollection("groups").deleteOne(new Document("_id", policyId.toString()));
        command(staff, "/plans", plan())
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:problem:group-missing"));
    }

    @Test
    void an_insurer_draws_up_plans_for_its_own_policies_alone() throws Exception {
        command(stranger, "/plans", plan())
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:problem:policy-not-active"));
    }

    @Test
    void a_command_reads_its_document_once_and_writes_it_once() throws Exception {
        var visit = plannedVisit(agreedPlan(), "TRAINING");
        database.forget();
        ok(company, "/visits/" + visit + "/confirmations", CONFIRMED);
        assertThat(database.seen()).containsExactly("find visits", "update visits");

        database.forget();
        ok(professional, "/visits/" + visit + "/check-ins", present(anna, bo));
        assertThat(database.seen()).containsExactly("find professionals", "find visits", "update visits");

        database.forget();
        created(professional, "/visits/" + visit + "/hazards", HazardsOverHttpTest.GENERAL);
        assertThat(database.seen()).containsExactly("find visits", "insert hazards");
    }

    private List<String> types(String collection, UUID id) {
        return stored(collection, id).getList("outbox", Document.class).stream()
                .map(entry -> entry.getString("type"))
                .toList();
    }

    private static List<String> days(String answer) {
        List<java.util.Map<String, Object>> days = JsonPath.read(answer, "$[0].days");
        return days.stream()
                .map(day -> "%s %s %s %s %s"
                        .formatted(
                                day.get("day"),
                                day.get("weekday"),
                                day.get("reason"),
                                Boolean.TRUE.equals(day.get("counted")) ? day.get("number") : "-",
                                day.get("holiday")))
                .toList();
    }
}
