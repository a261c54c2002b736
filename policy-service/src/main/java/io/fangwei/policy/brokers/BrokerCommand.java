package io.fangwei.policy.brokers;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked about brokers. */
public sealed interface BrokerCommand {

    record RegisterBroker(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 50) String licenceNo) implements BrokerCommand {}

    record EngageBroker(
            @NotNull UUID brokerId,
            @NotNull UUID companyId,
            @Nullable UUID policyId,
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @NotNull Boolean suppliesPeople)
            implements BrokerCommand {}

    record DeclareConflict(@NotNull Boolean suppliesPeople) implements BrokerCommand {}

    record EndEngagement(
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,49}")
            String reasonCode) implements BrokerCommand {}
}
