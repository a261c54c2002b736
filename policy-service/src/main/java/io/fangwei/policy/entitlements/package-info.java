/** What each policy entitles its company to, and how much of it was done. */
@NullMarked
package io.fangwei.policy.entitlements;

import org.jspecify.annotations.NullMarked;
