package io.fangwei.policy.policies;

/** The kinds of prevention service that a policy can name (CD-6). */
public enum ServiceItemType {
    TRAINING,
    RISK_ASSESSMENT,
    HAZARD_SCREENING,
    STANDARDIZATION,
    EMERGENCY_PLAN_DRILL,
    TECH_PROMOTION,
    OTHER
}
