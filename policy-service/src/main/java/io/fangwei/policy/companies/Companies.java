package io.fangwei.policy.companies;

import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** All insured companies. */
public interface Companies {

    /** Keeps a company that is new, or lets the insurer join those who insure it already. */
    InsuredCompany register(InsuredCompany company, UUID insurerId);

    InsuredCompany get(UUID companyId);

    InsuredCompany change(UUID companyId, Function<InsuredCompany, List<CompanyEvent>> action);

    /** Those of them that there are and that the caller may see. */
    Map<UUID, InsuredCompany> findAll(Collection<UUID> ids);

    Page<InsuredCompany> page(CompanyFilter filter, Pages page);
}
