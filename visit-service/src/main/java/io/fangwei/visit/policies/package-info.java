/** What we remember of the policies that policy-service keeps. */
@NullMarked
package io.fangwei.visit.policies;

import org.jspecify.annotations.NullMarked;
