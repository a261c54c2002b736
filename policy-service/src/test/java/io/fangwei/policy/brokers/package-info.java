@NullMarked
package io.fangwei.policy.brokers;

import org.jspecify.annotations.NullMarked;
