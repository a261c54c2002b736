package io.fangwei.complaint.complaints;

import static io.fangwei.complaint.complaints.ComplaintFixture.AREA;
import static io.fangwei.complaint.complaints.ComplaintFixture.REPLY_DUE;
import static io.fangwei.complaint.complaints.ComplaintFixture.dissatisfied;
import static io.fangwei.complaint.complaints.ComplaintFixture.escalated;
import static io.fangwei.complaint.complaints.ComplaintFixture.registered;
import static io.fangwei.complaint.complaints.EscalationTarget.EMERGENCY_AUTHORITY;
import static io.fangwei.complaint.complaints.EscalationTarget.FINANCIAL_REGULATOR;
import static io.fangwei.complaint.complaints.EscalationTarget.OTHER;
import static io.fangwei.complaint.complaints.EscalationTarget.SELF_REGULATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.complaint.complaints.ComplaintCommand.Escalate;
import io.fangwei.complaint.complaints.ComplaintEvent.ComplaintClosed;
import io.fangwei.complaint.rules.ComplaintRule;
import io.fangwei.kernel.tracing.Requirement;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EscalatingTest {

    private static final LocalDate DAY = LocalDate.of(2025, 4, 1);

    @ParameterizedTest
    @EnumSource
    @Requirement("CD-5.4.2.2")
    void the_company_decides_where_it_turns(EscalationTarget target) {
        var complaint = dissatisfied();

        complaint.escalate(new Escalate(target, true), true, DAY);

        assertThat(complaint.getStatus()).isEqualTo(target.status());
        assertThat(complaint.getEscalations()).singleElement().satisfies(step -> {
            assertThat(step.target()).isEqualTo(target);
            assertThat(step.on()).isEqualTo(DAY);
        });
    }

    @ParameterizedTest
    @EnumSource
    @Requirement("CD-5.4.2.2")
    void nothing_is_passed_on_without_consent(EscalationTarget target) {
        Refused.by(
                ComplaintRule.CONSENT_MISSING, () -> dissatisfied().escalate(new Escalate(target, false), true, DAY));
    }

    @Test
    @Requirement("CD-5.4.2.2")
    void an_officer_brings_it_to_the_self_regulation_body_and_nowhere_else() {
        assertThat(dissatisfied().escalate(new Escalate(SELF_REGULATION, true), false, DAY))
                .hasSize(1);
        Refused.by(
                ComplaintRule.INSURED_DECIDES,
                () -> dissatisfied().escalate(new Escalate(EMERGENCY_AUTHORITY, true), false, DAY));
        Refused.by(
                ComplaintRule.INSURED_DECIDES,
                () -> registered().escalate(new Escalate(SELF_REGULATION, true), false, DAY));
    }

    @Test
    void an_unanswered_complaint_is_escalated_only_after_a_breach() {
        Refused.by(
                ComplaintRule.NO_CLOCK_BREACHED,
                () -> registered().escalate(new Escalate(SELF_REGULATION, true), true, REPLY_DUE));
        assertThat(registered().escalate(new Escalate(SELF_REGULATION, true), true, REPLY_DUE.plusDays(1)))
                .hasSize(1);
    }

    @ParameterizedTest(name = "{0}: {1} may record the outcome: {2}")
    @CsvSource(textBlock = """
            SELF_REGULATION,     SR, true
            SELF_REGULATION,     EA, false
            EMERGENCY_AUTHORITY, EA, true
            EMERGENCY_AUTHORITY, FR, false
            FINANCIAL_REGULATOR, FR, true
            FINANCIAL_REGULATOR, SR, false
            OTHER,               EA, false
            """)
    void only_the_body_that_has_it_records_the_outcome(EscalationTarget target, String body, boolean may) {
        var complaint = escalated(target);

        if (may) {
            assertThat(complaint.recordOutcome("已处理", Set.of(body), DAY)).hasSize(1);
        } else {
            Refused.by(ComplaintRule.NOT_ESCALATED_TO_YOU, () -> complaint.recordOutcome("已处理", Set.of(body), DAY));
        }
    }

    @Test
    void after_the_self_regulation_body_the_authority_has_the_last_word() {
        var complaint = escalated(SELF_REGULATION);
        complaint.escalate(new Escalate(EMERGENCY_AUTHORITY, true), true, DAY);

        Refused.by(ComplaintRule.NOT_ESCALATED_TO_YOU, () -> complaint.recordOutcome("已调解", Set.of("SR"), DAY));
        var events = complaint.recordOutcome("属实，责令整改", Set.of("EA"), DAY);

        assertThat(events).singleElement().isInstanceOfSatisfying(ComplaintClosed.class, told -> {
            assertThat(told.outcome()).isEqualTo("DECIDED");
            assertThat(told.outcomeHash()).matches("[0-9a-f]{64}");
        });
        assertThat(complaint.getEscalations().get(1).outcome()).isEqualTo("属实，责令整改");
        assertThat(complaint.getEscalations().get(0).outcome()).isNull();
    }

    @Test
    void only_an_emergency_department_is_bound_to_its_area() {
        assertThat(escalated(EMERGENCY_AUTHORITY).getEscalations().get(0).authorityArea())
                .isEqualTo(AREA);
        assertThat(escalated(FINANCIAL_REGULATOR).getEscalations().get(0).authorityArea())
                .isNull();
        assertThat(escalated(OTHER).getEscalations().get(0).body()).isNull();
    }

    @Test
    @Requirement("AMB-12")
    void a_dissatisfied_company_gets_no_second_reply_to_the_same_complaint() {
        var complaint = dissatisfied();

        Refused.by(
                ComplaintRule.WRONG_STAGE,
                () -> complaint.draftReply(
                        ComplaintFixture.ANOTHER_REPLY,
                        ComplaintFixture.THREE_PARTS,
                        ComplaintFixture.OFFICER_SUBJECT,
                        DAY));
    }
}
