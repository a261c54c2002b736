package io.fangwei.policy.golive;

import io.fangwei.kernel.events.Aggregate;
import io.fangwei.policy.golive.GoLiveEvent.PolicyBroughtIn;
import io.fangwei.policy.golive.GoLiveEvent.ServicesDoneBefore;
import io.fangwei.policy.policies.Policy;
import io.fangwei.policy.policies.PolicyStatus;
import io.fangwei.policy.policies.ServiceItemType;
import io.fangwei.policy.rules.PolicyRule;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The marker on something that was there before the platform: what it is, by which proof, brought in on which day. */
public final class BroughtIn implements Aggregate {

    private final UUID recordId;
    private final UUID insurerId;
    private final UUID policyId;
    private final String proofNo;
    private final LocalDate on;
    private @Nullable ServiceItemType item;
    private @Nullable Integer times;
    private @Nullable LocalDate lastOn;
    private @Nullable String proofHash;

    private BroughtIn(UUID recordId, UUID insurerId, UUID policyId, String proofNo, LocalDate on) {
        this.recordId = recordId;
        this.insurerId = insurerId;
        this.policyId = policyId;
        this.proofNo = proofNo;
        this.on = on;
    }

    public static BroughtIn of(UUID recordId, Policy policy, String proofNo, LocalDate today) {
        return new BroughtIn(recordId, policy.getInsurerId(), policy.getPolicyId(), proofNo, today);
    }

    public List<GoLiveEvent> asPolicy(Policy policy, LocalDate disclosedOn) {
        return List.of(new PolicyBroughtIn(
                policyId, insurerId, policy.getCompanyId(), policy.getRisk().area(), disclosedOn, proofNo, on));
    }

    /** Services were rendered within the policy and not after today. */
    public List<GoLiveEvent> asServices(
            Policy policy, ServiceItemType given, int howOften, LocalDate last, String sha256) {
        var contract = policy.getContract();
        PolicyRule.POLICY_NOT_ACTIVE.require(
                policy.getStatus() == PolicyStatus.ACTIVE, contract.policyNo(), policy.getStatus());
        PolicyRule.SERVICE_OUTSIDE_POLICY.require(
                !last.isBefore(contract.from()) && !last.isAfter(contract.to()) && !last.isAfter(on),
                contract.policyNo(),
                last);
        PolicyRule.ITEM_NOT_CONTRACTED.require(
                contract.serviceTerms().stream().anyMatch(term -> term.item() == given), given);
        item = given;
        times = howOften;
        lastOn = last;
        proofHash = sha256;
        return List.of(new ServicesDoneBefore(
                recordId,
                policyId,
                insurerId,
                policy.getCompanyId(),
                policy.getRisk().area(),
                given,
                howOften,
                last,
                proofNo,
                sha256,
                on));
    }

    @Override
    public String status() {
        return "BROUGHT_IN";
    }

    public UUID getRecordId() {
        return recordId;
    }

    public UUID getPolicyId() {
        return policyId;
    }

    public String getProofNo() {
        return proofNo;
    }

    public @Nullable String getProofHash() {
        return proofHash;
    }

    public @Nullable ServiceItemType getItem() {
        return item;
    }

    public @Nullable Integer getTimes() {
        return times;
    }

    public @Nullable LocalDate getLastOn() {
        return lastOn;
    }
}
