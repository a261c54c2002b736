package io.fangwei.visit.visits;

import static io.fangwei.visit.Broken.assertBroken;
import static io.fangwei.visit.visits.VisitFixture.BO;
import static io.fangwei.visit.visits.VisitFixture.DAY;
import static io.fangwei.visit.visits.VisitFixture.DEADLINES;
import static io.fangwei.visit.visits.VisitFixture.STAFF;
import static io.fangwei.visit.visits.VisitFixture.SURVEY;
import static io.fangwei.visit.visits.VisitFixture.attempt;
import static io.fangwei.visit.visits.VisitFixture.callBack;
import static io.fangwei.visit.visits.VisitFixture.callback;
import static io.fangwei.visit.visits.VisitFixture.delivered;
import static io.fangwei.visit.visits.VisitFixture.unreachable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.kernel.deadlines.ClockFact.State;
import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.visit.items.ServiceItem;
import io.fangwei.visit.problems.VisitRule;
import io.fangwei.visit.visits.VisitCommand.CompleteCallback;
import io.fangwei.visit.visits.VisitCommand.Rectification;
import io.fangwei.visit.visits.VisitCommand.Survey;
import io.fangwei.visit.visits.VisitCommand.TryCallback;
import io.fangwei.visit.visits.VisitEvent.CallbackCompleted;
import io.fangwei.visit.visits.VisitEvent.CallbackUnreachable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallingBackTest {

    private static final Actor MEMBER = new Actor("sp.bo", BO, false);

    @ParameterizedTest
    @CsvSource({"2025-03-12, MET", "2025-03-13, MISSED"})
    @Requirement({"CD-5.3.4.1a", "CLK-06"})
    void a_callback_is_in_time_up_to_the_seventh_working_day(LocalDate called, State state) {
        var event = (CallbackCompleted)
                callBack(delivered(ServiceItem.TRAINING, DAY), called).get(0);

        assertThat(event.clocks())
                .extracting(ClockFact::rule, ClockFact::state)
                .containsExactly(tuple("CLK-06", state), tuple("CLK-07", State.STARTED));
    }

    @Test
    @Requirement("CD-D.1")
    void the_survey_is_scored_by_the_form_of_appendix_d1() {
        var survey = new Survey(
                Map.of("D1-04-R1", 3, "D1-06-R1", 1, "D1-06-R2", 1), Map.of("D1-01-R1", new BigDecimal("1.5")));

        var event =
                (CallbackCompleted) call(survey, new Rectification(false, null)).get(0);

        assertThat(event.satisfaction()).isEqualTo(new BigDecimal("83.50"));
    }

    @ParameterizedTest
    @CsvSource({"D1-99-R1, 1", "D1-08-R1, -1"})
    void a_survey_that_is_not_the_form_is_refused(String rule, int cases) {
        assertBroken(
                VisitRule.SURVEY_INVALID,
                () -> call(new Survey(Map.of(rule, cases), null), new Rectification(false, null)));
    }

    @Test
    @Requirement({"CD-5.3.4.1c", "CD-D.1", "CD-D.2"})
    void survey_and_rectification_form_are_both_needed_unless_the_company_refuses() {
        assertBroken(VisitRule.SURVEY_REQUIRED, () -> call(null, new Rectification(false, null)));
        assertBroken(VisitRule.SURVEY_REQUIRED, () -> call(new Survey(null, null), null));

        var refused = (CallbackCompleted) delivered(ServiceItem.TRAINING, DAY)
                .callBack(
                        new CompleteCallback(Set.of(ContactChannel.PHONE), null, true, null, null, null),
                        SURVEY,
                        STAFF,
                        DAY,
                        DEADLINES)
                .get(0);
        assertThat(refused.satisfaction()).isNull();
        assertThat(refused.refused()).isTrue();
    }

    @Test
    @Requirement("CD-D.2")
    void where_there_is_a_problem_list_the_second_question_is_asked() {
        assertBroken(
                VisitRule.RECTIFICATION_ANSWER_REQUIRED,
                () -> call(new Survey(null, null), new Rectification(true, null)));
        assertThat(call(new Survey(null, null), new Rectification(true, false))).hasSize(1);
        assertThat(call(new Survey(null, null), new Rectification(false, null))).hasSize(1);
    }

    @Test
    @Requirement("CD-5.3.4.1b")
    void several_channels_may_be_used_and_are_told() {
        var command = new CompleteCallback(
                Set.of(ContactChannel.PHONE, ContactChannel.ON_SITE, ContactChannel.WECHAT),
                new Survey(Map.of(), Map.of()),
                null,
                new Rectification(false, null),
                null,
                null);

        var event = (CallbackCompleted) delivered(ServiceItem.TRAINING, DAY)
                .callBack(command, SURVEY, STAFF, DAY, DEADLINES)
                .get(0);

        assertThat(event.channels())
                .containsExactly(ContactChannel.ON_SITE, ContactChannel.PHONE, ContactChannel.WECHAT);
    }

    @Test
    void nobody_of_the_group_asks_the_company_how_it_was() {
        var visit = delivered(ServiceItem.TRAINING, DAY);

        assertBroken(
                VisitRule.CALLER_IN_GROUP, () -> visit.callBack(callback(Map.of()), SURVEY, MEMBER, DAY, DEADLINES));
        assertBroken(
                VisitRule.CALLER_IN_GROUP,
                () -> visit.tryCallback(
                        VisitFixture.id(101),
                        new TryCallback(ContactChannel.PHONE, "NO_ANSWER"),
                        MEMBER,
                        DAY,
                        DEADLINES));
    }

    @Test
    @Requirement("AMB-07")
    void a_company_counts_as_unreachable_after_attempts_on_three_different_days() {
        var visit = delivered(ServiceItem.TRAINING, DAY);
        attempt(visit, 1, DAY);
        attempt(visit, 2, DAY);
        attempt(visit, 3, DAY);
        attempt(visit, 4, DAY.plusDays(1));
        assertThat(visit.getStage()).isEqualTo(Stage.FEEDBACK_DELIVERED);

        var events = attempt(visit, 5, LocalDate.of(2025, 3, 12));

        assertThat(visit.getStage()).isEqualTo(Stage.CALLBACK_UNREACHABLE);
        assertThat(((CallbackUnreachable) events.get(1)).clocks())
                .extracting(ClockFact::rule, ClockFact::state)
                .containsExactly(tuple("CLK-06", State.MET), tuple("CLK-07", State.STARTED));
    }

    @Test
    void an_attempt_that_is_reported_again_counts_once() {
        var visit = delivered(ServiceItem.TRAINING, DAY);
        attempt(visit, 1, DAY);

        assertThat(attempt(visit, 1, DAY.plusDays(1))).isEmpty();
        assertThat(visit.getAttempts()).hasSize(1);
    }

    @Test
    @Requirement("AMB-08")
    void a_later_contact_counts_and_the_archive_is_due_from_then_on() {
        var visit = unreachable(ServiceItem.TRAINING, DAY);

        var event =
                (CallbackCompleted) callBack(visit, LocalDate.of(2025, 3, 20)).get(0);

        assertThat(event.clocks())
                .extracting(ClockFact::rule, ClockFact::state, ClockFact::due)
                .containsExactly(
                        tuple("CLK-06", State.MISSED, LocalDate.of(2025, 3, 12)),
                        tuple("CLK-07", State.STARTED, LocalDate.of(2025, 3, 31)));
        assertThat(visit.nextDue()).contains(LocalDate.of(2025, 3, 31));
    }

    @Test
    void an_attempt_is_journalled_and_not_sent() {
        assertThat(attempt(delivered(ServiceItem.TRAINING, DAY), 1, DAY))
                .extracting(Event::local)
                .containsExactly(true);
    }

    private static List<VisitEvent> call(@Nullable Survey survey, @Nullable Rectification form) {
        var command = new CompleteCallback(Set.of(ContactChannel.PHONE), survey, null, form, null, null);
        return delivered(ServiceItem.TRAINING, DAY).callBack(command, SURVEY, STAFF, DAY, DEADLINES);
    }
}
