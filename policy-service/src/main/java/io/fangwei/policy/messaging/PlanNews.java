package io.fangwei.policy.messaging;

import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.listening.Reaction;
import io.fangwei.policy.budget.BudgetFlow;
import io.fangwei.policy.budget.BudgetFlow.PlannedItem;
import io.fangwei.policy.policies.ServiceItemType;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** A service plan that both sides agreed on is committed in the budget, and released when it ends early. */
@Component
class PlanNews implements Reaction {

    private static final String AGREED = "visit.plan-agreed.v1";
    private static final String TERMINATED = "visit.plan-terminated.v1";

    private final BudgetFlow flow;

    PlanNews(BudgetFlow flow) {
        this.flow = flow;
    }

    @Override
    public Set<String> types() {
        return Set.of(AGREED, TERMINATED);
    }

    @Override
    public void on(EventEnvelope event) {
        var on = LocalDate.parse(event.text("on"));
        if (event.type().equals(TERMINATED)) {
            flow.release(event.uuid("insurerId"), event.uuid("planId"), on);
        } else {
            flow.commit(
                    event.uuid("insurerId"),
                    event.uuid("planId"),
                    event.uuid("policyId"),
                    event.uuid("companyId"),
                    on,
                    event.data().path("items").valueStream().map(PlanNews::item).toList());
        }
    }

    private static PlannedItem item(JsonNode item) {
        return new PlannedItem(
                ServiceItemType.valueOf(item.required("item").asString()),
                item.required("frequency").asInt());
    }
}
