package io.fangwei.complaint.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fangwei.complaint.OverHttp;
import io.fangwei.complaint.policies.InsuredPolicies;
import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.testing.Contracts;
import io.fangwei.kernel.testing.TestBroker;
import io.fangwei.kernel.tracing.Requirement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class HearingOfPoliciesAndVisitsTest extends OverHttp {

    @Autowired
    PolicyNews policyNews;

    @Autowired
    VisitNews visitNews;

    @Autowired
    InsuredPolicies policies;

    @Test
    void repeated_and_late_news_change_nothing() {
        var before = known("policies", policyId);
        tell("policy.policy-activated.v1", policyId, 3, policyActivated("510105"));
        tell("policy.policy-activated.v1", policyId, 2, policyActivated("510106"));
        marker();

        assertThat(known("policies", policyId)).isEqualTo(before).containsEntry("area", "510104");
    }

    @Test
    void newer_news_are_taken_and_what_we_do_not_read_is_ignored() {
        tell("policy.policy-renamed.v1", policyId, 4, "{'strange':true}");
        tell("policy.policy-activated.v1", policyId, 5, policyActivated("510107"));
        marker();

        assertThat(known("policies", policyId)).containsEntry("area", "510107");
    }

    @Test
    void news_that_cannot_be_understood_are_parked_with_their_followers_until_somebody_replays_them() throws Exception {
        var broken = UUID.randomUUID();
        tell("policy.company-registered.v1", broken, 1, "{'companyId':'%s'}".formatted(broken));
        tell("policy.company-registered.v1", broken, 2, "{'companyId':'%s','area':'510104'}".formatted(broken));
        marker();

        assertThat(isKnown("companies", broken)).isFalse();
        look(Callers.administrator(), "/api/complaint/v1/parked")
                .andExpect(jsonPath("$.items[?(@.key=='fangwei.policy:%s')].length()".formatted(broken))
                        .isNotEmpty());
        command(
                        Callers.administrator(),
                        "/api/complaint/v1/parked/replays",
                        "{'key':'fangwei.policy:%s'}".formatted(broken))
                .andExpect(status().isAccepted());
    }

    @Test
    @Requirement("CD-1b")
    void an_endorsed_policy_insures_another_place_from_its_day_on() {
        var endorsed = "{'policyId':'%s','version':%d,'effectiveOn':'%s','area':'%s'}";
        tell("policy.policy-endorsed.v1", policyId, 4, endorsed.formatted(policyId, 2, "2025-06-01", "510107"));
        tell("policy.policy-endorsed.v1", policyId, 5, endorsed.formatted(policyId, 3, "2025-07-01", "510112"));
        marker();

        assertThat(areaOn("2025-05-31")).isEqualTo("510104");
        assertThat(areaOn("2025-06-01")).isEqualTo("510107");
        assertThat(areaOn("2025-07-01")).isEqualTo("510112");
    }

    @Test
    @Requirement("CD-3.4")
    void the_company_that_stays_goes_on_with_the_complaints_and_visits_of_its_duplicate() throws Exception {
        var at = replied();
        var surviving = UUID.randomUUID();
        var owner = Callers.ofCompany("id.surviving", surviving);
        look(owner, at).andExpect(status().isNotFound());

        tell("policy.company-merged.v1", companyId, 2, merged(surviving));
        tell("policy.policy-moved.v1", policyId, 4, moved(surviving));

        await().atMost(SOON).untilAsserted(() -> look(owner, at).andExpect(status().isOk()));
        await().atMost(SOON)
                .untilAsserted(() -> command(owner, "/api/complaint/v1/complaints", aboutTheVisit())
                        .andExpect(status().isCreated()));
    }

    private String areaOn(String day) {
        return policies.policy(policyId, LocalDate.parse(day)).orElseThrow().area();
    }

    private String merged(UUID surviving) {
        return "{'companyId':'%s','intoCompanyId':'%s','insurerIds':['%s'],'area':'510104'}"
                .formatted(companyId, surviving, insurerId);
    }

    private String moved(UUID surviving) {
        return "{'policyId':'%s','insurerId':'%s','fromCompanyId':'%s','companyId':'%s','area':'510104'}"
                .formatted(policyId, insurerId, companyId, surviving);
    }

    @Test
    void what_happens_to_a_complaint_is_sent_in_order_and_a_draft_stays_here() throws Exception {
        var at = replied();
        var key = at.substring(at.lastIndexOf('/') + 1);

        assertThat(sent(key, 3))
                .extracting(record ->
                        new String(record.headers().lastHeader("ce_type").value()))
                .containsExactly(
                        "complaint.complaint-submitted.v1",
                        "complaint.complaint-registered.v1",
                        "complaint.complaint-replied.v1");
        assertThat(sent(key, 3)).noneMatch(record -> record.value().contains("报告"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "policy.company-registered.v1",
                "policy.policy-activated.v1",
                "policy.policy-endorsed.v1",
                "policy.policy-moved.v1"
            })
    void the_samples_of_policy_service_can_be_read(String type) {
        assertThat(policyNews.types()).contains(type);
        assertThat(policyNews.on(Contracts.sample(type, UUID.randomUUID(), 1))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"visit.visit-planned.v1", "visit.visit-started.v1"})
    void the_samples_of_visit_service_can_be_read(String type) {
        assertThat(visitNews.types()).contains(type);
        assertThat(visitNews.on(Contracts.sample(type, UUID.randomUUID(), 1))).hasSize(1);
    }

    /** Waits until everything that was told so far under each key has been heard. */
    private void marker() {
        var heard = new ArrayList<UUID>();
        for (int i = 0; i < 12; i++) {
            var company = UUID.randomUUID();
            heard.add(company);
            tell("policy.company-registered.v1", company, 1, "{'companyId':'%s','area':'510104'}".formatted(company));
        }
        await().atMost(SOON).until(() -> heard.stream().allMatch(company -> isKnown("companies", company)));
    }

    private static List<ConsumerRecord<String, String>> sent(String key, int expected) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", TestBroker.address(),
                "group.id", UUID.randomUUID().toString(),
                "auto.offset.reset", "earliest");
        var found = new ArrayList<ConsumerRecord<String, String>>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("fangwei.complaint"));
            await().atMost(SOON).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (key.equals(record.key())) {
                        found.add(record);
                    }
                });
                return found.size() >= expected;
            });
        }
        return found;
    }
}
