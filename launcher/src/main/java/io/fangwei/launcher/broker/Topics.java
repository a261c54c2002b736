package io.fangwei.launcher.broker;

import static java.util.stream.Collectors.toMap;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics that the services speak on, each with one for what could not be understood. */
public final class Topics {

    public static final List<String> SERVICES = List.of("policy", "team", "visit", "complaint", "evaluation");

    private static final int PARTITIONS_HERE = 3;
    private static final int PARTITIONS_ELSEWHERE = 12;
    private static final Map<String, String> KEPT_FOR_EVER =
            Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1");
    private static final long PATIENCE_SECONDS = 30;

    private final Admin admin;
    private final String address;
    private final boolean ours;

    /** @param ours whether nobody else uses this broker */
    public Topics(Admin admin, String address, boolean ours) {
        this.admin = admin;
        this.address = address;
        this.ours = ours;
    }

    public static List<String> names() {
        return told().flatMap(topic -> Stream.of(topic, topic + ".dlt")).toList();
    }

    private static Stream<String> told() {
        return SERVICES.stream().map(service -> "fangwei." + service);
    }

    public String address() {
        return address;
    }

    public boolean areOurs() {
        return ours;
    }

    /** What tells this Kafka from any other, also at the same address. */
    public String broker() throws ExecutionException, TimeoutException, InterruptedException {
        return get(admin.describeCluster().clusterId());
    }

    /** Creates what is missing and leaves the rest as it is. */
    public void create() throws ExecutionException, TimeoutException, InterruptedException {
        var present = present();
        create(names().stream().filter(name -> !present.contains(name)));
    }

    private void create(Stream<String> missing) throws ExecutionException, TimeoutException, InterruptedException {
        var partitions = ours ? PARTITIONS_HERE : PARTITIONS_ELSEWHERE;
        var topics = missing.map(
                        name -> new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(KEPT_FOR_EVER))
                .toList();
        try {
            get(admin.createTopics(topics).all());
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw failed;
            }
        }
    }

    /** Takes away all that was told, and how far anybody has heard it; what could not be understood stays to be seen. */
    public void renew() throws ExecutionException, TimeoutException, InterruptedException {
        var present = present();
        get(admin.deleteTopics(told().filter(present::contains).toList()).all());
        create(told());
    }

    /** Whether nothing has been told. */
    public boolean areEmpty() throws ExecutionException, TimeoutException, InterruptedException {
        var present = present();
        var described = get(
                admin.describeTopics(told().filter(present::contains).toList()).allTopicNames());
        var ends = described.values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return get(admin.listOffsets(ends).all()).values().stream().allMatch(end -> end.offset() == 0);
    }

    private Set<String> present() throws ExecutionException, TimeoutException, InterruptedException {
        return new HashSet<>(get(admin.listTopics().names()));
    }

    private static <T> T get(KafkaFuture<T> asked) throws ExecutionException, TimeoutException, InterruptedException {
        return asked.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
