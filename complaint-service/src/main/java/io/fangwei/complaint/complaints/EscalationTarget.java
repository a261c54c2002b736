package io.fangwei.complaint.complaints;

import org.jspecify.annotations.Nullable;

/** Where a dissatisfied company may turn (CD-5.4.2.2). */
public enum EscalationTarget {
    SELF_REGULATION(ComplaintStatus.ESCALATED_SELF_REGULATION, "SR"),
    EMERGENCY_AUTHORITY(ComplaintStatus.ESCALATED_AUTHORITY, "EA"),
    FINANCIAL_REGULATOR(ComplaintStatus.ESCALATED_AUTHORITY, "FR"),
    OTHER(ComplaintStatus.ESCALATED_AUTHORITY, null);

    private final ComplaintStatus status;
    private final @Nullable String body;

    EscalationTarget(ComplaintStatus status, @Nullable String body) {
        this.status = status;
        this.body = body;
    }

    ComplaintStatus status() {
        return status;
    }

    /** In which role the body works with us; none for bodies that do not. */
    @Nullable
    String body() {
        return body;
    }
}
