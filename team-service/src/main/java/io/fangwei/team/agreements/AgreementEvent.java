package io.fangwei.team.agreements;

import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.events.EventType;
import java.time.LocalDate;
import java.util.UUID;

/** What happens to an agreement. */
public sealed interface AgreementEvent extends Event {

    @EventType("team.agreement-signed.v1")
    record AgreementSigned(
            UUID agreementId, UUID insurerId, PartyKind partyKind, UUID partyId, LocalDate from, LocalDate to)
            implements AgreementEvent {}

    /** @param on the first day without the agreement */
    @EventType("team.agreement-ended.v1")
    record AgreementEnded(UUID agreementId, UUID insurerId, PartyKind partyKind, UUID partyId, LocalDate on)
            implements AgreementEvent {}
}
