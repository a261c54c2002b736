package io.fangwei.policy.profiles;

import io.fangwei.kernel.events.Aggregate;
import io.fangwei.policy.profiles.ProfileEvent.ProfileWritten;
import io.fangwei.policy.rules.PolicyRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** How one insurer describes one company: a form that is written anew and keeps what it said before. */
public final class CompanyDescription implements Aggregate {

    /** So many versions are kept. */
    public static final int MOST_VERSIONS = 100;

    private final UUID profileId;
    private final UUID insurerId;
    private final UUID companyId;
    private List<ProfileVersion> versions = List.of();

    private CompanyDescription(UUID profileId, UUID insurerId, UUID companyId) {
        this.profileId = profileId;
        this.insurerId = insurerId;
        this.companyId = companyId;
    }

    public static CompanyDescription of(UUID profileId, UUID insurerId, UUID companyId) {
        return new CompanyDescription(profileId, insurerId, companyId);
    }

    /**
     * What is said of persons stays as it was where the new version leaves it out.
     *
     * @param persons what it says of persons, sealed; none where a person is to be forgotten
     * @param by role of whoever wrote it
     */
    public List<ProfileEvent> write(
            Map<String, Object> values, Map<String, Optional<String>> persons, String by, LocalDate today) {
        PolicyRule.TOO_MANY_VERSIONS.require(versions.size() < MOST_VERSIONS, MOST_VERSIONS);
        var version = new ProfileVersion(versions.size() + 1, today, by, Map.copyOf(values), persons(persons));
        versions = Stream.concat(versions.stream(), Stream.of(version)).toList();
        return List.of(new ProfileWritten(
                profileId,
                insurerId,
                companyId,
                version.version(),
                Stream.concat(values.keySet().stream(), version.persons().keySet().stream())
                        .sorted()
                        .toList(),
                today));
    }

    private Map<String, String> persons(Map<String, Optional<String>> said) {
        var all = new TreeMap<>(versions.isEmpty() ? Map.of() : newest().persons());
        said.forEach((field, given) -> given.ifPresentOrElse(text -> all.put(field, text), () -> all.remove(field)));
        return all;
    }

    @Override
    public String status() {
        return "WRITTEN";
    }

    public UUID getProfileId() {
        return profileId;
    }

    public UUID getInsurerId() {
        return insurerId;
    }

    public UUID getCompanyId() {
        return companyId;
    }

    public List<ProfileVersion> getVersions() {
        return versions;
    }

    public ProfileVersion newest() {
        return versions.get(versions.size() - 1);
    }
}
