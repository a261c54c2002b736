/** The service that leads every visit from the agreed plan to the archive, and every hazard found to its closing. */
@NullMarked
package io.fangwei.visit;

import org.jspecify.annotations.NullMarked;
