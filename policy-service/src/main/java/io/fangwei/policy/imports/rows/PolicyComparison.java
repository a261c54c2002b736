package io.fangwei.policy.imports.rows;

import io.fangwei.policy.Own;
import io.fangwei.policy.companies.Companies;
import io.fangwei.policy.companies.InsuredCompany;
import io.fangwei.policy.imports.rows.RowKind.Comparison;
import io.fangwei.policy.policies.InsuredRisk;
import io.fangwei.policy.policies.Policies;
import io.fangwei.policy.policies.Policy;
import io.fangwei.policy.rules.PolicyRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Policies of a file beside those that there are. */
class PolicyComparison implements Comparison<PolicyRow> {

    private final Policies policies;
    private final Companies companies;
    private final Map<UUID, Policy> there = new HashMap<>();
    private final Map<UUID, InsuredCompany> insured = new HashMap<>();

    PolicyComparison(Policies policies, Companies companies) {
        this.policies = policies;
        this.companies = companies;
    }

    @Override
    public void lookUp(List<PolicyRow> rows) {
        there.clear();
        there.putAll(policies.findAll(rows.stream().map(PolicyRow::policyId).toList()));
        insured.clear();
        insured.putAll(companies.findAll(
                rows.stream().map(row -> row.command().companyId()).distinct().toList()));
    }

    @Override
    public boolean isKnown(PolicyRow row) {
        var policy = there.get(row.policyId());
        if (policy == null) {
            return false;
        }
        PolicyRule.KNOWN_DIFFERENTLY.require(
                policy.getCompanyId().equals(row.command().companyId())
                        && PolicyRow.cells(policy.getContract(), row.uscc())
                                .equals(PolicyRow.cells(row.contract(), row.uscc())),
                row.command().policyNo());
        return true;
    }

    Policy policy(PolicyRow row) {
        return Objects.requireNonNull(there.get(row.policyId()));
    }

    @Override
    public void tryOut(PolicyRow row) {
        drafted(row);
    }

    /** The policy that the row would become, as far as drafting it. */
    Policy drafted(PolicyRow row) {
        var company = insured.get(row.command().companyId());
        if (company == null) {
            throw PolicyRule.COMPANY_UNKNOWN.broken(row.uscc());
        }
        company.requireUnmerged();
        return Policy.of(
                row.policyId(), Own.insurer(), company.getCompanyId(), row.contract(), InsuredRisk.of(company));
    }
}
