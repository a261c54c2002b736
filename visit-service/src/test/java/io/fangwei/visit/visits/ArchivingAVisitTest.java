package io.fangwei.visit.visits;

import static io.fangwei.visit.Broken.assertBroken;
import static io.fangwei.visit.visits.VisitFixture.DAY;
import static io.fangwei.visit.visits.VisitFixture.archive;
import static io.fangwei.visit.visits.VisitFixture.calledBack;
import static io.fangwei.visit.visits.VisitFixture.unreachable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.kernel.deadlines.ClockFact.State;
import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.visit.items.ServiceItem;
import io.fangwei.visit.problems.VisitRule;
import io.fangwei.visit.visits.VisitCommand.Missing;
import io.fangwei.visit.visits.VisitEvent.VisitArchived;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchivingAVisitTest {

    @ParameterizedTest
    @CsvSource({"2025-03-12, MET", "2025-03-13, MISSED"})
    @Requirement({"CD-5.3.4.2", "CLK-07"})
    void a_visit_is_archived_within_seven_working_days_of_the_callback(LocalDate archived, State state) {
        var event = (VisitArchived)
                archive(calledBack(ServiceItem.TRAINING, DAY), archived).get(0);

        assertThat(event.clocks())
                .extracting(ClockFact::rule, ClockFact::state)
                .containsExactly(tuple("CLK-07", state));
    }

    @Test
    @Requirement("CD-5.3.4.2")
    void the_manifest_lists_every_part_with_its_hash() {
        var visit = calledBack(ServiceItem.TRAINING, DAY);

        var event = (VisitArchived) archive(visit, DAY).get(0);

        var manifest = visit.getArchive();
        assertThat(manifest).isNotNull();
        assertThat(manifest.parts()).extracting(ArchiveManifest.Part::kind).containsExactly(ArchiveKind.values());
        assertThat(manifest.parts())
                .extracting(ArchiveManifest.Part::hash)
                .allMatch(hash -> hash != null && hash.matches("[0-9a-f]{64}"));
        assertThat(event.complete()).isTrue();
        assertThat(event.manifestHash()).isEqualTo(manifest.hash());
    }

    @Test
    void another_content_has_another_hash() {
        var first = (VisitArchived)
                archive(calledBack(ServiceItem.TRAINING, DAY), DAY).get(0);
        var same = (VisitArchived)
                archive(calledBack(ServiceItem.TRAINING, DAY), DAY).get(0);
        var other = (VisitArchived) archive(calledBack(ServiceItem.TRAINING, DAY.plusDays(1)), DAY.plusDays(1))
                .get(0);

        assertThat(first.manifestHash()).isEqualTo(same.manifestHash()).isNotEqualTo(other.manifestHash());
    }

    @Test
    @Requirement("CD-5.3.4.2")
    void a_part_that_is_not_there_must_be_justified_and_leaves_the_archive_incomplete() {
        var visit = unreachable(ServiceItem.TRAINING, DAY);

        assertBroken(VisitRule.ARCHIVE_INCOMPLETE, () -> archive(visit, DAY.plusDays(3)));
        var event = (VisitArchived)
                archive(visit, DAY.plusDays(3), new Missing(ArchiveKind.CALLBACK, "not reached on three days"))
                        .get(0);

        assertThat(event.complete()).isFalse();
        assertThat(event.missingKinds()).containsExactly(ArchiveKind.CALLBACK);
    }
}
