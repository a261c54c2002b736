/** Events and aggregates as the domain sees them: no store, no broker. */
@NullMarked
package io.fangwei.kernel.events;

import org.jspecify.annotations.NullMarked;
