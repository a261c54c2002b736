package io.fangwei.launcher.broker;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics that the services speak on, each with one for what could not be understood. */
public final class Topics {

    public static final List<String> SERVICES = List.of("policy", "team", "visit", "complaint", "evaluation");

    private static final Map<String, String> KEPT_FOR_EVER =
            Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1");
    private static final long PATIENCE_SECONDS = 30;

    private Topics() {}

    public static List<String> names() {
        return SERVICES.stream()
                .map(service -> "fangwei." + service)
                .flatMap(topic -> Stream.of(topic, topic + ".dlt"))
                .toList();
    }

    /** Creates what is missing and leaves the rest as it is. */
    public static void create(Admin admin, int partitions) throws Exception {
        var present = admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        var missing = names().stream()
                .filter(name -> !present.contains(name))
                .map(name -> new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(KEPT_FOR_EVER))
                .toList();
        try {
            admin.createTopics(missing).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw failed;
            }
        }
    }
}
