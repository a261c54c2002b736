package io.fangwei.policy.companies;

import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** All insured companies. */
public interface Companies {

    /** Keeps a company that is new, or lets the insurer join those who insure it already. */
    InsuredCompany register(InsuredCompany company, UUID insurerId);

    InsuredCompany get(UUID companyId);

    InsuredCompany change(UUID companyId, Function<InsuredCompany, List<CompanyEvent>> action);

    Page<InsuredCompany> page(Pages page);
}
