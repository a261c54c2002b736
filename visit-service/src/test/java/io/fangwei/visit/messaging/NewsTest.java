package io.fangwei.visit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.testing.Contracts;
import io.fangwei.kernel.testing.ServiceTest;
import io.fangwei.kernel.testing.Told;
import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.visit.OverHttp;
import io.fangwei.visit.TeamStub.Mood;
import io.fangwei.visit.items.ServiceItem;
import io.fangwei.visit.policies.InsuredPolicies;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

@ServiceTest({"spring.config.name=visit-service", "fangwei.test.kafka=true"})
class NewsTest extends OverHttp {

    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final Told TOLD = new Told();
    private static final String ACTIVATED = "policy.policy-activated.v1";
    private static final String ENDORSED = "policy.policy-endorsed.v1";
    private static final String MOVED = "policy.policy-moved.v1";
    private static final String CANCELLED = "policy.policy-cancelled.v1";

    @Autowired
    InsuredPolicies insured;

    private final UUID groupId = UUID.randomUUID();

    @AfterAll
    static void close() {
        TOLD.close();
    }

    @Test
    @Requirement("CD-5.3.1b")
    void a_policy_in_force_and_its_group_are_remembered_and_a_plan_ends_with_the_policy() throws Exception {
        tellPolicyAndGroup();
        var plan = agreedPlan();

        TOLD.event(CANCELLED, policyId, 5, news(CANCELLED));
        TOLD.event(ACTIVATED, policyId, 4, news(ACTIVATED));
        TOLD.event(CANCELLED, policyId, 5, news(CANCELLED));
        awaitStatus("/plans/" + plan, staff, "TERMINATED");

        assertThat(stored("policies", policyId))
                .containsEntry("status", "CANCELLED")
                .containsEntry("from", "2025-01-01")
                .containsEntry("items", List.of("HAZARD_SCREENING"));
        command(staff, "/visits", visit(plan, "TRAINING", "2025-03-10", anna)).andExpect(status().isConflict());
    }

    @Test
    void a_repeated_or_late_event_changes_nothing_and_an_unknown_one_is_ignored() {
        TOLD.event(ACTIVATED, policyId, 3, news(ACTIVATED));
        TOLD.event("policy.policy-expired.v1", policyId, 6, news("policy.policy-expired.v1"));
        TOLD.event(ACTIVATED, policyId, 3, news(ACTIVATED));
        TOLD.event(ACTIVATED, policyId, 5, news(ACTIVATED));
        TOLD.event("policy.policy-painted.v1", policyId, 7, news(ACTIVATED));
        awaitAllOf(policyId);

        assertThat(stored("policies", policyId)).containsEntry("status", "EXPIRED");
        assertThat(parked("fangwei.policy:" + policyId)).isEmpty();
    }

    @Test
    @Requirement("CD-5.1.2a")
    void an_endorsement_holds_from_its_day_on_for_what_is_planned() throws Exception {
        tellPolicyAndGroup();
        var plan = agreedPlan();
        command(staff, "/visits", visit(plan, "TRAINING", "2026-01-15", anna)).andExpect(status().isConflict());

        TOLD.event(ENDORSED, policyId, 4, news(ENDORSED).put("area", "510104"));
        await().atMost(BOUND)
                .untilAsserted(() -> command(staff, "/visits", visit(plan, "TRAINING", "2026-01-15", anna))
                        .andExpect(status().isCreated()));

        assertThat(insured.find(policyId, LocalDate.parse("2025-05-31"))).hasValueSatisfying(before -> {
            assertThat(before.area()).isEqualTo("510105");
            assertThat(before.term().to()).isEqualTo("2025-12-31");
            assertThat(before.items()).containsExactly(ServiceItem.HAZARD_SCREENING);
        });
        assertThat(insured.find(policyId, LocalDate.parse("2025-06-01"))).hasValueSatisfying(after -> {
            assertThat(after.area()).isEqualTo("510104");
            assertThat(after.term().to()).isEqualTo("2026-02-28");
            assertThat(after.items()).containsExactlyInAnyOrder(ServiceItem.HAZARD_SCREENING, ServiceItem.TRAINING);
        });
    }

    @Test
    @Requirement("CD-3.4")
    void the_work_of_a_duplicate_that_is_not_finished_goes_on_for_the_company_that_stays() throws Exception {
        tellPolicyAndGroup();
        var plan = agreedPlan();
        var visit = plannedVisit(plan, "TRAINING");
        var surviving = UUID.randomUUID();
        var owner = Callers.ofCompany("id.surviving", surviving);
        ask(owner, "/plans/" + plan).andExpect(status().isNotFound());

        TOLD.event(
                MOVED,
                policyId,
                4,
                news(MOVED).put("fromCompanyId", companyId.toString()).put("companyId", surviving.toString()));

        await().atMost(BOUND).untilAsserted(() -> ask(owner, "/visits/" + visit).andExpect(status().isOk()));
        ask(owner, "/plans/" + plan).andExpect(status().isOk());
        ask(company, "/visits/" + visit).andExpect(status().isNotFound());
        assertThat(insured.find(policyId, LocalDate.parse("2025-03-03")))
                .hasValueSatisfying(policy -> assertThat(policy.companyId()).isEqualTo(surviving));
    }

