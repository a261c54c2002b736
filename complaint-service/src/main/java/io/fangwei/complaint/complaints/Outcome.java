package io.fangwei.complaint.complaints;

/** How a complaint came to its close. */
public enum Outcome {
    /** the company accepted the reply, or said nothing in time */
    SATISFIED,
    /** the company was dissatisfied and took it no further */
    UNRESOLVED,
    /** the body or authority that it was escalated to recorded its outcome */
    DECIDED
}
