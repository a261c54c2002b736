package io.fangwei.launcher.operations;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.fangwei.launcher.broker.Topics;
import io.fangwei.launcher.operations.TopicRepair.Doubt;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** Rebuilds topics in a process of its own and dies, as by kill -9, when it asks for more of a journal. */
final class RebuildProcess implements CommandListener {

    static final int KILLED = 137;

    private RebuildProcess() {}

    public static void main(String[] arguments) throws Exception {
        var settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(arguments[0]))
                .addCommandListener(new RebuildProcess())
                .build();
        try (var mongo = MongoClients.create(settings);
                var admin = Admin.create(Map.of("bootstrap.servers", arguments[1]))) {
            new TopicRepair(mongo, new Topics(admin, arguments[1], true), Clock.systemUTC(), System.out::println)
                    .ensure(Doubt.NONE, () -> {});
        }
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (event.getCommandName().equals("getMore")) {
            Runtime.getRuntime().halt(KILLED);
        }
    }
}
