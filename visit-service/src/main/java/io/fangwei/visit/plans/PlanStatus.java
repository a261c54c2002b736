package io.fangwei.visit.plans;

/** Where a service plan stands (requirements section 3.1). */
public enum PlanStatus {
    DRAFT,
    NEGOTIATING,
    AGREED,
    IN_EXECUTION,
    TERMINATED
}
