package io.fangwei.kernel.outbox;

import io.micrometer.core.instrument.Metrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an operator must look at: counted under {@code fangwei.outbox.alarms} and logged as an error. */
final class Alarms {

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

    private Alarms() {}

    static void raise(String kind, String id, String reason) {
        Metrics.counter("fangwei.outbox.alarms", "kind", kind).increment();
        LOG.error("{} {} is stuck: {}", kind, id, reason);
    }
}
