package io.fangwei.complaint.complaints;

import static io.fangwei.complaint.rules.ComplaintRule.COMPANY_MISSING;
import static io.fangwei.complaint.rules.ComplaintRule.COMPANY_NOT_YOURS;
import static io.fangwei.complaint.rules.ComplaintRule.INSURER_MISSING;
import static io.fangwei.complaint.rules.ComplaintRule.NOT_INSURED;
import static io.fangwei.complaint.rules.ComplaintRule.POLICY_UNKNOWN;
import static io.fangwei.complaint.rules.ComplaintRule.SUBJECT_MISMATCH;
import static io.fangwei.complaint.rules.ComplaintRule.VISIT_UNKNOWN;

import io.fangwei.complaint.complaints.ComplaintCommand.FileComplaint;
import io.fangwei.complaint.policies.InsuredPolicies;
import io.fangwei.complaint.policies.InsuredPolicy;
import io.fangwei.complaint.visits.ServedVisit;
import io.fangwei.complaint.visits.ServedVisits;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds out from what others told us who complains about whom, and whether what was named belongs together. */
@Service
public class Subjects {

    private final InsuredPolicies policies;
    private final ServedVisits visits;
    private final Clock clock;

    Subjects(InsuredPolicies policies, ServedVisits visits, Clock clock) {
        this.policies = policies;
        this.visits = visits;
        this.clock = clock;
    }

    /** A company files for itself. */
    Subject byCompany(UUID companyId, FileComplaint said) {
        COMPANY_NOT_YOURS.require(said.companyId() == null || said.companyId().equals(companyId));
        return subject(companyId, said.insurerId(), said);
    }

    /** Staff file what came to their insurer. */
    Subject byInsurer(UUID insurerId, FileComplaint said) {
        COMPANY_MISSING.require(said.companyId() != null);
        SUBJECT_MISMATCH.require(said.insurerId() == null || said.insurerId().equals(insurerId));
        POLICY_UNKNOWN.require(said.policyId() == null || isPolicyOf(insurerId, said.policyId()));
        VISIT_UNKNOWN.require(said.visitId() == null || isVisitOf(insurerId, said.visitId()));
        return subject(Objects.requireNonNull(said.companyId()), insurerId, said);
    }

    /** What another insurer has does not exist. */
    private boolean isPolicyOf(UUID insurerId, UUID policyId) {
        return policy(policyId)
                .filter(found -> found.insurerId().equals(insurerId))
                .isPresent();
    }

    private boolean isVisitOf(UUID insurerId, UUID visitId) {
        return visits.visit(visitId)
                .filter(found -> found.insurerId().equals(insurerId))
                .isPresent();
    }

    /** The professionals whose service the complaint may be about. */
    Set<UUID> concerned(Complaint complaint) {
        return visits.professionals(complaint.getPolicyId(), complaint.getVisitId());
    }

    private Subject subject(UUID companyId, @Nullable UUID insurerId, FileComplaint said) {
        if (said.visitId() != null) {
            return ofVisit(said.visitId(), companyId, insurerId, said.policyId());
        }
        return said.policyId() != null ? ofPolicy(said.policyId(), companyId, insurerId) : free(companyId, insurerId);
    }

    private Subject ofVisit(UUID visitId, UUID companyId, @Nullable UUID insurerId, @Nullable UUID policyId) {
        var visit = visits.visit(visitId)
                .filter(found -> companyOf(found).equals(companyId))
                .orElseThrow(VISIT_UNKNOWN::broken);
        SUBJECT_MISMATCH.require(insurerId == null || insurerId.equals(visit.insurerId()));
        SUBJECT_MISMATCH.require(policyId == null || policyId.equals(visit.policyId()));
        return new Subject(visit.insurerId(), companyId, visit.area(), visit.policyId(), visitId);
    }

    /** A visit belongs to the company to which its policy belongs by now. */
    private UUID companyOf(ServedVisit visit) {
        return policy(visit.policyId()).map(InsuredPolicy::companyId).orElse(visit.companyId());
    }

    private Optional<InsuredPolicy> policy(UUID policyId) {
        return policies.policy(policyId, LocalDate.now(clock));
    }

    private Subject ofPolicy(UUID policyId, UUID companyId, @Nullable UUID insurerId) {
        var policy = policy(policyId)
                .filter(found -> found.companyId().equals(companyId))
                .orElseThrow(POLICY_UNKNOWN::broken);
        SUBJECT_MISMATCH.require(insurerId == null || insurerId.equals(policy.insurerId()));
        return new Subject(policy.insurerId(), companyId, policy.area(), policyId, null);
    }

    private Subject free(UUID companyId, @Nullable UUID insurerId) {
        INSURER_MISSING.require(insurerId != null);
        var insurer = Objects.requireNonNull(insurerId);
        NOT_INSURED.require(policies.isInsured(companyId, insurer));
        var area = policies.areaOf(companyId).orElseThrow(NOT_INSURED::broken);
        return new Subject(insurer, companyId, area, null, null);
    }
}
