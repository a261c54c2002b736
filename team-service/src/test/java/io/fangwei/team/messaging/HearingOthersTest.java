package io.fangwei.team.messaging;

import static io.fangwei.kernel.testing.Callers.act;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.store.Ids;
import io.fangwei.kernel.testing.Contracts;
import io.fangwei.kernel.testing.ServiceTest;
import io.fangwei.kernel.testing.TestBroker;
import io.fangwei.kernel.testing.Told;
import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.team.policies.InsuredPolicies;
import io.fangwei.team.policies.InsuredPolicy;
import io.fangwei.team.teams.Groups;
import io.fangwei.team.teams.ServiceGroup;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.node.ObjectNode;

@ServiceTest({"spring.config.name=team-service", "fangwei.test.kafka=true"})
class HearingOthersTest {

    static final String ACTIVATED = "policy.policy-activated.v1";
    static final String ENDORSED = "policy.policy-endorsed.v1";
    static final String MOVED = "policy.policy-moved.v1";
    static final String CANCELLED = "policy.policy-cancelled.v1";
    static final String PLANNED = "visit.visit-planned.v1";
    static final LocalDate DAY = LocalDate.of(2025, 3, 3);
    static final Duration BOUND = Duration.ofSeconds(40);
    static final Caller SYSTEM = Caller.system("test");
    static final Told TOLD = new Told();

    @Autowired
    InsuredPolicies policies;

    @Autowired
    Groups groups;

    @Autowired
    MongoTemplate mongo;

    @AfterAll
    static void close() {
        TOLD.close();
    }

    @Test
    void an_activated_policy_is_remembered() {
        var id = UUID.randomUUID();
        var sample = Contracts.data(ACTIVATED);
        TOLD.event(ACTIVATED, id, 3, policy(ACTIVATED, id));

        awaitActive(id, true);
        assertThat(policies.find(id, DAY))
                .contains(new InsuredPolicy(
                        id,
                        UUID.fromString(sample.path("insurerId").asString()),
                        UUID.fromString(sample.path("companyId").asString()),
                        sample.path("area").asString(),
                        LocalDate.parse(sample.path("from").asString()),
                        LocalDate.parse(sample.path("to").asString()),
                        true));
    }

    @ParameterizedTest
    @ValueSource(strings = {CANCELLED, "policy.policy-expired.v1"})
    void a_policy_that_has_ended_stays_ended_when_its_activation_is_told_again(String ending) {
        var id = UUID.randomUUID();
        TOLD.event(ACTIVATED, id, 3, policy(ACTIVATED, id));
        awaitActive(id, true);

        TOLD.event(ending, id, 4, policy(ending, id));
        awaitActive(id, false);
        TOLD.event(ACTIVATED, id, 3, policy(ACTIVATED, id));
        var next = UUID.randomUUID();
        TOLD.event(ACTIVATED, id, 5, policy(ACTIVATED, next));

        awaitActive(next, true);
        assertThat(policies.find(id, DAY))
                .hasValueSatisfying(policy -> assertThat(policy.isActiveOn(DAY)).isFalse());
    }

