package io.fangwei.evaluation;

import static io.fangwei.evaluation.Story.clock;
import static io.fangwei.evaluation.Story.participant;
import static io.fangwei.evaluation.Story.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.tracing.Requirement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FindingCasesTest extends EvaluationTest {

    @ParameterizedTest
    @CsvSource({
        "visit.record-submitted.v1, CLK-01, E-B11-R1, COUNTED",
        "visit.record-approved.v1, CLK-02, E-B11-R1, CANDIDATE",
        "visit.feedback-delivered.v1, CLK-03, E-B12-R1, CANDIDATE",
        "visit.feedback-delivered.v1, CLK-04, E-B12-R1, COUNTED",
        "visit.feedback-delivered.v1, CLK-05, E-B12-R1, COUNTED",
        "visit.callback-completed.v1, CLK-06, E-B14-R1, COUNTED",
        "visit.deadline-overdue.v1, CLK-06, E-B14-R1, COUNTED"
    })
    @Requirement({"E-B11", "E-B12", "E-B14", "AMB-05"})
    void a_missed_clock_of_a_visit_is_a_case(String event, String clock, String rule, String status) {
        var visit = UUID.randomUUID();

        story.clock(event, visit, clock, "MISSED", "2025-01-13", "2025-01-15");

        eventually(() -> {
            var finding = onlyFinding(2025);
            assertThat(finding.get("id").asString()).isEqualTo(rule + ":" + visit);
            assertThat(finding.get("indicator").asString()).isEqualTo(rule.substring(0, rule.length() - 3));
            assertThat(finding.get("status").asString()).isEqualTo(status);
            assertThat(finding.get("mode").asString()).isEqualTo(status.equals("COUNTED") ? "AUTO" : "ASSISTED");
            assertThat(finding.get("clock").asString()).isEqualTo(clock);
            assertThat(finding.get("due").asString()).isEqualTo("2025-01-13");
            assertThat(finding.get("endedOn").asString()).isEqualTo("2025-01-15");
            assertThat(finding.get("subjectKind").asString()).isEqualTo("visit");
            assertThat(finding.get("subjectId").asString()).isEqualTo(visit.toString());
            assertThat(finding.get("companyId").asString()).isEqualTo(Story.COMPANY.toString());
            assertThat(finding.get("area").asString()).isEqualTo("510104");
            assertThat(finding.get("evidence").get("type").asString()).isEqualTo(event);
            assertThat(finding.get("evidence").get("sequence").asLong()).isEqualTo(1);
        });
    }

    @Test
    @Requirement("E-B15")
    void an_archive_may_be_late_and_incomplete_at_once() {
        var visit = UUID.randomUUID();

        story.visit(
                "visit.visit-archived.v1",
                visit,
                Map.of(
                        "complete", false,
                        "missingKinds", List.of("CONTRACT"),
                        "clocks", List.of(clock("CLK-07", "MISSED", "2025-01-20", "2025-02-05"))));

        eventually(() -> assertThat(ids(findings(2025, ""))).containsExactly("E-B15-R1:" + visit, "E-B15-R2:" + visit));
    }

    @Test
    void what_was_done_in_time_is_a_fact_and_no_case() {
        var visit = UUID.randomUUID();

        story.clock("visit.callback-completed.v1", visit, "CLK-06", "MET", "2025-01-13", "2025-01-13");

        eventually(
                () -> assertThat(rule(score(2025), "E-B14-R1").get("population").asInt())
                        .isOne());
        assertThat(rule2025("E-B14-R1").get("cases").asInt()).isZero();
    }

    @Test
    void a_clock_that_only_runs_is_not_yet_a_fact() {
        var visit = UUID.randomUUID();

        story.clock("visit.feedback-delivered.v1", visit, "CLK-06", "STARTED", "2025-01-13", "");
        story.clock("visit.callback-completed.v1", visit, "CLK-07", "STARTED", "2025-01-22", "");
        story.archived(visit, "MET", "2025-01-22", "2025-01-20");

        eventually(
                () -> assertThat(rule2025("E-B15-R1").get("population").asInt()).isOne());
        assertThat(rule2025("E-B14-R1").get("population").asInt()).isZero();
        assertThat(indicator(score2025(), "E-B14").get("evaluated").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"MET, 2025-01-13, CANDIDATE", "MISSED, 2025-01-14, COUNTED"})
    @Requirement("AMB-07")
    void a_company_that_could_not_be_reached_in_time_is_for_the_assessor_to_judge(
            String state, String endedOn, String status) {
        story.clock("visit.callback-unreachable.v1", UUID.randomUUID(), "CLK-06", state, "2025-01-13", endedOn);

        eventually(() -> assertThat(onlyFinding(2025).get("status").asString()).isEqualTo(status));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "complaint.complaint-extended.v1",
                "complaint.complaint-escalated.v1",
                "complaint.complaint-withdrawn.v1",
                "complaint.complaint-closed.v1",
                "complaint.complaint-overdue.v1"
            })
    @Requirement("E-C3")
    void a_breach_counts_by_whatever_event_it_becomes_known(String event) {
        var complaint = UUID.randomUUID();

        story.complaint(event, complaint, Map.of("clocks", List.of(clock("CLK-08", "MISSED", "2025-01-14", ""))));

        eventually(() -> assertThat(onlyFinding(2025).get("id").asString()).isEqualTo("E-C3-R1:" + complaint));
    }

    @Test
    void overdue_and_done_late_is_one_case_with_its_first_proof_and_the_day_it_ended() {
        var visit = UUID.randomUUID();

        story.clock("visit.deadline-overdue.v1", visit, "CLK-01", "MISSED", "2025-01-13", "");
        eventually(() -> assertThat(onlyFinding(2025).get("endedOn").isNull()).isTrue());
        story.clock("visit.record-submitted.v1", visit, "CLK-01", "MISSED", "2025-01-13", "2025-01-17");

        eventually(() -> assertThat(onlyFinding(2025).get("endedOn").asString()).isEqualTo("2025-01-17"));
        assertThat(found2025().get("evidence").get("type").asString()).isEqualTo("visit.deadline-overdue.v1");
        assertThat(found2025().get("evidence").get("sequence").asLong()).isOne();
        assertThat(rule2025("E-B11-R1").get("cases").asInt()).isOne();
        assertThat(rule2025("E-B11-R1").get("population").asInt()).isOne();
    }

    @Test
    @Requirement({"AMB-25", "AMB-72"})
    void a_visit_counts_once_and_the_missed_record_goes_before_the_missed_review() {
        var visit = UUID.randomUUID();
        story.clock("visit.record-returned.v1", visit, "CLK-02", "MISSED", "2026-01-05", "2026-01-06");
        eventually(() -> assertThat(onlyFinding(2026).get("status").asString()).isEqualTo("CANDIDATE"));

        story.clock("visit.record-submitted.v1", visit, "CLK-01", "MISSED", "2025-12-31", "2026-01-08");

        eventually(() -> assertThat(onlyFinding(2025).get("status").asString()).isEqualTo("COUNTED"));
        assertThat(found2025().get("evidence").get("type").asString()).isEqualTo("visit.record-submitted.v1");
        assertThat(found2025().get("clock").asString()).isEqualTo("CLK-01");
        assertThat(found2025().get("endedOn").asString()).isEqualTo("2026-01-08");
        eventually(() -> assertThat(findings(2026, "")).isEmpty());
    }

    @Test
    @Requirement("AMB-72")
    void a_case_belongs_to_the_year_in_which_it_was_due() {
        var visit = UUID.randomUUID();

        story.visit(
                "visit.record-submitted.v1",
                visit,
                Map.of("on", "2026-01-08", "clocks", List.of(clock("CLK-01", "MISSED", "2025-12-31", "2026-01-08"))));

        eventually(() -> assertThat(onlyFinding(2025).get("year").asInt()).isEqualTo(2025));
        eventually(() -> assertThat(findings(2026, "")).isEmpty());
    }

    @Test
    @Requirement("E-B3")
    void a_visit_that_starts_unconfirmed_is_a_case_of_the_year_of_its_start() {
        var unconfirmed = UUID.randomUUID();

        story.visit("visit.visit-started.v1", UUID.randomUUID(), started("2024-12-30", false));
        story.visit("visit.visit-started.v1", unconfirmed, started("2024-12-30", true));

        eventually(
                () -> assertThat(rule(score(2024), "E-B3-R1").get("population").asInt())
                        .isEqualTo(2));
        eventually(() -> assertThat(onlyFinding(2024).get("id").asString()).isEqualTo("E-B3-R1:" + unconfirmed));
    }

    @Test
    @Requirement({"E-B5", "AMB-76"})
    void a_person_without_the_conditions_counts_once_a_year_and_institution_staff_is_only_proposed() {
        var own = UUID.randomUUID();
        var theirs = UUID.randomUUID();
        var fit = UUID.randomUUID();
        var unknown = UUID.randomUUID();
        var people = List.of(
                participant(own, "OWN", false),
                participant(theirs, "INSTITUTION", false),
                participant(unknown, "UNKNOWN", false),
                participant(fit, "EXTERNAL", true));

        story.visit(
                "visit.visit-started.v1",
                UUID.randomUUID(),
                with(started("2025-02-03", false), "participants", people));
        story.visit(
                "visit.visit-started.v1",
                UUID.randomUUID(),
                with(started("2025-02-04", false), "participants", people));
        story.visit(
                "visit.visit-started.v1",
                UUID.randomUUID(),
                with(started("2024-02-05", false), "participants", people));

        eventually(
                () -> assertThat(rule2025("E-B3-R1").get("population").asInt()).isEqualTo(2));
        eventually(() -> {
            assertThat(rule(score(2024), "E-B5-R1").get("population").asInt()).isEqualTo(4);
            var rule = rule(score(2025), "E-B5-R1");
            assertThat(rule.get("cases").asInt()).isOne();
            assertThat(rule.get("candidates").asInt()).isEqualTo(2);
            assertThat(rule.get("population").asInt()).isEqualTo(4);
        });
    }

    @ParameterizedTest
    @CsvSource({"visit.hazard-notified.v1, CLK-10", "visit.hazard-overdue.v1, CLK-11"})
    @Requirement("E-B9")
    void a_hazard_that_is_told_late_or_not_at_all_is_a_case(String event, String clock) {
        var hazard = UUID.randomUUID();

        story.hazard(event, hazard, clock(clock, "MISSED", "2025-01-13", ""));

        eventually(() -> {
            assertThat(onlyFinding(2025).get("id").asString()).isEqualTo("E-B9-R1:" + hazard);
            assertThat(onlyFinding(2025).get("subjectKind").asString()).isEqualTo("hazard");
        });
    }

    @Test
    @Requirement("E-C3")
    void a_complaint_that_is_neither_answered_nor_extended_in_time_is_one_case_however_many_clocks_it_misses() {
        var complaint = UUID.randomUUID();

        story.complaint(
                "complaint.complaint-overdue.v1",
                complaint,
                Map.of(
                        "clocks",
                        List.of(
                                clock("CLK-09", "MISSED", "2025-02-21", ""),
                                clock("CLK-08", "MISSED", "2025-01-14", ""))));
        story.complaint(
                "complaint.complaint-replied.v1",
                complaint,
                Map.of(
                        "upheld", "UPHELD",
                        "category", "OTHER",
                        "clocks", List.of(clock("CLK-09", "MISSED", "2025-02-21", "2025-02-25"))));

        eventually(() -> assertThat(onlyFinding(2025).get("endedOn").asString()).isEqualTo("2025-02-25"));
        assertThat(found2025().get("clock").asString()).isEqualTo("CLK-08");
        assertThat(rule2025("E-C3-R1").get("cases").asInt()).isOne();
        assertThat(rule2025("E-C3-R1").get("population").asInt()).isOne();
    }

    @Test
    @Requirement("E-B8")
    void a_complaint_about_disturbed_work_counts_unless_it_is_rejected() {
        story.served("2025-02-03");
        for (var upheld : List.of("UPHELD", "PARTLY", "REJECTED")) {
            story.complaint(
                    "complaint.complaint-replied.v1", UUID.randomUUID(), replied(upheld, "OPERATION_DISTURBED"));
        }
        story.complaint("complaint.complaint-replied.v1", UUID.randomUUID(), replied("UPHELD", "EXTRA_CHARGE"));

        eventually(() -> assertThat(rule2025("E-B8-R1").get("cases").asInt()).isEqualTo(2));
        eventually(
                () -> assertThat(rule2025("E-C3-R1").get("population").asInt()).isEqualTo(4));
        assertThat(rule2025("E-B8-R1").get("cases").asInt()).isEqualTo(2);
    }

    @Test
    @Requirement("E-A7")
    void a_visit_cancelled_for_want_of_funds_is_proposed() {
        var unpaid = UUID.randomUUID();
        story.visit("visit.visit-cancelled.v1", UUID.randomUUID(), Map.of("on", "2025-01-02", "reason", "WEATHER"));
        story.visit("visit.visit-cancelled.v1", unpaid, Map.of("on", "2025-01-02", "reason", "FUNDS_SHORT"));

        eventually(() -> assertThat(onlyFinding(2025).get("id").asString()).isEqualTo("E-A7-R1:" + unpaid));
        assertThat(found2025().get("status").asString()).isEqualTo("CANDIDATE");
    }

    @Test
    @Requirement("E-B1")
    void a_policy_without_service_terms_is_a_case() {
        var bare = UUID.randomUUID();
        for (var policy : List.of(UUID.randomUUID(), bare)) {
            story.tell(
                    "policy.policy-activated.v1",
                    policy,
                    Map.of("policyId", policy, "on", "2025-01-02", "missingServiceTerms", policy.equals(bare)));
        }

        eventually(() -> assertThat(onlyFinding(2025).get("id").asString()).isEqualTo("E-B1-R1:" + bare));
        eventually(
                () -> assertThat(rule2025("E-B1-R1").get("population").asInt()).isEqualTo(2));
    }

    @Test
    @Requirement({"E-B1", "CD-5.1.1b"})
    void a_policy_that_loses_its_service_terms_by_an_endorsement_is_a_case_of_the_year_it_takes_effect() {
        var policy = UUID.randomUUID();
        story.tell(
                "policy.policy-activated.v1",
                policy,
                Map.of("policyId", policy, "on", "2024-12-02", "missingServiceTerms", false));
        story.tell(
                "policy.policy-endorsed.v1",
                policy,
                Map.of("policyId", policy, "effectiveOn", "2026-01-05", "missingServiceTerms", true));

        eventually(() -> assertThat(onlyFinding(2026).get("id").asString()).isEqualTo("E-B1-R1:" + policy));
        assertThat(unchecked(() -> findings(2025, ""))).isEmpty();
    }

    @Test
    @Requirement({"E-B10", "CLK-19", "AMB-72", "CD-5.1.2a"})
    void services_that_were_not_done_when_a_policy_ended_are_proposed_until_they_are_heard_of() {
        var policy = UUID.randomUUID();
        var ended = Map.of("policyId", policy, "on", "2026-01-01", "due", "2025-12-31");
        story.tell("policy.terms-unfulfilled.v1", policy, ended);

        eventually(() -> assertThat(onlyFinding(2025).get("status").asString()).isEqualTo("CANDIDATE"));
        assertThat(found2025().get("id").asString()).isEqualTo("E-B10-R1:" + policy + ":CLK-19");
        assertThat(found2025().get("subjectKind").asString()).isEqualTo("policy");
        assertThat(found2025().get("evidence").get("type").asString()).isEqualTo("policy.terms-unfulfilled.v1");
        assertThat(rule2025("E-B10-R1").get("candidates").asInt()).isOne();

        story.tell("policy.terms-fulfilled.v1", policy, ended);

        eventually(() -> assertThat(onlyFinding(2025).get("status").asString()).isEqualTo("WITHDRAWN"));
        assertThat(rule2025("E-B10-R1").get("population").asInt()).isOne();
    }

    @Test
    @Requirement({"E-B10", "CLK-16", "CLK-17"})
    void each_year_without_its_service_and_training_that_did_not_reach_everybody_are_cases_of_their_own() {
        var policy = UUID.randomUUID();
        policyClock("policy.yearly-service-missed.v1", policy, clock("CLK-16", "MISSED", "2024-12-31", ""));
        policyClock("policy.yearly-service-missed.v1", policy, yearOf2025("MISSED", ""));
        policyClock("policy.training-coverage-missed.v1", policy, clock("CLK-17", "MISSED", "2025-12-31", ""));

        var training = "E-B10-R1:" + policy + ":CLK-17:2025-01-02";
        var year = "E-B10-R1:" + policy + ":CLK-16:2025-01-01";
        eventually(() -> assertThat(ids(findings(2025, ""))).containsExactlyInAnyOrder(training, year));
        assertThat(unchecked(() -> ids(findings(2024, "")))).hasSize(1);
        assertThat(rule2025("E-B10-R1").get("candidates").asInt()).isEqualTo(2);
        assertThat(rule2025("E-B10-R1").get("cases").asInt()).isZero();

        policyClock("policy.learning-recorded.v1", policy, clock("CLK-17", "MET", "2025-12-31", "2025-12-30"));
        policyClock("policy.entitlement-counted.v1", policy, yearOf2025("MET", "2025-12-30"));
        eventually(
                () -> assertThat(rule2025("E-B10-R1").get("candidates").asInt()).isZero());

        policyClock("policy.learning-recorded.v1", policy, clock("CLK-17", "MISSED", "2025-12-31", ""));
        eventually(
                () -> assertThat(rule2025("E-B10-R1").get("candidates").asInt()).isOne());
    }

    @Test
    @Requirement({"E-A7", "CD-5.1.4f", "AMB-19"})
    void too_little_set_aside_is_proposed_for_a_person_to_say_what_it_cost() {
        var pool = UUID.randomUUID();
        var policy = UUID.randomUUID();
        for (int told = 0; told < 2; told++) {
            story.pool(
                    "policy.accrual-insufficient.v1",
                    pool,
                    2025,
                    Map.of("policyId", policy, "why", "BELOW_FLOOR", "missing", "2000.00"));
        }

        eventually(() -> assertThat(onlyFinding(2025).get("id").asString())
                .isEqualTo("E-A7-R1:%s:%s:BELOW_FLOOR".formatted(pool, policy)));
        assertThat(found2025().get("status").asString()).isEqualTo("CANDIDATE");
        assertThat(rule2025("E-A7-R1").get("candidates").asInt()).isOne();
        assertThat(rule2025("E-A7-R1").get("cases").asInt()).isZero();
    }

    private void policyClock(String type, UUID policy, Map<String, Object> clock) {
        story.tell(type, policy, Map.of("policyId", policy, "clocks", List.of(clock)));
    }

    private static Map<String, Object> yearOf2025(String state, String endedOn) {
        return with(clock("CLK-16", state, "2025-12-31", endedOn), "start", "2025-01-01");
    }

    @Test
    @Requirement("E-A8")
    void money_accrued_without_any_entry_is_a_case_until_the_first_entry_is_posted() {
        var pool = UUID.randomUUID();
        story.pool("policy.budget-accrued.v1", pool, 2025, Map.of("accrued", "200.00", "spent", "0.00"));
        eventually(() -> assertThat(onlyFinding(2025).get("status").asString()).isEqualTo("COUNTED"));
        assertThat(indicator(score2025(), "E-A8").get("score").asString()).isEqualTo("0.00");

        story.pool("policy.ledger-entry-posted.v1", pool, 2025, entry(1, "V-1", "VISIT", UUID.randomUUID()));
        story.pool("policy.budget-accrued.v1", pool, 2025, Map.of("accrued", "400.00", "spent", "10.00"));

        eventually(() -> assertThat(onlyFinding(2025).get("status").asString()).isEqualTo("WITHDRAWN"));
        assertThat(indicator(score2025(), "E-A8").get("score").asString()).isEqualTo("2.00");
        assertThat(rule2025("E-A8-R1").get("cases").asInt()).isZero();
    }

    @Test
    @Requirement("E-A8")
    void an_irregular_entry_is_proposed_and_takes_no_points_by_itself() {
        var pool = UUID.randomUUID();
        story.pool("policy.budget-accrued.v1", pool, 2025, Map.of("accrued", "200.00", "spent", "0.00"));

        story.pool("policy.ledger-entry-posted.v1", pool, 2025, entry(1, "", "GENERAL", null));
        story.pool("policy.ledger-entry-posted.v1", pool, 2025, entry(2, "V-2", "VISIT", null));
        story.pool("policy.ledger-entry-posted.v1", pool, 2025, entry(3, "V-3", "GENERAL", null));
        story.pool("policy.ledger-entry-posted.v1", pool, 2025, entry(4, "V-4", "PLAN", null));

        eventually(
                () -> assertThat(rule2025("E-A8-R2").get("population").asInt()).isEqualTo(4));
        eventually(() -> assertThat(ids(findings(2025, "?ruleId=E-A8-R2")))
                .containsExactly("E-A8-R2:" + pool + ":1", "E-A8-R2:" + pool + ":2", "E-A8-R2:" + pool + ":4"));
        assertThat(rule2025("E-A8-R2").get("candidates").asInt()).isEqualTo(3);
        assertThat(indicator(score2025(), "E-A8").get("score").asString()).isEqualTo("2.00");
    }

    @Test
    @Requirement("AMB-22")
    void a_team_of_fewer_than_three_is_proposed_and_its_indicator_stays_with_the_assessor() {
        var team = UUID.randomUUID();

        story.tell("team.team-formed.v1", team, Map.of("teamId", team, "on", "2025-01-02", "belowThree", true));

        eventually(() -> assertThat(onlyFinding(2025).get("status").asString()).isEqualTo("CANDIDATE"));
        assertThat(indicator(score2025(), "E-A6").get("evaluated").asBoolean()).isFalse();
        assertThat(indicator(score2025(), "E-A6").get("score").isNull()).isTrue();
    }

    private static Map<String, Object> started(String on, boolean unconfirmed) {
        return Map.of(
                "on", on, "startedWithoutConfirmation", unconfirmed, "belowTwo", false, "participants", List.of());
    }

    private static Map<String, Object> replied(String upheld, String category) {
        return Map.of(
                "upheld",
                upheld,
                "category",
                category,
                "on",
                "2025-01-14",
                "clocks",
                List.of(clock("CLK-08", "MET", "2025-01-14", "2025-01-14")));
    }

    private static Map<String, Object> entry(int number, String voucher, String purpose, UUID visit) {
        var entry = Map.<String, Object>of(
                "entryNo", number, "category", "TRAVEL", "voucherNo", voucher, "purpose", purpose, "amount", "10.00");
        return visit == null ? entry : with(entry, "visitId", visit);
    }

    private JsonNode score2025() {
        return unchecked(() -> score(2025));
    }

    private JsonNode rule2025(String id) {
        return rule(score2025(), id);
    }

    private JsonNode found2025() {
        return unchecked(() -> onlyFinding(2025));
    }

    private static List<String> ids(JsonNode findings) {
        return findings.valueStream()
                .map(finding -> finding.get("id").asString())
                .toList();
    }
}
