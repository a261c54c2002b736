package io.fangwei.visit;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Sees every command that the service sends to the database. */
@TestConfiguration(proxyBeanMethods = false)
class DatabaseCommands implements CommandListener {

    private final List<String> seen = new CopyOnWriteArrayList<>();

    @Bean
    MongoClientSettingsBuilderCustomizer listening() {
        return settings -> settings.addCommandListener(this);
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        var command = event.getCommandName();
        if (event.getCommand().get(command).isString()) {
            seen.add(command + " " + event.getCommand().getString(command).getValue());
        }
    }

    void forget() {
        seen.clear();
    }

    List<String> seen() {
        return List.copyOf(seen);
    }
}
