package io.fangwei.team.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.team.agreements.AgreementEvent.AgreementEnded;
import io.fangwei.team.agreements.AgreementEvent.AgreementSigned;
import io.fangwei.team.vocabulary.Validity;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EndingAnAgreementTest {

    static final UUID ID = UUID.randomUUID();
    static final UUID INSURER = UUID.randomUUID();
    static final UUID INSTITUTION = UUID.randomUUID();
    static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    static final LocalDate LAST = LocalDate.of(2025, 12, 31);

    @Test
    void a_signed_agreement_tells_its_party_and_its_days() {
        assertThat(agreement().signed())
                .isEqualTo(new AgreementSigned(ID, INSURER, PartyKind.INSTITUTION, INSTITUTION, FIRST, LAST));
    }

    @Test
    @Requirement("CLK-25")
    void it_ends_the_day_after_its_last_day_and_says_so_once() {
        var agreement = agreement();

        assertThat(agreement.nextDue()).contains(LAST);
        assertThat(agreement.noticeOverdue(LAST)).isEmpty();
        assertThat(agreement.noticeOverdue(LAST.plusDays(3)))
                .containsExactly(new AgreementEnded(ID, INSURER, PartyKind.INSTITUTION, INSTITUTION, LAST.plusDays(1)));
        assertThat(agreement.getStatus()).isEqualTo(AgreementStatus.ENDED);
        assertThat(agreement.noticeOverdue(LAST.plusDays(4))).isEmpty();
        assertThat(agreement.nextDue()).isEmpty();
    }

    private static ServiceAgreement agreement() {
        return ServiceAgreement.sign(
                ID,
                INSURER,
                PartyKind.INSTITUTION,
                INSTITUTION,
                new Validity(FIRST, LAST),
                new ServiceAgreement.Terms("隐患排查", "按规范提供服务"));
    }
}
