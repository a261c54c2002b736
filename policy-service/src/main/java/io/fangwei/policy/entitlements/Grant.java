package io.fangwei.policy.entitlements;

import io.fangwei.policy.policies.PolicyEvent.ContractedItem;
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
}
