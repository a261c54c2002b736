package io.fangwei.policy.companies;

import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.events.EventType;
import java.util.List;
import java.util.UUID;

/** What happens to an insured company. */
public sealed interface CompanyEvent extends Event {

    /** An insurer has registered the company as one that it insures; each insurer does so once. */
    @EventType("policy.company-registered.v1")
    record CompanyRegistered(
            UUID companyId,
            UUID insurerId,
            String name,
            String uscc,
            String industryCode,
            Scale scale,
            boolean highRisk,
            String area)
            implements CompanyEvent {}

    @EventType("policy.company-changed.v1")
    record CompanyChanged(
            UUID companyId, String name, String uscc, String industryCode, Scale scale, boolean highRisk, String area)
            implements CompanyEvent {}

    /** The company was a duplicate of another one that stays. */
    @EventType("policy.company-merged.v1")
    record CompanyMerged(UUID companyId, UUID intoCompanyId, List<UUID> insurerIds, String area)
            implements CompanyEvent {}
}
