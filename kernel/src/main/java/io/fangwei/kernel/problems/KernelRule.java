package io.fangwei.kernel.problems;

/** The rules that every service keeps. */
public enum KernelRule implements Rule {
    NOT_FOUND,
    STALE_VERSION,
    CHANGED_MEANWHILE,
    BACKLOG,
    DATABASE_AWAY,
    ALREADY_EXISTS,
    IDEMPOTENCY_KEY_MISSING,
    IDEMPOTENCY_KEY_REUSED,
    IF_MATCH_MISSING,
    TOKEN_REQUIRED,
    ROLE_NOT_ALLOWED,
    MALFORMED_REQUEST,
    INVALID_FIELDS,
    BODY_TOO_LARGE,
    CURSOR_GONE,
    INTERNAL_ERROR
}
