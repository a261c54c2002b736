package io.fangwei.complaint.rules;

import io.fangwei.kernel.problems.Rule;

/** The rules that a command to this service may break. */
public enum ComplaintRule implements Rule {
    /** arguments: where it stands, where it would have to stand */
    WRONG_STAGE,
    COMPANY_MISSING,
    COMPANY_NOT_YOURS,
    INSURER_MISSING,
    /** the company has no policy of the insurer, and never had */
    NOT_INSURED,
    POLICY_UNKNOWN,
    VISIT_UNKNOWN,
    /** what was named does not belong together */
    SUBJECT_MISMATCH,
    RECEIVED_IN_FUTURE,
    /** what comes from the company itself is received when it comes (AMB-10) */
    RECEIPT_DAY_FIXED,
    EARLIER_COMPLAINT_UNKNOWN,
    /** the company itself escalates; only the insurer opens a case anew (AMB-12) */
    REOPENING_BY_INSURER_ONLY,
    OFFICER_NOT_ACTIVE,
    OFFICER_CONCERNED,
    NOT_THE_OFFICER,
    /** argument: the parts that are missing */
    REPLY_PARTS_MISSING,
    REPLY_NOT_DRAFTED,
    REPLY_CHANGED,
    FOUR_EYES,
    /** argument: the last day for an answer */
    ANSWER_TOO_LATE,
    CONSENT_MISSING,
    NO_CLOCK_BREACHED,
    INSURED_DECIDES,
    NOT_ESCALATED_TO_YOU
}
