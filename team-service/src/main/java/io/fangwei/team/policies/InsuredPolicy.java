package io.fangwei.team.policies;

import java.time.LocalDate;
import java.util.UUID;

/** What we know of a policy that has been activated. */
public record InsuredPolicy(
        UUID id, UUID insurerId, UUID companyId, String area, LocalDate from, LocalDate to, boolean active) {

    /** True until it is cancelled or its last day has passed; a group may be formed before it begins. */
    public boolean isActiveOn(LocalDate day) {
        return active && !day.isAfter(to);
    }
}
