package io.fangwei.team.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fangwei.kernel.testing.Contracts;
import io.fangwei.team.vocabulary.ServiceItemType;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class ReadingSamplesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "policy.policy-activated.v1",
                "policy.policy-endorsed.v1",
                "policy.policy-moved.v1",
                "policy.policy-cancelled.v1",
                "policy.policy-expired.v1"
            })
    void the_news_of_a_policy_can_be_read(String type) {
        var news = new PolicyNews();

        assertThat(news.types()).contains(type);
        assertThat(news.on(Contracts.sample(type, UUID.randomUUID(), 1))).hasSize(1);
    }

    @Test
    void a_policy_without_its_insurer_is_not_understood() {
        var event = Contracts.sample("policy.policy-activated.v1", UUID.randomUUID(), 1, Instant.EPOCH);
        ((ObjectNode) event.data()).remove("insurerId");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PolicyNews().on(event))
                .withMessageContaining("insurerId");
    }

    @Test
    void the_question_about_a_planned_visit_can_be_read() {
        var event = Contracts.sample("visit.visit-planned.v1", UUID.randomUUID(), 1);

        var question = VisitNews.question(event);

        assertThat(question.insurerId()).isEqualTo(event.uuid("insurerId"));
        assertThat(question.item()).isEqualTo(ServiceItemType.valueOf(event.text("item")));
        assertThat(question.on()).isEqualTo(event.text("plannedOn"));
        assertThat(question.professionalIds())
                .hasSize(Math.toIntExact(event.data()
                        .path("participants")
                        .valueStream()
                        .filter(one -> one.path("eligibility").asString().equals("UNCHECKED"))
                        .count()));
        assertThat(event.data().path("participants")).isNotEmpty();
    }
}
