@NullMarked
package io.fangwei.policy.entitlements;

import org.jspecify.annotations.NullMarked;
