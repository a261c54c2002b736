@NullMarked
package io.fangwei.policy.messaging;

import org.jspecify.annotations.NullMarked;
