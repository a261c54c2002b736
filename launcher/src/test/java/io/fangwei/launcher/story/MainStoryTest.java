package io.fangwei.launcher.story;

import static io.fangwei.kernel.caller.Role.AD;
import static io.fangwei.kernel.caller.Role.AS;
import static io.fangwei.kernel.caller.Role.CP;
import static io.fangwei.kernel.caller.Role.EA;
import static io.fangwei.kernel.caller.Role.IC;
import static io.fangwei.kernel.caller.Role.ID;
import static io.fangwei.kernel.caller.Role.IM;
import static io.fangwei.kernel.caller.Role.IS;
import static io.fangwei.kernel.caller.Role.SI;
import static io.fangwei.kernel.caller.Role.SP;
import static io.fangwei.launcher.story.World.COMPLAINT;
import static io.fangwei.launcher.story.World.EVALUATION;
import static io.fangwei.launcher.story.World.POLICY;
import static io.fangwei.launcher.story.World.TEAM;
import static io.fangwei.launcher.story.World.VISIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fangwei.kernel.calendar.CalendarFile;
import io.fangwei.kernel.calendar.CalendarYear;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.tracing.Requirement;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** The main story of the architecture, one step after the other, through the gateway and by the demo users. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainStoryTest {

    private static final LocalDate SERVED = LocalDate.of(2025, 1, 23);
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);

    private static final Duration SOON = Duration.ofSeconds(30);

    private final TestPlatform platform = TestPlatform.get();
    private final Api api = platform.gateway();
    private final Parties parties = DemoParties.of(platform);
    private final World world = new World(api, parties);

    private UUID policy;
    private UUID plan;
    private UUID visit;
    private UUID hazard;
    private UUID overdueComplaint;

    MainStoryTest() {
        policy = plan = visit = hazard = overdueComplaint = new UUID(0, 0);
    }

    @BeforeAll
    void insurer_company_and_institution_are_known() {
        world.registerInsurer().created();
        world.registerInstitution().created();
        world.setRate(2025, "0.18").ok();
        assertThat(world.registerCompany().created().id()).isEqualTo(world.company());
    }

    @Test
    @Order(1)
    @Requirement("CD-5.1.1a")
    void a_policy_is_not_activated_before_the_company_was_told_its_rights() {
        policy = world.draftPolicy("AZ-2025-0001", FIRST, LAST).created().id();

        var refused = refusedAndNothingChanged(
                IM, POLICY + "/policies/" + policy, "disclosure-missing", () -> world.activate(policy));
        assertThat(refused.text("/detail")).containsPattern("\\p{IsHan}");
        assertThat(inEnglish(IM, POLICY + "/policies/" + policy + "/activations", "{}")
                        .refusedBy("disclosure-missing")
                        .text("/detail"))
                .doesNotContainPattern("\\p{IsHan}");
        world.disclose(policy).ok();

        assertThat(world.activate(policy).ok().text("/status")).isEqualTo("ACTIVE");
    }

    @Test
    @Order(2)
    @Requirement({"CD-5.1.4a", "CD-5.1.4d"})
    void the_premium_received_fills_the_pool_and_no_more_than_that_is_spent() {
        world.receivePremium(policy, "100000.00", platform.today()).ok();
        platform.settle();
        var pool = POLICY + "/budget-pools/" + world.pool(2025);
        assertThat(world.read(IM, pool).ok().text("/accrued")).isEqualTo("18000.00");

        var expense = open(world.draftExpense(2025, "1200.00", platform.today()).ok());
        assertThat(world.postExpense(2025, expense).ok().text("/spent")).isEqualTo("1200.00");
        var tooMuch =
                open(world.draftExpense(2025, "16800.01", platform.today()).ok());

        refusedAndNothingChanged(IM, pool, "budget-overdrawn", () -> world.postExpense(2025, tooMuch));
    }

    @Test
    @Order(3)
    @Requirement("CD-5.1.4e")
    void the_authority_of_the_area_reads_pool_and_ledger() {
        platform.settle();
        var pool = POLICY + "/budget-pools/" + world.pool(2025);

        assertThat(world.read(EA, pool).ok().text("/spent")).isEqualTo("1200.00");
        assertThat(world.read(EA, pool + "/entries?kind=EXPENSE").ok().items("/items"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.get("amount").asString()).isEqualTo("1200.00"));
    }

    @Test
    @Order(4)
    @Requirement("CD-5.2.5a")
    void who_is_certified_and_under_agreement_may_be_sent() {
        world.registerProfessionals().forEach(Answer::created);
        world.certifyAll();
        assertThat(eligible()).containsExactly(false, false, false);

        world.signAgreement(FIRST, LAST).created();

        assertThat(eligible()).containsExactly(true, true, true);
    }

    @Test
    @Order(5)
    void three_of_them_are_the_team_and_two_the_group_of_the_company() {
        world.formTeam(world.professionals()).created();
        platform.settle();

        var group = world.formGroup(policy, world.professionals().subList(0, 2)).created();

        assertThat(group.items("/memberIds")).hasSize(2);
        assertThat(world.read(IM, TEAM + "/groups/" + group.id()).ok().text("/companyId"))
                .isEqualTo(world.company().toString());
    }

    @Test
    @Order(6)
    void the_plan_is_agreed_when_both_sides_have_confirmed_it() {
        platform.settle();
        plan = world.draftPlan(policy).created().id();
        world.sendPlan(plan).ok();
        refusedAndNothingChanged(IS, VISIT + "/plans/" + plan, "plan-not-agreed", () -> world.planVisit(plan, SERVED));

        assertThat(world.confirmPlan(IS, plan).ok().text("/status")).isEqualTo("NEGOTIATING");
        assertThat(world.confirmPlan(ID, plan).ok().text("/status")).isEqualTo("AGREED");
    }

    @Test
    @Order(7)
    @Requirement("CD-5.3.2a")
    void a_visit_is_planned_and_confirmed_in_three_points() {
        visit = world.planVisit(plan, SERVED).created().id();
        var path = VISIT + "/visits/" + visit;
        refusedAndNothingChanged(
                ID,
                path,
                "three-points-required",
                () -> world.act(
                        ID,
                        path + "/confirmations",
                        "{'itemConfirmed': true, 'measuresConfirmed': false, 'timeConfirmed': true}"));

        var confirmed = world.confirmVisit(visit).ok();

        assertThat(confirmed.text("/status")).isEqualTo("CONFIRMED");
        assertThat(confirmed
                        .items("/participants")
                        .map(one -> one.get("eligibility").asString()))
                .containsExactly("ELIGIBLE", "ELIGIBLE");
    }

    @Test
    @Order(8)
    @Requirement("CD-5.3.2f")
    void a_hazard_found_on_site_is_notified_in_writing() {
        platform.moveTo(SERVED.toString());
        assertThat(world.checkIn(visit).ok().text("/status")).isEqualTo("IN_PROGRESS");
        hazard = world.findHazard(visit).created().id();

        var notified = world.onHazard(SP, hazard, "notices", "{'advice': '更换防脱装置', 'receipt': '签收单'}");

        assertThat(notified.ok().text("/status")).isEqualTo("NOTIFIED");
        assertThat(notified.text("/clocks/0/state")).isEqualTo("MET");
        assertThat(world.checkOut(visit).ok().text("/status")).isEqualTo("SERVICE_DONE");
    }

    @Test
    @Order(9)
    @Requirement({"CLK-01", "AMB-01", "AMB-02"})
    void the_deadlines_explain_day_by_day_why_the_record_is_due_on_saturday_8_february() {
        var record = clock("CLK-01");

        assertThat(record.get("due").asString()).isEqualTo("2025-02-08");
        assertThat(record.get("state").asString()).isEqualTo("OPEN");
        assertThat(record.get("provisional").asBoolean()).isFalse();
        assertThat(record.get("days").valueStream().map(MainStoryTest::inOneLine))
                .containsExactly(
                        "2025-01-23 THURSDAY START_DAY",
                        "2025-01-24 FRIDAY WORKING_DAY 1",
                        "2025-01-25 SATURDAY WEEKEND",
                        "2025-01-26 SUNDAY MAKE_UP_DAY 2",
                        "2025-01-27 MONDAY WORKING_DAY 3",
                        "2025-01-28 TUESDAY HOLIDAY 春节",
                        "2025-01-29 WEDNESDAY HOLIDAY 春节",
                        "2025-01-30 THURSDAY HOLIDAY 春节",
                        "2025-01-31 FRIDAY HOLIDAY 春节",
                        "2025-02-01 SATURDAY HOLIDAY 春节",
                        "2025-02-02 SUNDAY HOLIDAY 春节",
                        "2025-02-03 MONDAY HOLIDAY 春节",
                        "2025-02-04 TUESDAY HOLIDAY 春节",
                        "2025-02-05 WEDNESDAY WORKING_DAY 4",
                        "2025-02-06 THURSDAY WORKING_DAY 5",
                        "2025-02-07 FRIDAY WORKING_DAY 6",
                        "2025-02-08 SATURDAY MAKE_UP_DAY 7");
    }

    @Test
    @Order(10)
    @Requirement({"CD-5.3.3a", "CD-5.3.3b"})
    void the_record_of_the_last_day_is_in_time_returned_once_and_approved() {
        platform.moveTo("2025-02-08");

        assertThat(world.submitRecord(visit, SERVED).ok().text("/status")).isEqualTo("RECORD_SUBMITTED");
        assertThat(clock("CLK-01").get("state").asString()).isEqualTo("MET");
        assertThat(world.review(visit, "RETURNED").ok().text("/status")).isEqualTo("RECORD_RETURNED");
        world.submitRecord(visit, SERVED).ok();
        assertThat(world.review(visit, "APPROVED").ok().text("/status")).isEqualTo("RECORD_APPROVED");
    }

    @Test
    @Order(11)
    @Requirement({"CD-5.3.4.1a", "CD-5.3.4.2"})
    void feedback_callback_and_archive_follow_in_time() {
        assertThat(world.deliverFeedback(visit).ok().text("/status")).isEqualTo("FEEDBACK_DELIVERED");
        refusedAndNothingChanged(IS, VISIT + "/visits/" + visit, "wrong-stage", () -> world.archive(visit));
        assertThat(world.callBack(visit).ok().text("/callback/satisfaction/total"))
                .isEqualTo("98.00");

        var archived = world.archive(visit).ok();

        assertThat(archived.text("/status")).isEqualTo("ARCHIVED");
        assertThat(archived.text("/archive/hash")).hasSize(64);
        assertThat(archived.items("/clocks").map(one -> one.get("state").asString()))
                .containsOnly("MET");
    }

    @Test
    @Order(12)
    @Requirement("CD-C.3.3c")
    void the_hazard_is_treated_accepted_and_closed() {
        world.onHazard(ID, hazard, "measures", """
                {'measures': '更换防脱装置', 'rectifyBy': '2025-02-20', 'responsiblePerson': '周海涛', 'funding': '安全费用'}""").ok();
        world.onHazard(ID, hazard, "rectification-starts", "").ok();
        world.onHazard(ID, hazard, "rectifications", "{'treatment': '已更换并试吊合格'}")
                .ok();

        assertThat(world.onHazard(SP, hazard, "acceptances", "{'accepted': true}")
                        .ok()
                        .text("/status"))
                .isEqualTo("CLOSED");
    }

    @Test
    @Order(13)
    @Requirement({"CD-5.4.1.2", "CD-5.4.2.1c"})
    void a_complaint_is_registered_extended_replied_with_two_pairs_of_eyes_and_closed() {
        var officer = world.appointOfficer(DemoParties.OFFICER).created().id();
        var complaint = world.fileComplaint(policy).created().id();
        register(complaint, officer);
        world.onComplaint(IC, complaint, "extensions", "{'reasonCode': 'SITE_CHECK', 'notice': '需现场核实'}")
                .ok();
        refusedAndNothingChanged(
                IC,
                COMPLAINT + "/complaints/" + complaint,
                "reply-parts-missing",
                () -> world.onComplaint(
                        IC, complaint, "replies", "{'facts': '', 'measures': '已补送', 'upheld': 'UPHELD'}"));
        world.onComplaint(IC, complaint, "replies", World.REPLY).ok();

        assertThat(world.onComplaint(IM, complaint, "reply-approvals", "{}")
                        .ok()
                        .text("/status"))
                .isEqualTo("REPLIED");
        assertThat(world.onComplaint(ID, complaint, "acceptances", "").ok().text("/status"))
                .isEqualTo("CLOSED_SATISFIED");
    }

    @Test
    @Order(14)
    void a_command_that_comes_again_is_answered_again_and_happens_once() {
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        Supplier<Answer> filing =
                () -> api.post(parties.token(ID), COMPLAINT + "/complaints", """
                {'policyId': '%s', 'kind': 'COMPLAINT', 'channel': 'WEB', 'category': 'ATTITUDE', 'request': '无人接听。'}""".formatted(policy), key);

        var first = filing.get().created();
        var again = filing.get().created();

        assertThat(first.isReplayed()).isFalse();
        assertThat(again.isReplayed()).isTrue();
        assertThat(again.header("Location")).isPresent().isEqualTo(first.header("Location"));
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(world.read(ID, COMPLAINT + "/complaints").ok().items("/items"))
                .hasSize(2);
        overdueComplaint = first.id();
    }

    @Test
    @Order(15)
    @Requirement({"CLK-08", "CD-5.4.2.1a"})
    void a_complaint_without_a_reply_is_overdue_on_the_day_after_the_seventh_working_day() {
        var complaint = COMPLAINT + "/complaints/" + overdueComplaint;
        var due = LocalDate.parse(world.read(ID, complaint).ok().text("/replyDue"));
        assertThat(due).isEqualTo("2025-02-18");

        platform.moveTo(due.toString());
        assertThat(told(overdueComplaint)).doesNotContain("complaint.complaint-overdue.v1");
        platform.moveTo(due.plusDays(1).toString());

        assertThat(told(overdueComplaint)).containsOnlyOnce("complaint.complaint-overdue.v1");
    }

    @Test
    @Order(16)
    @Requirement({"CD-9.1.1a", "CD-E.3"})
    void the_score_of_the_insurer_names_the_one_late_case_and_the_event_that_proves_it() {
        var year = EVALUATION + "/insurers/%s/years/2025".formatted(world.insurer());
        var score = world.read(IM, year + "/score").ok();
        var findings = world.read(IM, year + "/findings").ok().items("/items").toList();

        assertThat(findings.stream().map(MainStoryTest::ruleAndStatus))
                .containsExactlyInAnyOrder("E-C3-R1 COUNTED", "E-A8-R1 WITHDRAWN");
        assertThat(findings).filteredOn(MainStoryTest::counts).singleElement().satisfies(finding -> {
            assertThat(finding.get("subjectId").asString()).isEqualTo(overdueComplaint.toString());
            assertThat(finding.get("due").asString()).isEqualTo("2025-02-18");
            assertThat(finding.at("/evidence/eventId").asString())
                    .isEqualTo(journalled(overdueComplaint, "complaint.complaint-overdue.v1"));
        });
        var indicators = score.items("/groups")
                .flatMap(group -> group.get("indicators").valueStream())
                .toList();
        assertThat(score.number("/of")).isEqualTo(30).isLessThanOrEqualTo(indicators.size());
        assertThat(score.number("/evaluated")).isBetween(9, 29);
        assertThat(evaluated(indicators))
                .contains("E-A8", "E-B3", "E-B5", "E-B9", "E-B11", "E-B12", "E-B14", "E-B15", "E-C3");
        assertThat(indicators.stream().filter(one -> !one.get("evaluated").asBoolean()))
                .allSatisfy(one -> assertThat(one.get("score").isNull()).isTrue());
        assertThat(new BigDecimal(score.text("/total")))
                .isEqualTo(new BigDecimal(score.text("/evaluatedMax")).subtract(pointsOfOneLateComplaint(indicators)));
    }

    @Test
    @Order(17)
    @Requirement({"CD-7.3", "CD-8c"})
    void government_city_platform_and_assessor_read_what_concerns_them() {
        var year = EVALUATION + "/insurers/%s/years/2025".formatted(world.insurer());

        for (var reader : new Role[] {EA, CP, AS}) {
            world.read(reader, year + "/score").ok();
        }
        world.read(EA, VISIT + "/visits/" + visit).ok();
        world.read(SI, VISIT + "/visits/" + visit).ok();
        world.read(AS, VISIT + "/visits/" + visit).expect(403);
    }

    @Test
    @Order(18)
    @Requirement("CD-4b")
    void the_journals_of_the_visit_and_its_hazard_are_whole() {
        for (var path : new String[] {"visit/" + visit, "hazard/" + hazard}) {
            var check =
                    world.read(IM, VISIT + "/journal/" + path + "/verification").ok();
            assertThat(check.body().toString()).contains("\"whole\":true");
        }
    }

    @Test
    @Order(19)
    @Requirement({"AMB-01", "CLK-08", "E-C3"})
    void another_holiday_that_is_published_withdraws_the_overdue_and_its_finding() {
        var year = POLICY + "/calendar-years/2025";
        world.act(AD, year + "/proposals", "{'noticeNo': '国办发明电〔2024〕12号更正', %s}".formatted(daysOf2025("2025-02-17")))
                .ok();
        assertThat(world.read(AD, year + "/affected-deadlines").ok().number("/withdrawn"))
                .isOne();
        world.act(AD, year + "/publications", "{}").ok();

        await().atMost(SOON).until(() -> told(overdueComplaint).anyMatch("complaint.deadline-recalculated.v1"::equals));
        platform.settle();

        assertThat(told(overdueComplaint)).containsOnlyOnce("complaint.deadline-recalculated.v1");
        assertThat(world.read(ID, COMPLAINT + "/complaints/" + overdueComplaint)
                        .ok()
                        .text("/replyDue"))
                .isEqualTo("2025-02-19");
        assertThat(world.read(IM, EVALUATION + "/insurers/%s/years/2025/findings".formatted(world.insurer()))
                        .ok()
                        .items("/items")
                        .map(MainStoryTest::ruleAndStatus))
                .containsExactlyInAnyOrder("E-C3-R1 WITHDRAWN", "E-A8-R1 WITHDRAWN");

        platform.moveTo("2025-02-20");
        assertThat(told(overdueComplaint).filter("complaint.complaint-overdue.v1"::equals))
                .hasSize(2);
    }

    /** The shipped year and one holiday more. */
    private static String daysOf2025(String another) {
        var shipped = CalendarFile.read().year(2025);
        var holidays = Stream.concat(
                        shipped.periods().stream(),
                        Stream.of(new CalendarYear.Period(LocalDate.parse(another), LocalDate.parse(another), "调休")))
                .map(period ->
                        "{'from': '%s', 'to': '%s', 'name': '%s'}".formatted(period.from(), period.to(), period.name()))
                .collect(Collectors.joining(", "));
        var worked =
                shipped.weekendWork().stream().sorted().map("'%s'"::formatted).collect(Collectors.joining(", "));
        return "'holidays': [%s], 'weekendWork': [%s]".formatted(holidays, worked);
    }

    private Answer refusedAndNothingChanged(Role reader, String path, String rule, Supplier<Answer> step) {
        var before = world.read(reader, path).ok();

        var refused = step.get().refusedBy(rule);

        var after = world.read(reader, path).ok();
        assertThat(after.body()).isEqualTo(before.body());
        assertThat(after.header("ETag")).isPresent().isEqualTo(before.header("ETag"));
        return refused;
    }

    private Answer inEnglish(Role role, String path, String body) {
        return api.post(
                parties.token(role),
                path,
                body,
                Map.of("Idempotency-Key", UUID.randomUUID().toString(), "Accept-Language", "en"));
    }

    private static UUID open(Answer pool) {
        return UUID.fromString(pool.text("/openExpenses/0/id"));
    }

    private Stream<Boolean> eligible() {
        var people = world.professionals().stream()
                .map(id -> "&professionalId=" + id)
                .reduce("", String::concat);
        return world.read(
                        IS,
                        TEAM
                                + "/eligibility?insurerId=%s&item=HAZARD_SCREENING&on=%s%s"
                                        .formatted(world.insurer(), SERVED, people))
                .ok()
                .items("")
                .map(answer -> answer.get("eligible").asBoolean());
    }

    private JsonNode clock(String rule) {
        return world.read(ID, VISIT + "/visits/" + visit + "/deadlines")
                .ok()
                .items("")
                .filter(clock -> clock.get("rule").asString().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static String inOneLine(JsonNode day) {
        var line = day.get("day").asString() + " " + day.get("weekday").asString() + " "
                + day.get("reason").asString();
        return line
                + (day.get("counted").asBoolean() ? " " + day.get("number").asInt() : "")
                + (day.hasNonNull("holiday") ? " " + day.get("holiday").asString() : "");
    }

    private void register(UUID complaint, UUID officer) {
        world.onComplaint(IC, complaint, "registrations", "{'officerId': '%s'}".formatted(officer))
                .ok();
    }

    private Stream<String> told(UUID complaint) {
        return journal(complaint).map(line -> line.get("type").asString());
    }

    private String journalled(UUID complaint, String type) {
        return journal(complaint)
                .filter(line -> line.get("type").asString().equals(type))
                .map(line -> line.get("eventId").asString())
                .findFirst()
                .orElseThrow();
    }

    private Stream<JsonNode> journal(UUID complaint) {
        return world.read(IM, COMPLAINT + "/journal/complaint/" + complaint)
                .ok()
                .items("");
    }

    private static String ruleAndStatus(JsonNode finding) {
        return finding.get("ruleId").asString() + " " + finding.get("status").asString();
    }

    private static boolean counts(JsonNode finding) {
        return finding.get("status").asString().equals("COUNTED");
    }

    private static Stream<String> evaluated(List<JsonNode> indicators) {
        return indicators.stream()
                .filter(one -> one.get("evaluated").asBoolean())
                .map(one -> one.get("code").asString());
    }

    private static BigDecimal pointsOfOneLateComplaint(List<JsonNode> indicators) {
        return indicators.stream()
                .flatMap(one -> one.get("rules").valueStream())
                .filter(rule -> rule.get("id").asString().equals("E-C3-R1"))
                .map(rule -> new BigDecimal(rule.get("points").asString()))
                .findFirst()
                .orElseThrow();
    }
}
