package io.fangwei.launcher.broker;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Compares what the topics hold with what the services' groups have committed. */
public final class ConsumerProgress {

    private static final long PATIENCE_SECONDS = 10;
    private static final Set<GroupState> AT_REST = Set.of(GroupState.STABLE, GroupState.EMPTY);

    private final Admin admin;
    private final Set<String> groups;

    /** @param epoch of the topics; whoever listened in another one does not count */
    public ConsumerProgress(Admin admin, int epoch) {
        this.admin = admin;
        groups = Topics.SERVICES.stream()
                .map(service -> service + "-service-" + epoch)
                .collect(Collectors.toSet());
    }

    public Progress now() {
        var described = describe();
        var wanted = wanted(described);
        var partitions = new HashSet<TopicPartition>();
        wanted.values().forEach(offsets -> partitions.addAll(offsets.keySet()));
        var ends = ends(partitions);
        var behind = wanted.values().stream()
                .flatMap(offsets -> offsets.entrySet().stream())
                .mapToLong(committed -> Math.max(0, ends.getOrDefault(committed.getKey(), 0L) - committed.getValue()))
                .sum();
        var regrouping = described.stream()
                .filter(group -> !AT_REST.contains(group.groupState()))
                .count();
        return new Progress(ends.values().stream().mapToLong(Long::longValue).sum(), behind + regrouping);
    }

    private Collection<ConsumerGroupDescription> describe() {
        var ids = get(admin.listGroups().all()).stream()
                .map(GroupListing::groupId)
                .filter(groups::contains)
                .toList();
        return ids.isEmpty()
                ? Set.of()
                : get(admin.describeConsumerGroups(ids).all()).values();
    }

    /** Per group, the next offset of every partition that it has or had; what it never committed begins at zero. */
    private Map<String, Map<TopicPartition, Long>> wanted(Collection<ConsumerGroupDescription> described) {
        if (described.isEmpty()) {
            return Map.of();
        }
        var committed = get(admin.listConsumerGroupOffsets(described.stream()
                        .collect(toMap(ConsumerGroupDescription::groupId, group -> new ListConsumerGroupOffsetsSpec())))
                .all());
        return described.stream().collect(toMap(ConsumerGroupDescription::groupId, group -> {
            var offsets = new HashMap<TopicPartition, Long>();
            group.members()
                    .forEach(member ->
                            member.assignment().topicPartitions().forEach(partition -> offsets.put(partition, 0L)));
            committed.get(group.groupId()).forEach((partition, offset) -> {
                if (offset != null) {
                    offsets.put(partition, offset.offset());
                }
            });
            return offsets;
        }));
    }

    private Map<TopicPartition, Long> ends(Set<TopicPartition> partitions) {
        var latest = partitions.stream().collect(toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return get(admin.listOffsets(latest).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private static <T> T get(KafkaFuture<T> asked) {
        try {
            return asked.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("The broker does not say how far the listeners are", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
