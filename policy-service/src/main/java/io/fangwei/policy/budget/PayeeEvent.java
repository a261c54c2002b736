package io.fangwei.policy.budget;

import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.events.EventType;
import java.util.UUID;

/** What is journalled of payees; nobody else hears of it. */
public sealed interface PayeeEvent extends Event {

    @EventType(value = "policy.payee-registered.v1", local = true)
    record PayeeRegistered(UUID payeeId, UUID insurerId) implements PayeeEvent {}
}
