/**
 * A finding: one case in which an insurer did less than a rule of the yearly evaluation asks, with the event that proves
 * it. Findings come from events alone ({@code messaging}); here they are read.
 */
@NullMarked
package io.fangwei.evaluation.findings;

import org.jspecify.annotations.NullMarked;
