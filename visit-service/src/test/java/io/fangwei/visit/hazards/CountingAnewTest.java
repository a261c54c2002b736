package io.fangwei.visit.hazards;

import static io.fangwei.visit.hazards.HazardFixture.found;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.kernel.deadlines.ClockFact.State;
import io.fangwei.kernel.deadlines.Recount;
import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.visit.hazards.HazardEvent.HazardDeadlineRecalculated;
import io.fangwei.visit.visits.VisitFixture;
import org.junit.jupiter.api.Test;

class CountingAnewTest {

    @Test
    @Requirement("CLK-10")
    void a_notice_that_was_told_overdue_is_not_if_the_published_calendar_gives_another_day() {
        var hazard = found(HazardLevel.GENERAL);
        var due = hazard.nextDue().orElseThrow();
        hazard.noticeOverdue(due.plusDays(1));

        var told =
                (HazardDeadlineRecalculated) hazard.recount(new Recount(VisitFixture.WITH_A_HOLIDAY, due.plusDays(1)))
                        .get(0);

        assertThat(told.clocks())
                .extracting(ClockFact::rule, ClockFact::state, ClockFact::due)
                .containsExactly(tuple("CLK-10", State.STARTED, due.plusDays(1)));
        assertThat(told.moved()).extracting("wasDue").containsExactly(due);
        assertThat(hazard.nextDue()).contains(due.plusDays(1));
        assertThat(hazard.lastDue()).contains(due.plusDays(1));
    }
}
