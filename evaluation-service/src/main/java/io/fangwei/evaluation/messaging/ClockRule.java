package io.fangwei.evaluation.messaging;

import io.fangwei.evaluation.findings.Finding.Mode;

/**
 * Which rule of the evaluation a missed clock feeds.
 *
 * @param mode assisted where the source gives no figure and the length is only a target (AMB-05)
 * @param subject whose clock it is; one case each
 */
record ClockRule(String clock, String rule, Mode mode, String subject) {}
