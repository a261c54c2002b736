/** The embedded Kafka broker, the topics, and how far their listeners are. */
@NullMarked
package io.fangwei.launcher.broker;

import org.jspecify.annotations.NullMarked;
