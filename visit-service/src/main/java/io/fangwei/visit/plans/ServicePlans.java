package io.fangwei.visit.plans;

import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** All service plans that the caller may see. */
public interface ServicePlans {

    /** The only plan that a policy can have in this version. */
    UUID idOf(UUID policyId);

    /** Keeps what is begun; a repeat gets it back as it stands now, even where a new one would be refused. */
    ServicePlan create(UUID id, Supplier<ServicePlan> begin, Function<ServicePlan, List<PlanEvent>> events);

    ServicePlan get(UUID id);

    Optional<ServicePlan> find(UUID id);

    ServicePlan change(UUID id, Function<ServicePlan, List<PlanEvent>> action);

    Page<ServicePlan> list(Pages pages);
}
