package io.fangwei.complaint.complaints;

/** 投诉 or 异议. */
public enum ComplaintKind {
    COMPLAINT,
    OBJECTION
}
