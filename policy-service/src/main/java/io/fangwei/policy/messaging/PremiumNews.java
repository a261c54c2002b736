package io.fangwei.policy.messaging;

import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.listening.Reaction;
import io.fangwei.policy.budget.BudgetDesk;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Premium received at a policy sets money aside in the insurer's pool of that year. */
@Component
class PremiumNews implements Reaction {

    private final BudgetDesk desk;

    PremiumNews(BudgetDesk desk) {
        this.desk = desk;
    }

    @Override
    public Set<String> types() {
        return Set.of("policy.premium-received.v1");
    }

    @Override
    public void on(EventEnvelope event) {
        desk.accrue(
                event.uuid("insurerId"),
                LocalDate.parse(event.text("receivedOn")).getYear(),
                event.uuid("policyId"),
                event.uuid("companyId"),
                new BigDecimal(event.text("amount")),
                new BigDecimal(event.text("ratio")));
    }
}
