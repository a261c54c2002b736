package io.fangwei.policy.feed.messaging;

import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.feed.FeedRecord;
import io.fangwei.kernel.feed.FeedSource;
import io.fangwei.kernel.problems.NotFound;
import io.fangwei.policy.companies.Companies;
import io.fangwei.policy.companies.InsuredCompany;
import io.fangwei.policy.companies.Scale;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Insured companies, to which policies refer. One that turned out to be a duplicate is gone. */
@Component
class CompanyRecords implements FeedSource {

    record Shown(
            String kind, String name, String uscc, String area, String industryCode, Scale scale, boolean highRisk) {}

    private final Companies companies;

    CompanyRecords(Companies companies) {
        this.companies = companies;
    }

    @Override
    public Set<String> types() {
        return Set.of("policy.company-registered.v1", "policy.company-changed.v1", "policy.company-merged.v1");
    }

    @Override
    public List<FeedRecord> on(List<EventEnvelope> events) {
        var known = companies.findAll(
                events.stream().map(EventEnvelope::subjectId).distinct().toList());
        return events.stream()
                .map(event -> {
                    var company = known.get(event.subjectId());
                    if (company == null) {
                        throw new NotFound("company", event.subject());
                    }
                    return record(event, company);
                })
                .toList();
    }

    private static FeedRecord record(EventEnvelope event, InsuredCompany company) {
        return company.getMergedInto() != null
                ? FeedRecord.withdrawn(event, event.subject())
                : FeedRecord.shown(event, event.subject(), List.of(company.getArea()), shown(company));
    }

    private static Shown shown(InsuredCompany company) {
        var profile = company.getProfile();
        return new Shown(
                "COMPANY",
                profile.name(),
                company.getUscc(),
                company.getArea(),
                profile.industryCode(),
                profile.scale(),
                profile.highRisk());
    }
}
