package io.fangwei.policy.messaging;

import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.listening.Reaction;
import io.fangwei.policy.budget.BudgetFlow;
import io.fangwei.policy.policies.AccrualShare;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Premium received at a policy sets money aside in the insurer's pool of that year; a refund takes it back. */
@Component
class PremiumNews implements Reaction {

    private static final String RECEIVED = "policy.premium-received.v1";
    private static final String REFUNDED = "policy.premium-refunded.v1";

    private final BudgetFlow flow;

    PremiumNews(BudgetFlow flow) {
        this.flow = flow;
    }

    @Override
    public Set<String> types() {
        return Set.of(RECEIVED, REFUNDED);
    }

    @Override
    public void on(EventEnvelope event) {
        if (event.type().equals(RECEIVED)) {
            flow.accrue(
                    event.uuid("insurerId"),
                    LocalDate.parse(event.text("receivedOn")).getYear(),
                    event.uuid("policyId"),
                    event.uuid("companyId"),
                    new BigDecimal(event.text("amount")),
                    new AccrualShare(
                            new BigDecimal(event.text("ratio")),
                            event.data().hasNonNull("floor") ? new BigDecimal(event.text("floor")) : null,
                            event.data().hasNonNull("rulePack") ? event.text("rulePack") : null));
        } else {
            flow.takeBack(
                    event.uuid("insurerId"),
                    LocalDate.parse(event.text("refundedOn")).getYear(),
                    event.uuid("policyId"),
                    event.uuid("companyId"),
                    new BigDecimal(event.text("amount")),
                    new BigDecimal(event.text("ratio")));
        }
    }
}
