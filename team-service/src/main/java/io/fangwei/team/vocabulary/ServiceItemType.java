package io.fangwei.team.vocabulary;

/** The kinds of service that an insured company can be given (CD-6). */
public enum ServiceItemType {
    TRAINING,
    RISK_ASSESSMENT,
    HAZARD_SCREENING,
    STANDARDIZATION,
    EMERGENCY_PLAN_DRILL,
    TECH_PROMOTION,
    OTHER
}
