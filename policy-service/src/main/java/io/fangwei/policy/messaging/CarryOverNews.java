package io.fangwei.policy.messaging;

import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.listening.Reaction;
import io.fangwei.policy.budget.BudgetFlow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a pool carried over arrives in the pool of the next year. */
@Component
class CarryOverNews implements Reaction {

    private final BudgetFlow flow;

    CarryOverNews(BudgetFlow flow) {
        this.flow = flow;
    }

    @Override
    public Set<String> types() {
        return Set.of("policy.budget-carried-over.v1");
    }

    @Override
    public void on(EventEnvelope event) {
        flow.carryIn(
                event.uuid("insurerId"),
                Integer.parseInt(event.text("year")),
                Integer.parseInt(event.text("toYear")),
                new BigDecimal(event.text("amount")),
                LocalDate.parse(event.text("on")));
    }
}
