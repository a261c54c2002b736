package io.fangwei.complaint.complaints;

/** What a complaint is about (requirements 4.5). */
public enum Category {
    SERVICE_NOT_PROVIDED,
    EXTRA_CHARGE,
    LATE_FEEDBACK,
    CONFIDENTIALITY,
    OPERATION_DISTURBED,
    SITE_RULES,
    ATTITUDE,
    PROFESSIONAL_LEVEL,
    QUALIFICATION,
    OTHER
}
