package io.fangwei.visit.hazards;

/** What a hazard comes from (CD-6.3.1). */
public enum HazardCause {
    UNSAFE_STATE,
    UNSAFE_ACT,
    MANAGEMENT_DEFECT
}
