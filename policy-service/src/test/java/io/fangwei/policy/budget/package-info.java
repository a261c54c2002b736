@NullMarked
package io.fangwei.policy.budget;

import org.jspecify.annotations.NullMarked;
