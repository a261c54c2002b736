/** How brokers are kept. */
@NullMarked
package io.fangwei.policy.brokers.mongo;

import org.jspecify.annotations.NullMarked;