    @Test
    void a_broken_event_is_parked_with_those_that_follow_it() {
        var broken = news(ACTIVATED);
        broken.remove("from");
        TOLD.event(ACTIVATED, policyId, 3, broken);
        TOLD.event(CANCELLED, policyId, 4, news(CANCELLED));

        await().atMost(BOUND)
                .untilAsserted(
                        () -> assertThat(parked("fangwei.policy:" + policyId)).hasSize(2));
        assertThat(stored("policies", policyId)).isNull();
    }

    @Test
    void a_group_is_remembered_as_it_grows() {
        TOLD.event("team.group-formed.v1", groupId, 1, group(anna));
        TOLD.event("team.group-member-added.v1", groupId, 2, group(anna, bo));
        TOLD.event("team.group-formed.v1", groupId, 1, group(anna));

        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(stored("groups", policyId))
                        .isNotNull()
                        .containsEntry("memberIds", List.of(anna, bo)));
    }

    @Test
    void a_professional_is_remembered_with_the_last_day_of_the_qualification() {
        TOLD.event("team.professional-registered.v1", anna, 1, professional("team.professional-registered.v1"));
        TOLD.event("team.certificate-recorded.v1", anna, 2, professional("team.certificate-recorded.v1"));

        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(stored("professionals", anna))
                        .isNotNull()
                        .containsEntry("source", "INSTITUTION")
                        .containsKey("institutionId")
                        .containsEntry("qualifiedUntil", "2025-12-31"));
    }

    @Test
    void the_first_visit_that_starts_puts_the_plan_into_execution() throws Exception {
        tellPolicyAndGroup();
        var plan = agreedPlan();

        startedVisit(plan, "TRAINING");

        awaitStatus("/plans/" + plan, company, "IN_EXECUTION");
    }

    @Test
    @Requirement("CD-5.2.4d")
    void the_late_answer_of_team_service_resolves_who_was_unchecked() throws Exception {
        tellPolicyAndGroup();
        var plan = agreedPlan();
        TEAM.be(Mood.FAILS);
        var visit = plannedVisit(plan, "TRAINING");

        var answer = Contracts.data("team.assignment-checked.v1").deepCopy();
        var answers = answer.path("answers");
        ((ObjectNode) answers.path(0)).put("professionalId", anna.toString());
        ((ObjectNode) answers.path(1)).put("professionalId", bo.toString());
        ((ObjectNode) answer).put("visitId", visit.toString());
        TOLD.event("team.assignment-checked.v1", UUID.randomUUID(), 1, answer);

        await().atMost(BOUND)
                .untilAsserted(
                        () -> assertThat(eligibilities(visit)).containsExactlyInAnyOrder("ELIGIBLE", "NOT_ELIGIBLE"));
    }

    private void tellPolicyAndGroup() {
        TOLD.event(ACTIVATED, policyId, 3, news(ACTIVATED));
        TOLD.event("team.group-formed.v1", groupId, 1, group(anna, bo));
        await().atMost(BOUND).until(() -> stored("policies", policyId) != null && stored("groups", policyId) != null);
    }

    private ObjectNode news(String type) {
        return ((ObjectNode) Contracts.data(type).deepCopy())
                .put("policyId", policyId.toString())
                .put("insurerId", insurerId.toString())
                .put("companyId", companyId.toString());
    }

    private ObjectNode group(UUID... members) {
        var group = ((ObjectNode) Contracts.data("team.group-formed.v1").deepCopy())
                .put("groupId", groupId.toString())
                .put("policyId", policyId.toString());
        var ids = group.putArray("memberIds");
        List.of(members).forEach(member -> ids.add(member.toString()));
        return group;
    }

    private ObjectNode professional(String type) {
        return ((ObjectNode) Contracts.data(type).deepCopy()).put("professionalId", anna.toString());
    }

    /** The row remembers the sequence of the last event of its policy that it has taken in. */
    private void awaitAllOf(UUID policy) {
        await().atMost(BOUND)
                .untilAsserted(
                        () -> assertThat(stored("policies", policy)).isNotNull().containsEntry("status", "EXPIRED"));
        var after = UUID.randomUUID();
        for (int number = 0; number < 24; number++) {
            var end = news(ACTIVATED).put("policyId", after.toString());
            TOLD.event(ACTIVATED, UUID.nameUUIDFromBytes(new byte[] {(byte) number}), 1_000L + number, end);
        }
        await().atMost(BOUND).until(() -> seenAll(after));
    }

    private boolean seenAll(UUID policy) {
        var row = stored("policies", policy);
        return row != null && row.get("seq", Document.class).size() == 24;
    }

    private List<Document> parked(String key) {
        return mongo.getCollection("parked").find(new Document("key", key)).into(new java.util.ArrayList<>());
    }

    private void awaitStatus(String path, Caller caller, String wanted) {
        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(JsonPath.<String>read(
                                ask(caller, path).andReturn().getResponse().getContentAsString(), "$.status"))
                        .isEqualTo(wanted));
    }

    private List<String> eligibilities(UUID visit) throws Exception {
        return JsonPath.read(
                ask(staff, "/visits/" + visit).andReturn().getResponse().getContentAsString(),
                "$.participants[*].eligibility");
    }
}
