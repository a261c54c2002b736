package io.fangwei.policy.entitlements;

import io.fangwei.policy.policies.ServiceItemType;
import java.time.LocalDate;
import java.util.UUID;

/** A service that was done before its insurer began here, with the proof that it was. */
public record EarlierService(
        UUID serviceId, ServiceItemType item, LocalDate doneOn, String proofReference, String proofHash) {}
