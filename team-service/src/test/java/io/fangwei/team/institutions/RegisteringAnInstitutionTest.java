package io.fangwei.team.institutions;

import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.team.institutions.InstitutionEvent.InstitutionRegistered;
import io.fangwei.team.vocabulary.Validity;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegisteringAnInstitutionTest {

    static final LocalDate TODAY = LocalDate.of(2025, 3, 3);
    static final UUID ID = UUID.randomUUID();

    @Test
    void one_that_fulfils_all_conditions_is_compliant() {
        assertThat(registered(true, "成都市锦江区一号", 5, "2025-12-31"))
                .isEqualTo(new InstitutionRegistered(
                        ID, "成都安评", List.of(InstitutionKind.SAFETY_ASSESSMENT), true, List.of()));
    }

    @Test
    @Requirement("CD-5.2.3a")
    void one_that_is_no_legal_person_fails_that_condition() {
        assertThat(failed(false, "成都市锦江区一号", 5, "2025-12-31")).containsExactly(BasicCondition.LEGAL_PERSON);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = " ")
    @Requirement("CD-5.2.3b")
    void one_without_an_address_fails_the_condition_of_fixed_premises(String address) {
        assertThat(failed(true, address, 5, "2025-12-31")).containsExactly(BasicCondition.FIXED_PREMISES);
    }

    @Test
    @Requirement("CD-5.2.3c")
    void one_with_fewer_than_five_full_time_professionals_fails_that_condition() {
        assertThat(failed(true, "成都市锦江区一号", 4, "2025-12-31")).containsExactly(BasicCondition.FIVE_PROFESSIONALS);
    }

    @ParameterizedTest
    @Requirement("CD-5.2.3d")
    @CsvSource({"2025-03-02, false", "2025-03-03, true"})
    void a_permit_counts_to_its_last_day(String lastDay, boolean compliant) {
        assertThat(registered(true, "成都市锦江区一号", 5, lastDay).compliant()).isEqualTo(compliant);
    }

    @Test
    void one_that_fails_everything_is_registered_all_the_same() {
        assertThat(failed(false, null, 0, "2024-12-31")).containsExactly(BasicCondition.values());
    }

    @Test
    @Requirement("CD-3.6")
    void there_are_nine_kinds() {
        assertThat(InstitutionKind.values()).hasSize(9);
    }

    private static List<BasicCondition> failed(boolean legal, @Nullable String address, int people, String permit) {
        return registered(legal, address, people, permit).failedConditions();
    }

    private static InstitutionRegistered registered(
            boolean legal, @Nullable String address, int people, String permitTo) {
        var validity = new Validity(LocalDate.of(2020, 1, 1), LocalDate.parse(permitTo));
        var profile = new InstitutionProfile(
                "成都安评",
                List.of(InstitutionKind.SAFETY_ASSESSMENT),
                legal,
                address,
                people,
                List.of(new Permit("安全评价", "APJ-1", "四川省应急管理厅", validity)));
        return Institution.register(ID, "91510100MA00000009", profile, TODAY).registered();
    }
}
