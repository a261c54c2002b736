package io.fangwei.team.eligibility;

/** Why somebody may not be sent. */
public enum Reason {
    /** there is no such professional for this insurer */
    UNKNOWN,
    /** none of CD-5.2.4a–c holds on the day */
    NOT_QUALIFIED,
    /** the item is none that the professional covers */
    ITEM_NOT_COVERED,
    /** no agreement with the institution, the broker or the person is in force on the day (CD-5.2.5a) */
    NO_AGREEMENT
}
