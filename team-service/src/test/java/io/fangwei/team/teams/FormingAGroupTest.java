package io.fangwei.team.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fangwei.kernel.problems.Refusal;
import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.team.policies.InsuredPolicy;
import io.fangwei.team.teams.GroupEvent.GroupFormed;
import io.fangwei.team.teams.GroupEvent.GroupMemberAdded;
import io.fangwei.team.vocabulary.TeamRule;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormingAGroupTest {

    static final UUID ID = UUID.randomUUID();
    static final UUID INSURER = UUID.randomUUID();
    static final UUID COMPANY = UUID.randomUUID();
    static final UUID POLICY = UUID.randomUUID();
    static final UUID ONE = UUID.randomUUID();
    static final UUID TWO = UUID.randomUUID();
    static final UUID OUTSIDER = UUID.randomUUID();
    static final LocalDate TODAY = LocalDate.of(2025, 3, 3);
    static final Roster ROSTER = (insurer, professional) -> insurer.equals(INSURER) && !professional.equals(OUTSIDER);

    @Test
    @Requirement("AMB-59")
    void it_may_be_one_person() {
        assertThat(group(ONE).formed())
                .isEqualTo(new GroupFormed(ID, INSURER, COMPANY, POLICY, "510104", List.of(ONE)));
    }

    @Test
    @Requirement("CD-5.3.1a")
    void its_people_are_taken_from_the_teams_of_the_insurer() {
        assertRefused(TeamRule.MEMBER_NOT_IN_TEAM, () -> group(ONE, OUTSIDER));
        assertRefused(TeamRule.MEMBER_NOT_IN_TEAM, () -> group(ONE).add(OUTSIDER, ROSTER));
    }

    @Test
    void nobody_is_in_it_twice() {
        assertRefused(TeamRule.MEMBER_NAMED_TWICE, () -> group(ONE, ONE));
        assertThat(group(ONE).add(ONE, ROSTER)).isEmpty();
    }

    @Test
    void somebody_added_later_is_told_with_all_the_others() {
        assertThat(group(ONE).add(TWO, ROSTER))
                .containsExactly(new GroupMemberAdded(ID, INSURER, COMPANY, POLICY, "510104", TWO, List.of(ONE, TWO)));
    }

    @ParameterizedTest
    @CsvSource({"true, 2025-03-03, true", "true, 2025-03-02, false", "false, 2025-12-31, false"})
    void the_policy_must_be_in_force(boolean active, LocalDate to, boolean formed) {
        var policy = policy(active, to);

        if (formed) {
            assertThat(form(policy, COMPANY, ONE).getPolicyId()).isEqualTo(POLICY);
        } else {
            assertRefused(TeamRule.POLICY_NOT_ACTIVE, () -> form(policy, COMPANY, ONE));
        }
    }

    @Test
    @Requirement("CD-5.3.1b")
    void the_policy_must_insure_the_company() {
        var policy = policy(true, LocalDate.of(2025, 12, 31));

        assertRefused(TeamRule.POLICY_OF_ANOTHER_COMPANY, () -> form(policy, UUID.randomUUID(), ONE));
    }

    private static void assertRefused(TeamRule rule, Runnable act) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(act::run)
                .extracting(Refusal::rule)
                .isEqualTo(rule);
    }

    private static ServiceGroup group(UUID... members) {
        return form(policy(true, LocalDate.of(2025, 12, 31)), COMPANY, members);
    }

    private static ServiceGroup form(InsuredPolicy policy, UUID company, UUID... members) {
        return ServiceGroup.form(ID, policy, company, List.of(members), ROSTER, TODAY);
    }

    private static InsuredPolicy policy(boolean active, LocalDate to) {
        return new InsuredPolicy(POLICY, INSURER, COMPANY, "510104", LocalDate.of(2025, 1, 1), to, active);
    }
}
