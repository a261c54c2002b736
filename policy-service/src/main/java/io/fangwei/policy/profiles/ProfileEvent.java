package io.fangwei.policy.profiles;

import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.events.EventType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What happens to a profile. */
public sealed interface ProfileEvent extends Event {

    /** @param fields that it fills in, without what they say */
    @EventType("policy.company-profile-written.v1")
    record ProfileWritten(
            UUID profileId, UUID insurerId, UUID companyId, int version, List<String> fields, LocalDate on)
            implements ProfileEvent {}
}
