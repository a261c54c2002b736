/** Tests of the evaluation service: scores. */
@NullMarked
package io.fangwei.evaluation.scores;

import org.jspecify.annotations.NullMarked;
