/**
 * Scoring models as data and the small engine that interprets them (architecture D14).
 * A {@link ScoringModel} is read from {@code /scoring/<name>.json}; {@link Cases} say what was found; the
 * {@link ScoreSheet} gives the points, indicator by indicator and rule by rule.
 */
@NullMarked
package io.fangwei.kernel.scoring;

import org.jspecify.annotations.NullMarked;
