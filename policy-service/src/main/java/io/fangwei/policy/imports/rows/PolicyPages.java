package io.fangwei.policy.imports.rows;

import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.policy.companies.Companies;
import io.fangwei.policy.policies.Policies;
import io.fangwei.policy.policies.Policy;
import io.fangwei.policy.policies.PolicyFilter;
import java.util.function.BiConsumer;

/** All policies that the caller may see, each with the credit code of its company, a page in memory at a time. */
final class PolicyPages {

    private static final PolicyFilter ALL = new PolicyFilter(null, null, null, null, null);

    private final Policies policies;
    private final Companies companies;

    PolicyPages(Policies policies, Companies companies) {
        this.policies = policies;
        this.companies = companies;
    }

    void forEach(BiConsumer<Policy, String> each) {
        Page<Policy> page = policies.page(ALL, Pages.of(Pages.MOST, null));
        give(page, each);
        while (page.next() != null) {
            page = policies.page(ALL, Pages.of(Pages.MOST, page.next()));
            give(page, each);
        }
    }

    private void give(Page<Policy> page, BiConsumer<Policy, String> each) {
        var insured = companies.findAll(
                page.items().stream().map(Policy::getCompanyId).distinct().toList());
        page.items().forEach(policy -> {
            var company = insured.get(policy.getCompanyId());
            each.accept(policy, company == null ? "" : company.getUscc());
        });
    }
}
