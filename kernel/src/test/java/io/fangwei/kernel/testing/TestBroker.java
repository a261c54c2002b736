package io.fangwei.kernel.testing;

import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** The one Kafka broker of a test JVM, started when first needed. */
public final class TestBroker {

    public static final String[] TOPICS = {
        "fangwei.policy",
        "fangwei.team",
        "fangwei.visit",
        "fangwei.complaint",
        "fangwei.evaluation",
        "fangwei.policy.dlt",
        "fangwei.team.dlt",
        "fangwei.visit.dlt",
        "fangwei.complaint.dlt",
        "fangwei.evaluation.dlt",
        "fangwei.tally"
    };

    private static final class Started {

        static final EmbeddedKafkaBroker BROKER = start();

        private static EmbeddedKafkaBroker start() {
            var broker = new EmbeddedKafkaKraftBroker(1, 3, TOPICS);
            broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
            broker.brokerProperty("offsets.topic.num.partitions", "3");
            broker.afterPropertiesSet();
            return broker;
        }
    }

    private TestBroker() {}

    public static EmbeddedKafkaBroker get() {
        return Started.BROKER;
    }

    public static String address() {
        return get().getBrokersAsString();
    }
}
