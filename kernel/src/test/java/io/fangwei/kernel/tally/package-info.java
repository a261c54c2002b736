/** The smallest service there can be: it counts. The kernel is tested through it. */
@NullMarked
package io.fangwei.kernel.tally;

import org.jspecify.annotations.NullMarked;
