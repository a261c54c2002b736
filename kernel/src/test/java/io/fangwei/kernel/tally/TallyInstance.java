package io.fangwei.kernel.tally;

import static io.fangwei.kernel.testing.Callers.act;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.store.AggregateStore;
import io.fangwei.kernel.testing.Callers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * An instance of the tally service in a process of its own, which counts on the tallies that it is given and says so. It
 * may be told to die, as by kill -9, between Kafka's acknowledgement and the write that forgets what was sent.
 */
final class TallyInstance {

    @Configuration
    static class Death implements MongoClientSettingsBuilderCustomizer {

        private final AtomicInteger pulls = new AtomicInteger(Integer.getInteger("die.at.pull", -1));

        @Bean
        static Death death() {
            return new Death();
        }

        @Override
        public void customize(com.mongodb.MongoClientSettings.Builder settings) {
            settings.addCommandListener(new CommandListener() {
                @Override
                public void commandStarted(CommandStartedEvent event) {
                    if (event.getCommandName().equals("update")
                            && event.getCommand().toString().contains("\"$unset\": {\"pendingSince\"")
                            && pulls.getAndDecrement() == 0) {
                        Runtime.getRuntime().halt(137);
                    }
                }
            });
        }
    }

    private TallyInstance() {}

    public static void main(String[] arguments) {
        var ids = Stream.of(arguments[0].split(",")).map(UUID::fromString).toList();
        var insurer = UUID.fromString(arguments[1]);
        var context = new SpringApplicationBuilder(TallyService.class, Death.class)
                .run(
                        "--spring.config.name=tally-service",
                        "--server.port=0",
                        "--spring.kafka.listener.auto-startup=false");
        @SuppressWarnings("unchecked")
        AggregateStore<Tally> tallies = context.getBean(AggregateStore.class);
        var manager = Callers.ofInsurer("im.one", insurer, Role.IM);
        System.out.println("ready");
        for (int number = 0; number < Integer.parseInt(arguments[2]); number++) {
            var id = ids.get(ThreadLocalRandom.current().nextInt(ids.size()));
            act(manager, () -> tallies.change(id, tally -> tally.count(1)));
            System.out.println("counted " + id);
        }
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(30))
                .until(context.getBean(io.fangwei.kernel.outbox.OutboxRelays.class)::areEmpty);
        context.close();
    }

    static List<String> command(String mongo, String kafka, String dieAtPull, String ids, UUID insurer, int counts) {
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Ddie.at.pull=" + dieAtPull,
                "-Dspring.mongodb.uri=" + mongo,
                "-Dspring.kafka.bootstrap-servers=" + kafka,
                "-Dfangwei.relay.sweep-after=500ms",
                "-Dfangwei.watch.every=0s",
                "-cp",
                System.getProperty("java.class.path"),
                TallyInstance.class.getName(),
                ids,
                insurer.toString(),
                String.valueOf(counts));
    }
}
