package io.fangwei.policy.budget;

import io.fangwei.policy.policies.ServiceItemType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What the services of an agreed plan will cost. */
public record PlanCost(UUID planId, UUID policyId, UUID companyId, LocalDate agreedOn, List<ItemCost> items) {

    public PlanCost {
        items = List.copyOf(items);
    }

    /** The same for every repeat of the event that the pool hears after that entry. */
    private UUID commitmentId(ServiceItemType item, int afterEntry) {
        var name = "%s:%s:%d".formatted(planId, item, afterEntry);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    Commitment commitment(ServiceItemType item, BigDecimal amount, int afterEntry) {
        return new Commitment(commitmentId(item, afterEntry), planId, policyId, companyId, item, amount);
    }

    /** All services of one item. */
    public record ItemCost(ServiceItemType item, BigDecimal cost) {}
}
