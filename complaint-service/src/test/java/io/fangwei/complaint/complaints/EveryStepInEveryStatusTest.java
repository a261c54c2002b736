package io.fangwei.complaint.complaints;

import static io.fangwei.complaint.complaints.ComplaintFixture.ANOTHER_REPLY;
import static io.fangwei.complaint.complaints.ComplaintFixture.FURTHER_CHECKING;
import static io.fangwei.complaint.complaints.ComplaintFixture.MANAGER_SUBJECT;
import static io.fangwei.complaint.complaints.ComplaintFixture.OFFICER_SUBJECT;
import static io.fangwei.complaint.complaints.ComplaintFixture.THREE_PARTS;
import static io.fangwei.complaint.complaints.ComplaintFixture.WINDOWS;
import static io.fangwei.complaint.complaints.ComplaintFixture.officer;
import static io.fangwei.complaint.complaints.ComplaintStatus.CLOSED;
import static io.fangwei.complaint.complaints.ComplaintStatus.CLOSED_SATISFIED;
import static io.fangwei.complaint.complaints.ComplaintStatus.CLOSED_UNRESOLVED;
import static io.fangwei.complaint.complaints.ComplaintStatus.DISSATISFIED;
import static io.fangwei.complaint.complaints.ComplaintStatus.ESCALATED_AUTHORITY;
import static io.fangwei.complaint.complaints.ComplaintStatus.ESCALATED_SELF_REGULATION;
import static io.fangwei.complaint.complaints.ComplaintStatus.EXTENDED;
import static io.fangwei.complaint.complaints.ComplaintStatus.REGISTERED;
import static io.fangwei.complaint.complaints.ComplaintStatus.REPLIED;
import static io.fangwei.complaint.complaints.ComplaintStatus.SUBMITTED;
import static io.fangwei.complaint.complaints.ComplaintStatus.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fangwei.complaint.complaints.ComplaintCommand.Escalate;
import io.fangwei.complaint.rules.ComplaintRule;
import io.fangwei.kernel.problems.Refusal;
import io.fangwei.kernel.tracing.Requirement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The chart of requirements 3.2, generated: every step from every status. */
class EveryStepInEveryStatusTest {

    private static final LocalDate IN_TIME = LocalDate.of(2025, 3, 12);
    private static final LocalDate LATE = LocalDate.of(2025, 5, 20);

    private record Step(
            String name, Map<ComplaintStatus, ComplaintStatus> leads, Function<Complaint, List<ComplaintEvent>> act) {}

    private static Stream<Step> steps() {
        return Stream.of(
                new Step("register", Map.of(SUBMITTED, REGISTERED), it -> it.register(officer(), Set.of(), IN_TIME)),
                new Step(
                        "replace the officer",
                        Map.of(REGISTERED, REGISTERED, EXTENDED, EXTENDED),
                        it -> it.replaceOfficer(officer(), Set.of(), IN_TIME)),
                new Step(
                        "extend",
                        Map.of(REGISTERED, EXTENDED),
                        it -> it.extend(FURTHER_CHECKING, OFFICER_SUBJECT, IN_TIME)),
                new Step(
                        "draft a reply",
                        Map.of(REGISTERED, REGISTERED, EXTENDED, EXTENDED),
                        it -> it.draftReply(ANOTHER_REPLY, THREE_PARTS, OFFICER_SUBJECT, IN_TIME)),
                new Step(
                        "approve the reply",
                        Map.of(REGISTERED, REPLIED, EXTENDED, REPLIED),
                        it -> it.approveReply(null, MANAGER_SUBJECT, IN_TIME, WINDOWS)),
                new Step("accept", Map.of(REPLIED, CLOSED_SATISFIED), it -> it.accept(IN_TIME)),
                new Step("reject", Map.of(REPLIED, DISSATISFIED), it -> it.reject("不满意", IN_TIME, WINDOWS)),
                new Step(
                        "escalate to the self-regulation body",
                        Map.of(
                                REGISTERED, ESCALATED_SELF_REGULATION,
                                EXTENDED, ESCALATED_SELF_REGULATION,
                                DISSATISFIED, ESCALATED_SELF_REGULATION,
                                CLOSED_UNRESOLVED, ESCALATED_SELF_REGULATION),
                        it -> it.escalate(new Escalate(EscalationTarget.SELF_REGULATION, true), true, LATE)),
                new Step(
                        "escalate to the emergency authority",
                        toAuthority(),
                        escalate(EscalationTarget.EMERGENCY_AUTHORITY)),
                new Step(
                        "escalate to the financial regulator",
                        toAuthority(),
                        escalate(EscalationTarget.FINANCIAL_REGULATOR)),
                new Step("escalate to another department", toAuthority(), escalate(EscalationTarget.OTHER)),
                new Step(
                        "record the outcome",
                        Map.of(ESCALATED_SELF_REGULATION, CLOSED, ESCALATED_AUTHORITY, CLOSED),
                        it -> it.recordOutcome("已处理", Set.of("SR", "EA", "FR"), LATE)),
                new Step(
                        "withdraw",
                        Map.of(SUBMITTED, WITHDRAWN, REGISTERED, WITHDRAWN, EXTENDED, WITHDRAWN),
                        it -> it.withdraw(IN_TIME)));
    }

    private static Map<ComplaintStatus, ComplaintStatus> toAuthority() {
        return Map.of(
                REGISTERED, ESCALATED_AUTHORITY,
                EXTENDED, ESCALATED_AUTHORITY,
                DISSATISFIED, ESCALATED_AUTHORITY,
                ESCALATED_SELF_REGULATION, ESCALATED_AUTHORITY,
                CLOSED_UNRESOLVED, ESCALATED_AUTHORITY);
    }

    private static Function<Complaint, List<ComplaintEvent>> escalate(EscalationTarget target) {
        return it -> it.escalate(new Escalate(target, true), true, LATE);
    }

    static Stream<Arguments> arrows() {
        return steps().flatMap(step -> step.leads().entrySet().stream()
                .map(arrow -> Arguments.of(step.name(), arrow.getKey(), arrow.getValue(), step.act())));
    }

    static Stream<Arguments> missingArrows() {
        return steps().flatMap(step -> Arrays.stream(ComplaintStatus.values())
                .filter(status -> !step.leads().containsKey(status))
                .map(status -> Arguments.of(step.name(), status, step.act())));
    }

    @ParameterizedTest(name = "{0}: {1} to {2}")
    @MethodSource("arrows")
    @Requirement("CD-B")
    void a_step_of_the_chart_leads_where_the_chart_says(
            String name, ComplaintStatus from, ComplaintStatus to, Function<Complaint, List<ComplaintEvent>> act) {
        var complaint = ComplaintFixture.in(from);

        var events = act.apply(complaint);

        assertThat(events).hasSize(1);
        assertThat(complaint.getStatus()).isEqualTo(to);
        assertThat(complaint.status()).isEqualTo(to.name());
    }

    @ParameterizedTest(name = "{0}: not from {1}")
    @MethodSource("missingArrows")
    @Requirement("CD-B")
    void a_step_that_is_not_in_the_chart_is_refused_and_changes_nothing(
            String name, ComplaintStatus from, Function<Complaint, List<ComplaintEvent>> act) {
        var complaint = ComplaintFixture.in(from);

        assertThatThrownBy(() -> act.apply(complaint))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo(ComplaintRule.WRONG_STAGE));

        assertThat(complaint).usingRecursiveComparison().isEqualTo(ComplaintFixture.in(from));
    }
}
