@NullMarked
package io.fangwei.policy.profiles;

import org.jspecify.annotations.NullMarked;
