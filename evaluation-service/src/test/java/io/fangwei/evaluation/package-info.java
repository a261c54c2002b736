/** Tests of the evaluation service. */
@NullMarked
package io.fangwei.evaluation;

import org.jspecify.annotations.NullMarked;
