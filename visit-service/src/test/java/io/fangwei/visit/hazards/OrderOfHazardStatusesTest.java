package io.fangwei.visit.hazards;

import static io.fangwei.visit.Broken.assertBroken;
import static io.fangwei.visit.hazards.HazardStatus.CLASSIFIED;
import static io.fangwei.visit.hazards.HazardStatus.CLOSED;
import static io.fangwei.visit.hazards.HazardStatus.MEASURES_SET;
import static io.fangwei.visit.hazards.HazardStatus.NOTIFIED;
import static io.fangwei.visit.hazards.HazardStatus.RECTIFIED;
import static io.fangwei.visit.hazards.HazardStatus.RECTIFYING;
import static io.fangwei.visit.hazards.HazardStatus.REFUSED;
import static io.fangwei.visit.hazards.HazardStatus.REPORTED_TO_AUTHORITY;
import static io.fangwei.visit.visits.VisitFixture.DAY;
import static io.fangwei.visit.visits.VisitFixture.DEADLINES;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.visit.hazards.HazardCommand.Accept;
import io.fangwei.visit.hazards.HazardCommand.Rectify;
import io.fangwei.visit.hazards.HazardCommand.RefuseTreatment;
import io.fangwei.visit.problems.VisitRule;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every act at every status: the order that requirements section 3.3 gives, and nothing else. */
class OrderOfHazardStatusesTest {

    private record Act(String name, Map<HazardStatus, HazardStatus> ways, Consumer<Hazard> done) {}

    private static final List<Act> ACTS = List.of(
            new Act(
                    "notify",
                    Map.of(CLASSIFIED, NOTIFIED),
                    hazard -> hazard.notifyCompany(HazardFixture.notice(), DAY)),
            new Act(
                    "set measures",
                    Map.of(NOTIFIED, MEASURES_SET),
                    hazard -> hazard.setMeasures(HazardFixture.measures(), DAY, DEADLINES)),
            new Act(
                    "start",
                    Map.of(MEASURES_SET, RECTIFYING, REPORTED_TO_AUTHORITY, RECTIFYING, REFUSED, RECTIFYING),
                    hazard -> hazard.startRectification(DAY)),
            new Act("rectify", Map.of(RECTIFYING, RECTIFIED), hazard -> hazard.rectify(new Rectify("repaired"), DAY)),
            new Act(
                    "accept",
                    Map.of(RECTIFIED, CLOSED),
                    hazard -> hazard.accept(HazardFixture.acceptance(), "sp.anna", DAY, DEADLINES)),
            new Act(
                    "send back",
                    Map.of(RECTIFIED, RECTIFYING),
                    hazard -> hazard.accept(new Accept(false, "still open", null, null), "sp.anna", DAY, DEADLINES)),
            new Act(
                    "refuse",
                    Map.of(NOTIFIED, REFUSED, MEASURES_SET, REFUSED, RECTIFYING, REFUSED),
                    hazard -> hazard.refuse(new RefuseTreatment("letter"), DAY, DEADLINES)),
            new Act("report", Map.of(REFUSED, REPORTED_TO_AUTHORITY), hazard -> hazard.reportToAuthority(DAY)));

    static Stream<Arguments> everyActAtEveryStatus() {
        return ACTS.stream()
                .flatMap(act -> Stream.of(HazardStatus.values())
                        .flatMap(status -> Stream.of(HazardLevel.values())
                                .map(level -> Arguments.of(act.name(), status, level, act))));
    }

    @ParameterizedTest(name = "{0} at {1}, {2}")
    @MethodSource("everyActAtEveryStatus")
    @Requirement("CD-C.3.3c")
    void an_act_leads_where_the_flow_says_or_is_refused_and_changes_nothing(
            String name, HazardStatus status, HazardLevel level, Act act) {
        var hazard = HazardFixture.at(status, level);
        var next = act.ways().get(status);

        if (next == null) {
            assertBroken(expected(name, hazard), () -> act.done().accept(hazard));
            assertUnchanged(hazard, status, level);
        } else if (name.equals("start") && status == REFUSED && level == HazardLevel.MAJOR) {
            assertBroken(VisitRule.REPORT_FIRST, () -> act.done().accept(hazard));
            assertUnchanged(hazard, status, level);
        } else if (name.equals("report") && level == HazardLevel.GENERAL) {
            assertBroken(VisitRule.MAJOR_ONLY, () -> act.done().accept(hazard));
            assertUnchanged(hazard, status, level);
        } else {
            act.done().accept(hazard);
            assertThat(hazard.getStatus()).isEqualTo(next);
        }
    }

    private static VisitRule expected(String act, Hazard hazard) {
        return act.equals("report") && hazard.getSubject().level() == HazardLevel.GENERAL
                ? VisitRule.MAJOR_ONLY
                : VisitRule.WRONG_STAGE;
    }

    private static void assertUnchanged(Hazard hazard, HazardStatus status, HazardLevel level) {
        assertThat(hazard).usingRecursiveComparison().isEqualTo(HazardFixture.at(status, level));
    }
}
