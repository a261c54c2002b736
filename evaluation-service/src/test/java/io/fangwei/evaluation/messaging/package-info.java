/** Tests of the evaluation service: messaging. */
@NullMarked
package io.fangwei.evaluation.messaging;

import org.jspecify.annotations.NullMarked;
