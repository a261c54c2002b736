/** A bounded load run against the platform as a process of its own, with baselines and a profile. */
@NullMarked
package io.fangwei.launcher.bench;

import org.jspecify.annotations.NullMarked;
