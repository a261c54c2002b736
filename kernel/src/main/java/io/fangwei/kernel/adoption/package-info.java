/** Taking over the calendar years and rule packs that policy-service publishes. */
@NullMarked
package io.fangwei.kernel.adoption;

import org.jspecify.annotations.NullMarked;
