/** The history of all aggregates of a service, and the proof that nobody has changed it. */
@NullMarked
package io.fangwei.kernel.journal;

import org.jspecify.annotations.NullMarked;
