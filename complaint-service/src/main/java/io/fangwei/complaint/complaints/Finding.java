package io.fangwei.complaint.complaints;

/** How far the insurer agrees with a complaint. */
public enum Finding {
    UPHELD,
    PARTLY,
    REJECTED
}
