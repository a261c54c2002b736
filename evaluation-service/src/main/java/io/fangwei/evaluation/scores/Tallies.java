package io.fangwei.evaluation.scores;

import java.util.Map;
import java.util.UUID;

/** Counts cases by rule. */
public interface Tallies {

    /** Of one insurer and year; a rule that nothing is known of is missing. */
    Map<String, RuleTally> of(UUID insurerId, int year);
}
