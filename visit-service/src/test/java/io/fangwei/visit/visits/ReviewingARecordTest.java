package io.fangwei.visit.visits;

import static io.fangwei.visit.Broken.assertBroken;
import static io.fangwei.visit.visits.VisitFixture.ANNA;
import static io.fangwei.visit.visits.VisitFixture.CHEN;
import static io.fangwei.visit.visits.VisitFixture.DAY;
import static io.fangwei.visit.visits.VisitFixture.DEADLINES;
import static io.fangwei.visit.visits.VisitFixture.MANAGER;
import static io.fangwei.visit.visits.VisitFixture.STRANGER;
import static io.fangwei.visit.visits.VisitFixture.approval;
import static io.fangwei.visit.visits.VisitFixture.rejection;
import static io.fangwei.visit.visits.VisitFixture.submitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.kernel.deadlines.ClockFact.State;
import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.visit.items.ServiceItem;
import io.fangwei.visit.problems.VisitRule;
import io.fangwei.visit.visits.VisitCommand.DecideOnRecord;
import io.fangwei.visit.visits.VisitEvent.RecordApproved;
import io.fangwei.visit.visits.VisitEvent.RecordReturned;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewingARecordTest {

    static Stream<UUID> peopleOfTheGroup() {
        return Stream.of(ANNA, CHEN);
    }

    @ParameterizedTest
    @MethodSource("peopleOfTheGroup")
    @Requirement("CD-5.3.3b")
    void nobody_of_the_group_reviews_its_record_whether_he_served_or_not(UUID member) {
        var visit = submitted(ServiceItem.TRAINING, DAY);

        assertBroken(
                VisitRule.REVIEWER_IN_GROUP,
                () -> visit.review(approval(), new Actor("im.too", member, false), DAY, DEADLINES));
        visit.review(approval(), new Actor("im.other", STRANGER, false), DAY, DEADLINES);

        assertThat(visit.getStage()).isEqualTo(Stage.RECORD_APPROVED);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    @Requirement("CD-5.3.3b")
    void a_record_goes_back_only_with_a_reason(String reason) {
        assertBroken(
                VisitRule.REASON_REQUIRED,
                () -> submitted(ServiceItem.TRAINING, DAY)
                        .review(new DecideOnRecord(Review.Decision.RETURNED, reason), MANAGER, DAY, DEADLINES));
    }

    @ParameterizedTest
    @CsvSource({"2025-03-06, MET", "2025-03-07, MISSED"})
    @Requirement({"CLK-02", "AMB-05"})
    void the_review_has_a_target_of_three_working_days(LocalDate reviewed, State state) {
        var approved = (RecordApproved) submitted(ServiceItem.TRAINING, DAY)
                .review(approval(), MANAGER, reviewed, DEADLINES)
                .get(0);
        var returned = (RecordReturned) submitted(ServiceItem.TRAINING, DAY)
                .review(rejection(), MANAGER, reviewed, DEADLINES)
                .get(0);

        assertThat(approved.clocks())
                .extracting(ClockFact::rule, ClockFact::state)
                .contains(tuple("CLK-02", state));
        assertThat(returned.clocks())
                .extracting(ClockFact::rule, ClockFact::state)
                .containsExactly(tuple("CLK-02", state));
    }

    @ParameterizedTest
    @EnumSource
    @Requirement({"CLK-03", "AMB-04"})
    void an_approval_starts_the_clock_of_the_feedback_for_general_items_alone(ServiceItem item) {
        var approved = (RecordApproved)
                submitted(item, DAY).review(approval(), MANAGER, DAY, DEADLINES).get(0);

        var general = item.feedbackClock().isEmpty();
        assertThat(approved.clocks().stream().anyMatch(clock -> clock.rule().equals("CLK-03")))
                .isEqualTo(general);
    }

    @Test
    void every_submission_has_a_review_clock_of_its_own() {
        var visit = VisitFixture.returned(ServiceItem.TRAINING, DAY);

        VisitFixture.submit(visit, DAY.plusDays(2));

        assertThat(visit.getClocks().all().stream().filter(clock -> clock.rule().equals("CLK-02")))
                .extracting(clock -> clock.deadline().start(), clock -> clock.isOpen())
                .containsExactly(tuple(DAY, false), tuple(DAY.plusDays(2), true));
    }
}
