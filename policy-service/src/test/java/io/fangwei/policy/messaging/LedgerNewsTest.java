package io.fangwei.policy.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.testing.Contracts;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class LedgerNewsTest {

    private final LedgerNews news = new LedgerNews();

    @ParameterizedTest
    @CsvSource({
        "policy.opening-balance-recorded.v1, 1",
        "policy.budget-accrued.v1, 1",
        "policy.accrual-taken-back.v1, 1",
        "policy.budget-committed.v1, 1",
        "policy.commitment-released.v1, 1",
        "policy.ledger-entry-posted.v1, 1",
        "policy.ledger-entry-reversed.v1, 2",
        "policy.budget-carried-over.v1, 1",
        "policy.budget-carried-in.v1, 1"
    })
    void it_reads_what_pools_tell(String type, int rows) {
        assertThat(news.types()).contains(type);
        assertThat(news.on(Contracts.sample(type, UUID.randomUUID(), 2))).hasSize(rows);
    }

    @ParameterizedTest
    @ValueSource(strings = {"poolId", "entryNo", "amount", "category", "voucherNo", "purpose", "spentOn", "accrued"})
    void an_entry_that_lacks_something_is_not_understood(String field) {
        var sample = Contracts.sample("policy.ledger-entry-posted.v1", UUID.randomUUID(), 2);
        ((ObjectNode) sample.data()).remove(field);

        assertThatIllegalArgumentException().isThrownBy(() -> news.on(sample));
    }

    @ParameterizedTest
    @ValueSource(strings = {"visitId", "planId", "companyId"})
    void an_entry_may_serve_prevention_in_general(String field) {
        EventEnvelope sample = Contracts.sample("policy.ledger-entry-posted.v1", UUID.randomUUID(), 2);
        ((ObjectNode) sample.data()).putNull(field);

        assertThat(news.on(sample)).hasSize(1);
    }
}
