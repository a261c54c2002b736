package io.fangwei.visit.visits;

import static io.fangwei.visit.Broken.assertBroken;
import static io.fangwei.visit.visits.VisitFixture.DAY;
import static io.fangwei.visit.visits.VisitFixture.DEADLINES;
import static io.fangwei.visit.visits.VisitFixture.FORMS;
import static io.fangwei.visit.visits.VisitFixture.MANAGER;
import static io.fangwei.visit.visits.VisitFixture.PROFESSIONAL;
import static io.fangwei.visit.visits.VisitFixture.done;
import static io.fangwei.visit.visits.VisitFixture.record;
import static io.fangwei.visit.visits.VisitFixture.rejection;
import static io.fangwei.visit.visits.VisitFixture.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.kernel.deadlines.ClockFact.State;
import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.visit.items.RecordForm.Field;
import io.fangwei.visit.items.ServiceItem;
import io.fangwei.visit.problems.VisitRule;
import io.fangwei.visit.visits.VisitCommand.SubmitRecord;
import io.fangwei.visit.visits.VisitEvent.RecordSubmitted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SubmittingARecordTest {

    static Stream<Arguments> everyFieldOfEveryForm() {
        return FORMS.forms().stream()
                .flatMap(form -> form.required().stream().map(field -> Arguments.of(form.item(), field.name())));
    }

    @ParameterizedTest(name = "{0} without {1}")
    @MethodSource("everyFieldOfEveryForm")
    @Requirement("CD-5.3.3a")
    void a_record_without_a_field_that_its_item_needs_is_refused(ServiceItem item, String field) {
        var fields = new HashMap<>(record(item).typeFields());
        fields.put(field, "  ");
        var visit = done(item, DAY);

        assertBroken(
                VisitRule.RECORD_INCOMPLETE, () -> visit.submit(record(fields), FORMS, PROFESSIONAL, DAY, DEADLINES));
        assertThat(visit.getRecord()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "TRAINING, mode, ONLINE, coverage",
        "TRAINING, mode, ONLINE, minutesPerPerson",
        "STANDARDIZATION, stage, INITIAL_EVALUATION, table11",
        "STANDARDIZATION, stage, SELF_EVALUATION, table12"
    })
    void some_fields_are_needed_only_where_another_says_so(
            ServiceItem item, String field, String value, String needed) {
        var fields = new HashMap<>(record(item).typeFields());
        fields.put(field, value);

        assertThat(FORMS.of(item).missingIn(fields)).contains(needed);
        assertThat(FORMS.of(item).missingIn(record(item).typeFields())).isEmpty();
    }

    @Test
    void a_record_without_deliverables_is_refused() {
        var full = record(ServiceItem.TRAINING);
        var without = new SubmitRecord(full.summary(), null, null, full.place(), List.of(), full.typeFields());

        assertBroken(
                VisitRule.RECORD_INCOMPLETE,
                () -> done(ServiceItem.TRAINING, DAY).submit(without, FORMS, PROFESSIONAL, DAY, DEADLINES));
    }

    @Test
    void a_service_cannot_end_before_it_starts() {
        var full = record(ServiceItem.TRAINING);
        var reversed = new SubmitRecord(
                full.summary(),
                Instant.parse("2025-03-03T09:00:00Z"),
                Instant.parse("2025-03-03T01:00:00Z"),
                full.place(),
                full.deliverables(),
                full.typeFields());

        assertBroken(
                VisitRule.RECORD_TIMES_REVERSED,
                () -> done(ServiceItem.TRAINING, DAY).submit(reversed, FORMS, PROFESSIONAL, DAY, DEADLINES));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-03, 2025-03-12, MET",
        "2025-03-03, 2025-03-13, MISSED",
        "2025-01-23, 2025-02-08, MET",
        "2025-01-23, 2025-02-09, MISSED",
        "2025-09-25, 2025-10-11, MET",
        "2025-09-25, 2025-10-12, MISSED"
    })
    @Requirement({"CD-5.3.3a", "CLK-01", "AMB-02"})
    void a_record_is_in_time_up_to_and_including_its_due_day(LocalDate ended, LocalDate submitted, State state) {
        assertThat(clocks(submit(done(ServiceItem.TRAINING, ended), submitted)))
                .containsEntry("CLK-01", state)
                .containsEntry("CLK-02", State.STARTED);
    }

    @Test
    @Requirement("AMB-06")
    void a_returned_record_is_judged_against_the_same_due_day_when_it_comes_again() {
        var visit = done(ServiceItem.TRAINING, DAY);
        assertThat(clocks(submit(visit, LocalDate.of(2025, 3, 12)))).containsEntry("CLK-01", State.MET);
        visit.review(rejection(), MANAGER, LocalDate.of(2025, 3, 13), DEADLINES);

        var again = (RecordSubmitted) submit(visit, LocalDate.of(2025, 3, 14)).get(0);

        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.clocks())
                .extracting(ClockFact::rule, ClockFact::state, ClockFact::due)
                .contains(tuple("CLK-01", State.MISSED, LocalDate.of(2025, 3, 12)));
    }

    @Test
    @Requirement("AMB-06")
    void the_clock_of_a_returned_record_runs_on_towards_the_same_day() {
        var visit = VisitFixture.returned(ServiceItem.TRAINING, DAY);

        assertThat(visit.nextDue()).contains(LocalDate.of(2025, 3, 12));
        assertThat(clocks(submit(visit, LocalDate.of(2025, 3, 12)))).containsEntry("CLK-01", State.MET);
    }

    @Test
    void every_item_has_a_form_with_fields_named_in_two_languages() {
        assertThat(FORMS.forms())
                .flatExtracting(form -> form.required())
                .allSatisfy(field ->
                        assertThat(List.of(field.titleZh(), field.title())).noneMatch(String::isBlank))
                .extracting(Field::name)
                .allMatch(name -> name.matches(VisitCommand.FIELD));
        assertThat(FORMS.forms()).hasSize(ServiceItem.values().length);
    }

    static Map<String, State> clocks(List<VisitEvent> events) {
        var states = new HashMap<String, State>();
        ((RecordSubmitted) events.get(0)).clocks().forEach(clock -> states.put(clock.rule(), clock.state()));
        return states;
    }
}
