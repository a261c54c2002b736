package io.fangwei.policy.policies.web;

import io.fangwei.policy.companies.Scale;
import io.fangwei.policy.policies.CoInsurer;
import io.fangwei.policy.policies.ContractClause;
import io.fangwei.policy.policies.Disclosure;
import io.fangwei.policy.policies.Headcount;
import io.fangwei.policy.policies.PolicyStatus;
import io.fangwei.policy.policies.PremiumReceipt;
import io.fangwei.policy.policies.PremiumRefund;
import io.fangwei.policy.policies.ServiceTerm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A policy as its readers see it. */
record PolicyView(
        UUID id,
        String policyNo,
        @Nullable String productCode,
        UUID insurerId,
        UUID companyId,
        String area,
        String industryCode,
        Scale scale,
        boolean highRisk,
        boolean underChengdu,
        LocalDate from,
        LocalDate to,
        PolicyStatus status,
        int contractVersion,
        @Nullable UUID renewalOf,
        List<ServiceTerm> serviceTerms,
        List<ServiceTerm> proposedTerms,
        List<CoInsurer> coInsurers,
        List<ContractClause> missingClauses,
        @Nullable Disclosure complaintProcedure,
        List<Headcount> headcounts,
        @Nullable Disclosure disclosure,
        @Nullable String exceptionReason,
        BigDecimal premium,
        BigDecimal received,
        List<PremiumReceipt> receipts,
        List<PremiumRefund> refunds) {}
