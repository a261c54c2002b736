package io.fangwei.policy.entitlements;

import io.fangwei.policy.policies.Delivery;
import io.fangwei.policy.policies.PolicyEvent.ContractedItem;
import io.fangwei.policy.policies.ServiceItemType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a contract grants.
 *
 * @param yearly whether each policy year needs an assessment or screening (CD-6b)
 */
public record Grant(
        UUID policyId,
        UUID insurerId,
        UUID companyId,
        String area,
        LocalDate from,
        LocalDate to,
        List<ContractedItem> items,
        boolean yearly) {

    public Grant {
        items = List.copyOf(items);
    }

    /** True where the contract names training and leaves all of it to be done online (CD-6.1.2.3a). */
    public boolean trainsOnlyOnline() {
        var trainings = items.stream()
                .filter(item -> item.item() == ServiceItemType.TRAINING)
                .toList();
        return !trainings.isEmpty() && trainings.stream().allMatch(item -> item.delivery() == Delivery.ONLINE);
    }
}
