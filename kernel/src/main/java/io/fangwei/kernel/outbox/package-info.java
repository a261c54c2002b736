/** Events on their way out: journal, then Kafka, then forgotten by their aggregate. */
@NullMarked
package io.fangwei.kernel.outbox;

import org.jspecify.annotations.NullMarked;
