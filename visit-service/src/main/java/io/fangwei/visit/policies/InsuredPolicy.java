package io.fangwei.visit.policies;

import io.fangwei.visit.items.ServiceItem;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** What we remember of a policy: whose it is, when it covers, which service items it promises. */
public record InsuredPolicy(
        UUID policyId,
        UUID insurerId,
        UUID companyId,
        String area,
        LocalDate from,
        LocalDate to,
        Set<ServiceItem> items,
        boolean active) {

    public InsuredPolicy {
        items = Set.copyOf(items);
    }

    public Term term() {
        return new Term(from, to);
    }

    /** First and last day of a policy. */
    public record Term(LocalDate from, LocalDate to) {

        public boolean contains(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }
}
