/** Deadlines that explain themselves, the rule packs that give their lengths, and the watch that notices when one has passed. */
@NullMarked
package io.fangwei.kernel.deadlines;

import org.jspecify.annotations.NullMarked;
