/** Facts and findings counted in MongoDB. */
@NullMarked
package io.fangwei.evaluation.scores.mongo;

import org.jspecify.annotations.NullMarked;
