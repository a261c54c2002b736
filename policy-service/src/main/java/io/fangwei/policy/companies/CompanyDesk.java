package io.fangwei.policy.companies;

import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.store.Ids;
import io.fangwei.policy.HighRiskIndustries;
import io.fangwei.policy.Own;
import io.fangwei.policy.companies.CompanyCommand.ChangeCompany;
import io.fangwei.policy.companies.CompanyCommand.MergeCompany;
import io.fangwei.policy.companies.CompanyCommand.RegisterCompany;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Where insurers register the companies that they insure. */
@Service
public class CompanyDesk {

    private final Companies companies;
    private final HighRiskIndustries highRisk;

    public CompanyDesk(Companies companies, HighRiskIndustries highRisk) {
        this.companies = companies;
        this.highRisk = highRisk;
    }

    public InsuredCompany register(RegisterCompany command) {
        var uscc = new Uscc(command.uscc());
        var profile = profile(command.name(), command.industryCode(), command.scale(), command.address());
        var company = InsuredCompany.known(Ids.of("company", uscc.value()), uscc, command.area(), profile);
        return companies.register(company, Own.insurer());
    }

    public InsuredCompany change(UUID companyId, ChangeCompany command) {
        var profile = profile(command.name(), command.industryCode(), command.scale(), command.address());
        return companies.change(companyId, company -> company.change(profile));
    }

    /** Merges a duplicate into a company that the insurer insures as well. */
    public InsuredCompany merge(UUID duplicateId, MergeCompany command) {
        var surviving = companies.get(command.intoCompanyId());
        surviving.requireUnmerged();
        return companies.change(duplicateId, company -> company.mergeInto(surviving.getCompanyId(), Own.insurer()));
    }

    public InsuredCompany get(UUID companyId) {
        return companies.get(companyId);
    }

    public Page<InsuredCompany> page(CompanyFilter filter, Pages page) {
        return companies.page(filter, page);
    }

    private CompanyProfile profile(String name, String industryCode, Scale scale, String address) {
        return new CompanyProfile(name, industryCode, scale, highRisk.include(industryCode), address);
    }
}
