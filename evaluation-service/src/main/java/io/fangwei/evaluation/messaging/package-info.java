/** What the other services tell, turned into facts and findings. */
@NullMarked
package io.fangwei.evaluation.messaging;

import org.jspecify.annotations.NullMarked;
