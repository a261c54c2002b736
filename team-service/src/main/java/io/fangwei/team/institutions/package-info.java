/**
 * The institutions that insurers commission. {@link Institution} judges the basic conditions of CD-5.2.3 when it is
 * registered; whoever fails one is registered all the same and shown as not compliant.
 */
@NullMarked
package io.fangwei.team.institutions;

import org.jspecify.annotations.NullMarked;
