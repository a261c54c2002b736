package io.fangwei.policy.insurers;

import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.events.EventType;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to an insurer. */
public sealed interface InsurerEvent extends Event {

    @EventType("policy.insurer-registered.v1")
    record InsurerRegistered(UUID insurerId, String name, List<String> areas) implements InsurerEvent {}

    @EventType("policy.accrual-rate-set.v1")
    record AccrualRateSet(
            UUID insurerId, int year, @Nullable String industry, BigDecimal rate) implements InsurerEvent {}
}
