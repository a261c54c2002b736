@NullMarked
package io.fangwei.policy.feed.messaging;

import org.jspecify.annotations.NullMarked;
