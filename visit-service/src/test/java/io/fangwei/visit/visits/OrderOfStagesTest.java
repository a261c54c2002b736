package io.fangwei.visit.visits;

import static io.fangwei.visit.Broken.assertBroken;
import static io.fangwei.visit.visits.Stage.ARCHIVED;
import static io.fangwei.visit.visits.Stage.CALLBACK_UNREACHABLE;
import static io.fangwei.visit.visits.Stage.CALLED_BACK;
import static io.fangwei.visit.visits.Stage.CANCELLED;
import static io.fangwei.visit.visits.Stage.CONFIRMED;
import static io.fangwei.visit.visits.Stage.FEEDBACK_DELIVERED;
import static io.fangwei.visit.visits.Stage.IN_PROGRESS;
import static io.fangwei.visit.visits.Stage.NON_COOPERATION_REPORTED;
import static io.fangwei.visit.visits.Stage.PLANNED;
import static io.fangwei.visit.visits.Stage.RECORD_APPROVED;
import static io.fangwei.visit.visits.Stage.RECORD_RETURNED;
import static io.fangwei.visit.visits.Stage.RECORD_SUBMITTED;
import static io.fangwei.visit.visits.Stage.REFUSED_BY_INSURED;
import static io.fangwei.visit.visits.Stage.SERVICE_DONE;
import static io.fangwei.visit.visits.VisitFixture.ANNA;
import static io.fangwei.visit.visits.VisitFixture.BO;
import static io.fangwei.visit.visits.VisitFixture.COMPANY;
import static io.fangwei.visit.visits.VisitFixture.DAY;
import static io.fangwei.visit.visits.VisitFixture.DEADLINES;
import static io.fangwei.visit.visits.VisitFixture.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.visit.items.ServiceItem;
import io.fangwei.visit.problems.VisitRule;
import io.fangwei.visit.visits.VisitCommand.CheckOut;
import io.fangwei.visit.visits.VisitCommand.Missing;
import io.fangwei.visit.visits.VisitCommand.Refuse;
import io.fangwei.visit.visits.VisitCommand.Reschedule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every act at every stage: the order that requirements section 3.1 gives, and nothing else. */
class OrderOfStagesTest {

    private record Act(String name, Map<Stage, Stage> ways, Consumer<Visit> done) {}

    private static final List<Act> ACTS = List.of(
            new Act(
                    "reschedule",
                    Map.of(PLANNED, PLANNED, REFUSED_BY_INSURED, PLANNED),
                    visit -> visit.reschedule(new Reschedule(DAY.plusDays(1), "COMPANY_ASKED"), DAY)),
            new Act(
                    "confirm",
                    Map.of(PLANNED, CONFIRMED),
                    visit -> visit.confirm(VisitFixture.confirmation(), COMPANY, DAY)),
            new Act(
                    "cancel",
                    Map.of(PLANNED, CANCELLED, CONFIRMED, CANCELLED),
                    visit -> visit.cancel("FUNDS_SHORT", DAY)),
            new Act(
                    "refuse",
                    Map.of(PLANNED, REFUSED_BY_INSURED, CONFIRMED, REFUSED_BY_INSURED),
                    visit -> visit.refuse(new Refuse("GATE_CLOSED", null), DAY, DEADLINES)),
            new Act(
                    "report non-cooperation",
                    Map.of(REFUSED_BY_INSURED, NON_COOPERATION_REPORTED),
                    visit -> visit.reportNonCooperation(DAY)),
            new Act(
                    "check in",
                    Map.of(PLANNED, IN_PROGRESS, CONFIRMED, IN_PROGRESS),
                    visit -> visit.checkIn(Set.of(ANNA, BO), List.of(), Map.of(), DAY)),
            new Act(
                    "check out",
                    Map.of(IN_PROGRESS, SERVICE_DONE),
                    visit -> visit.checkOut(new CheckOut(true), DAY, DEADLINES)),
            new Act(
                    "submit",
                    Map.of(SERVICE_DONE, RECORD_SUBMITTED, RECORD_RETURNED, RECORD_SUBMITTED),
                    visit -> VisitFixture.submit(visit, DAY)),
            new Act(
                    "approve",
                    Map.of(RECORD_SUBMITTED, RECORD_APPROVED),
                    visit -> visit.review(VisitFixture.approval(), MANAGER, DAY, DEADLINES)),
            new Act(
                    "return",
                    Map.of(RECORD_SUBMITTED, RECORD_RETURNED),
                    visit -> visit.review(VisitFixture.rejection(), MANAGER, DAY, DEADLINES)),
            new Act(
                    "deliver",
                    Map.of(RECORD_APPROVED, FEEDBACK_DELIVERED),
                    visit -> visit.deliver(VisitFixture.feedback(), DAY, DEADLINES)),
            new Act(
                    "acknowledge",
                    Map.of(
                            FEEDBACK_DELIVERED,
                            FEEDBACK_DELIVERED,
                            CALLBACK_UNREACHABLE,
                            CALLBACK_UNREACHABLE,
                            CALLED_BACK,
                            CALLED_BACK,
                            ARCHIVED,
                            ARCHIVED),
                    visit -> visit.acknowledge(DAY)),
            new Act(
                    "try a callback",
                    Map.of(FEEDBACK_DELIVERED, FEEDBACK_DELIVERED),
                    visit -> VisitFixture.attempt(visit, 9, DAY)),
            new Act(
                    "call back",
                    Map.of(FEEDBACK_DELIVERED, CALLED_BACK, CALLBACK_UNREACHABLE, CALLED_BACK),
                    visit -> VisitFixture.callBack(visit, DAY)),
            new Act(
                    "archive",
                    Map.of(CALLED_BACK, ARCHIVED, CALLBACK_UNREACHABLE, ARCHIVED),
                    visit -> VisitFixture.archive(visit, DAY, new Missing(ArchiveKind.CALLBACK, "not reached"))));

    static Stream<Arguments> everyActAtEveryStage() {
        return ACTS.stream()
                .flatMap(act -> Stream.of(Stage.values()).map(stage -> Arguments.of(act.name(), stage, act)));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("everyActAtEveryStage")
    @Requirement({"CD-5.3", "CD-6.2.2.5", "AMB-30"})
    void an_act_leads_where_the_flow_says_or_is_refused_and_changes_nothing(String name, Stage stage, Act act) {
        var visit = VisitFixture.at(stage, ServiceItem.TRAINING);
        var next = act.ways().get(stage);

        if (next == null) {
            assertBroken(VisitRule.WRONG_STAGE, () -> act.done().accept(visit));
            assertThat(visit).usingRecursiveComparison().isEqualTo(VisitFixture.at(stage, ServiceItem.TRAINING));
        } else {
            act.done().accept(visit);
            assertThat(visit.getStage()).isEqualTo(next);
        }
    }
}
