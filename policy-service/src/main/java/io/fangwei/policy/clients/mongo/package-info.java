/** Clients of brokers as the engagements give them. */
@NullMarked
package io.fangwei.policy.clients.mongo;

import org.jspecify.annotations.NullMarked;
