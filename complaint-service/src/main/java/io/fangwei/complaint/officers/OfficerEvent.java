package io.fangwei.complaint.officers;

import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.events.EventType;
import java.time.LocalDate;
import java.util.UUID;

/** What happens to a complaint officer; who it is stays here. */
public sealed interface OfficerEvent extends Event {

    @EventType("complaint.officer-appointed.v1")
    record OfficerAppointed(UUID officerId, UUID insurerId, LocalDate on) implements OfficerEvent {}

    @EventType("complaint.officer-dismissed.v1")
    record OfficerDismissed(UUID officerId, UUID insurerId, LocalDate on) implements OfficerEvent {}
}
