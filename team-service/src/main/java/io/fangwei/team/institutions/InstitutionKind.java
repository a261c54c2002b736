package io.fangwei.team.institutions;

/** What an institution is (CD-3.6). */
public enum InstitutionKind {
    CONSULTING,
    SAFETY_ASSESSMENT,
    DETECTION_INSPECTION,
    RISK_ASSESSMENT,
    TRAINING,
    REGISTERED_SAFETY_ENGINEER_FIRM,
    UNIVERSITY,
    RESEARCH_INSTITUTE,
    SOCIAL_ORGANISATION
}
