/** The movable clock of demonstrations, which never runs back. */
@NullMarked
package io.fangwei.launcher.clock;

import org.jspecify.annotations.NullMarked;
