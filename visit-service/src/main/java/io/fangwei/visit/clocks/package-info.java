/** The clocks that run on a visit or a hazard. */
@NullMarked
package io.fangwei.visit.clocks;

import org.jspecify.annotations.NullMarked;
