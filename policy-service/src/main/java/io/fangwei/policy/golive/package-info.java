/**
 * What an insurer brings with it when it begins to use the platform in the middle of a year: each thing with a marker and
 * the proof that was named for it.
 */
@NullMarked
package io.fangwei.policy.golive;

import org.jspecify.annotations.NullMarked;
