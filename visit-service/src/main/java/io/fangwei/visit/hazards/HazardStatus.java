package io.fangwei.visit.hazards;

/** Where a hazard stands (requirements section 3.3). Found and classified, accepted and closed are one step each. */
public enum HazardStatus {
    CLASSIFIED,
    NOTIFIED,
    MEASURES_SET,
    RECTIFYING,
    RECTIFIED,
    REFUSED,
    REPORTED_TO_AUTHORITY,
    CLOSED
}
