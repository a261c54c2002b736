package io.fangwei.policy.companies;

import io.fangwei.kernel.events.Searchable;
import io.fangwei.policy.companies.CompanyEvent.CompanyChanged;
import io.fangwei.policy.companies.CompanyEvent.CompanyMerged;
import io.fangwei.policy.companies.CompanyEvent.CompanyRegistered;
import io.fangwei.policy.rules.PolicyRule;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A company that is insured and entitled to prevention services, known once however many insurers it has (CD-3.4). */
public final class InsuredCompany implements Searchable {

    private final UUID companyId;
    private final String uscc;
    private final String area;
    private CompanyProfile profile;
    private List<UUID> insurerIds;
    private @Nullable UUID mergedInto;

    private InsuredCompany(UUID companyId, String uscc, String area, CompanyProfile profile, List<UUID> insurerIds) {
        this.companyId = companyId;
        this.uscc = uscc;
        this.area = area;
        this.profile = profile;
        this.insurerIds = List.copyOf(insurerIds);
    }

    /** @param area code of GB/T 2260 where its risk lies (CD-1b) */
    public static InsuredCompany known(UUID companyId, Uscc uscc, String area, CompanyProfile profile) {
        return new InsuredCompany(companyId, uscc.value(), area, profile, List.of());
    }

    /** An insurer begins to insure it. Its identity stays as the first insurer gave it. */
    public List<CompanyEvent> registerFor(UUID insurerId) {
        requireUnmerged();
        if (insurerIds.contains(insurerId)) {
            return List.of();
        }
        insurerIds = Stream.concat(insurerIds.stream(), Stream.of(insurerId)).toList();
        return List.of(new CompanyRegistered(
                companyId,
                insurerId,
                profile.name(),
                uscc,
                profile.industryCode(),
                profile.scale(),
                profile.highRisk(),
                area));
    }

    public List<CompanyEvent> change(CompanyProfile given) {
        requireUnmerged();
        profile = given;
        return List.of(new CompanyChanged(
                companyId, given.name(), uscc, given.industryCode(), given.scale(), given.highRisk(), area));
    }

    /** It turned out to be a duplicate; what belongs to it goes to the other one. */
    public List<CompanyEvent> mergeInto(UUID survivingId, UUID insurerId) {
        requireUnmerged();
        PolicyRule.MERGER_INTO_ITSELF.require(!companyId.equals(survivingId), companyId);
        PolicyRule.MERGER_CONCERNS_OTHERS.require(insurerIds.equals(List.of(insurerId)), companyId);
        mergedInto = survivingId;
        return List.of(new CompanyMerged(companyId, survivingId, insurerIds, area));
    }

    /** Nothing new begins with a duplicate. */
    public void requireUnmerged() {
        PolicyRule.COMPANY_MERGED.require(mergedInto == null, companyId, String.valueOf(mergedInto));
    }

    public boolean isInsuredBy(UUID insurerId) {
        return insurerIds.contains(insurerId);
    }

    @Override
    public List<String> searchTexts() {
        return List.of(profile.name(), uscc);
    }

    @Override
    public String status() {
        return mergedInto == null ? "REGISTERED" : "MERGED";
    }

    public UUID getCompanyId() {
        return companyId;
    }

    public String getUscc() {
        return uscc;
    }

    public String getArea() {
        return area;
    }

    public CompanyProfile getProfile() {
        return profile;
    }

    public List<UUID> getInsurerIds() {
        return insurerIds;
    }

    public @Nullable UUID getMergedInto() {
        return mergedInto;
    }
}
