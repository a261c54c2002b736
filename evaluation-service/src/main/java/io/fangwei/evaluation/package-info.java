/** The evaluation service: findings from what the others tell, and the yearly score that they give (CD-9.1.1a). */
@NullMarked
package io.fangwei.evaluation;

import org.jspecify.annotations.NullMarked;
