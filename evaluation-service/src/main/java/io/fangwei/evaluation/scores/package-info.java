/**
 * The score of an insurer and year: what the findings take off the indicators that facts speak of. An indicator without
 * facts is not evaluated: it gives no points and is not part of the maximum.
 */
@NullMarked
package io.fangwei.evaluation.scores;

import org.jspecify.annotations.NullMarked;
