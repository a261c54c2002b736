package io.fangwei.policy.policies;

import java.time.LocalDate;

/**
 * That the applicant was told its rights and duties on prevention services (CD-5.1.1a).
 *
 * @param version of the text it was told
 * @param by role of whoever acknowledged: the company itself, or the insurer's staff for it
 */
public record Disclosure(LocalDate on, String version, String by) {}
