/** Tests of what brings entries to Kafka, without a service around it. */
@NullMarked
package io.fangwei.kernel.outbox;

import org.jspecify.annotations.NullMarked;