    @Test
    void an_endorsement_holds_from_its_day_on() {
        var id = UUID.randomUUID();
        TOLD.event(ACTIVATED, id, 3, policy(ACTIVATED, id));
        TOLD.event(ENDORSED, id, 4, policy(ENDORSED, id).put("area", "510104"));

        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(policies.find(id, LocalDate.parse("2025-06-01")))
                        .hasValueSatisfying(after -> {
                            assertThat(after.area()).isEqualTo("510104");
                            assertThat(after.to()).isEqualTo("2026-02-28");
                        }));
        assertThat(policies.find(id, LocalDate.parse("2025-05-31"))).hasValueSatisfying(before -> {
            assertThat(before.area()).isEqualTo("510105");
            assertThat(before.to()).isEqualTo("2025-12-31");
        });
    }

    @Test
    @Requirement("CD-5.3.1b")
    void the_group_of_a_policy_serves_the_company_to_which_the_policy_moves() {
        var id = UUID.randomUUID();
        TOLD.event(ACTIVATED, id, 3, policy(ACTIVATED, id));
        awaitActive(id, true);
        var group = formedGroup(id);
        var surviving = UUID.randomUUID();

        TOLD.event(MOVED, id, 4, policy(MOVED, id).put("companyId", surviving.toString()));

        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(
                                act(SYSTEM, () -> groups.get(group)).getCompanyId())
                        .isEqualTo(surviving));
        assertThat(policies.find(id, DAY))
                .hasValueSatisfying(policy -> assertThat(policy.companyId()).isEqualTo(surviving));
    }

    /** With people of no team: who may be in a group is shown elsewhere. */
    private UUID formedGroup(UUID policyId) {
        var id = Ids.of("group", policyId);
        var policy = policies.find(policyId, DAY).orElseThrow();
        act(
                SYSTEM,
                () -> groups.add(
                        id,
                        () -> ServiceGroup.form(
                                id,
                                policy,
                                policy.companyId(),
                                List.of(UUID.randomUUID()),
                                (insurer, professional) -> true,
                                DAY)));
        return id;
    }

    @Test
    void people_that_nobody_could_be_asked_about_are_checked_once_and_the_answer_is_told() {
        var visitId = UUID.randomUUID();
        var professionalId = UUID.randomUUID();
        var planned = planned(visitId, professionalId, "UNCHECKED");
        var event = UUID.randomUUID();

        TOLD.event(event, PLANNED, visitId, 1, planned);
        TOLD.event(event, PLANNED, visitId, 1, planned);
        awaitCheck(visitId);
        var last = UUID.randomUUID();
        TOLD.event(PLANNED, visitId, 2, planned(last, professionalId, "UNCHECKED"));
        awaitCheck(last);

        assertThat(check(visitId).getLong("version")).isEqualTo(1);
        assertThat(told("team.assignment-checked.v1", visitId))
                .singleElement()
                .asString()
                .contains(visitId.toString(), professionalId.toString(), "\"eligible\":false", "\"UNKNOWN\"");
    }

    @Test
    void people_that_were_checked_when_the_visit_was_planned_are_left_alone() {
        var visitId = UUID.randomUUID();
        var next = UUID.randomUUID();
        TOLD.event(PLANNED, visitId, 1, planned(visitId, UUID.randomUUID(), "ELIGIBLE"));
        TOLD.event(PLANNED, visitId, 2, planned(next, UUID.randomUUID(), "UNCHECKED"));

        awaitCheck(next);
        assertThat(check(visitId)).isNull();
    }

    @Test
    void what_cannot_be_understood_is_parked_with_its_followers_and_stops_nobody_else() {
        var broken = UUID.randomUUID();
        var follower = UUID.randomUUID();
        var other = UUID.randomUUID();
        var sorcery = planned(broken, UUID.randomUUID(), "UNCHECKED");
        TOLD.event(PLANNED, broken, 1, sorcery.put("item", "SORCERY"));
        TOLD.event(PLANNED, broken, 2, planned(follower, UUID.randomUUID(), "UNCHECKED"));
        TOLD.event(ACTIVATED, broken, 1, policy(ACTIVATED, other).put("from", "soon"));
        TOLD.event(PLANNED, other, 1, planned(other, UUID.randomUUID(), "UNCHECKED"));

        awaitCheck(other);
        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(mongo.findAll(Document.class, "parked"))
                        .filteredOn(parked -> parked.toJson().contains(broken.toString()))
                        .hasSize(3));
        assertThat(check(follower)).isNull();
        assertThat(policies.find(other, DAY)).isEmpty();
    }

    private void awaitActive(UUID id, boolean active) {
        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(policies.find(id, DAY))
                        .hasValueSatisfying(
                                policy -> assertThat(policy.isActiveOn(DAY)).isEqualTo(active)));
    }

    private void awaitCheck(UUID visitId) {
        await().atMost(BOUND).untilAsserted(() -> assertThat(check(visitId)).isNotNull());
    }

    private Document check(UUID visitId) {
        return mongo.findById(Ids.of("assignment-check", visitId).toString(), Document.class, "assignmentChecks");
    }

    private static ObjectNode policy(String type, UUID id) {
        return ((ObjectNode) Contracts.data(type)).put("policyId", id.toString());
    }

    /** The sample, with one participant. */
    private static ObjectNode planned(UUID visitId, UUID professionalId, String eligibility) {
        var visit = ((ObjectNode) Contracts.data(PLANNED)).put("visitId", visitId.toString());
        visit.putArray("participants")
                .addObject()
                .put("professionalId", professionalId.toString())
                .put("eligibility", eligibility)
                .put("source", "UNKNOWN");
        return visit;
    }

    /** What the service has told on its own topic of one visit. */
    private static List<String> told(String type, UUID visitId) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", TestBroker.address(), "group.id", "reader", "auto.offset.reset", "earliest");
        try (var reader = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = reader.partitionsFor("fangwei.team").stream()
                    .map(one -> new TopicPartition(one.topic(), one.partition()))
                    .toList();
            reader.assign(partitions);
            return await().atMost(BOUND)
                    .until(
                            () -> all(reader)
                                    .filter(event -> type.equals(new String(event.headers()
                                            .lastHeader("ce_type")
                                            .value())))
                                    .map(ConsumerRecord::value)
                                    .filter(value -> value.contains(visitId.toString()))
                                    .toList(),
                            found -> !found.isEmpty());
        }
    }

    private static Stream<ConsumerRecord<String, String>> all(KafkaConsumer<String, String> reader) {
        var partitions = reader.assignment();
        reader.seekToBeginning(partitions);
        var ends = reader.endOffsets(partitions);
        var found = Stream.<ConsumerRecord<String, String>>builder();
        while (partitions.stream().anyMatch(one -> reader.position(one) < ends.get(one))) {
            reader.poll(Duration.ofMillis(200)).forEach(found);
        }
        return found.build();
    }
}
