package io.fangwei.team.institutions;

import io.fangwei.kernel.events.Aggregate;
import io.fangwei.team.institutions.InstitutionEvent.InstitutionRegistered;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** An institution that insurers may commission (CD-3.6), with the basic conditions that it failed when registered. */
public final class Institution implements Aggregate {

    private final UUID id;
    private final String uscc;
    private final InstitutionProfile profile;
    private final List<BasicCondition> failedConditions;

    private Institution(UUID id, String uscc, InstitutionProfile profile, List<BasicCondition> failedConditions) {
        this.id = id;
        this.uscc = uscc;
        this.profile = profile;
        this.failedConditions = List.copyOf(failedConditions);
    }

    public static Institution register(UUID id, String uscc, InstitutionProfile profile, LocalDate today) {
        return new Institution(id, uscc, profile, profile.failedOn(today));
    }

    public InstitutionRegistered registered() {
        return new InstitutionRegistered(
                id, profile.name(), profile.kinds(), failedConditions.isEmpty(), failedConditions);
    }

    @Override
    public String status() {
        return "REGISTERED";
    }

    public UUID getId() {
        return id;
    }

    public String getUscc() {
        return uscc;
    }

    public InstitutionProfile getProfile() {
        return profile;
    }

    public List<BasicCondition> getFailedConditions() {
        return failedConditions;
    }
}
