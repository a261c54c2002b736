@NullMarked
package io.fangwei.policy.policies;

import org.jspecify.annotations.NullMarked;
