package io.fangwei.visit.visits;

/** Where a visit stands (requirements section 3.1). */
public enum Stage {
    PLANNED,
    CONFIRMED,
    CANCELLED,
    REFUSED_BY_INSURED,
    NON_COOPERATION_REPORTED,
    IN_PROGRESS,
    SERVICE_DONE,
    RECORD_SUBMITTED,
    RECORD_RETURNED,
    RECORD_APPROVED,
    FEEDBACK_DELIVERED,
    CALLBACK_UNREACHABLE,
    CALLED_BACK,
    ARCHIVED
}
