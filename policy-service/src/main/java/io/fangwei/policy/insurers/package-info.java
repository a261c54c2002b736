/**
 * Insurers: who underwrites work-safety liability insurance, where, and which share of the premium each sets aside for
 * prevention. {@link io.fangwei.policy.insurers.InsurerDesk} is the way in.
 */
@NullMarked
package io.fangwei.policy.insurers;

import org.jspecify.annotations.NullMarked;
