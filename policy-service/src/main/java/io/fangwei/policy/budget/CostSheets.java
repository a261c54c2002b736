package io.fangwei.policy.budget;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The expected costs of all insurers and years. */
public interface CostSheets {

    /** Changes the costs of an insurer and year, or begins them. */
    ServiceCosts set(UUID insurerId, int year, Function<ServiceCosts, List<ServiceCostEvent>> action);

    Optional<ServiceCosts> find(UUID insurerId, int year);
}
