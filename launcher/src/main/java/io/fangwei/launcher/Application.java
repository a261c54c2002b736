package io.fangwei.launcher;

import io.fangwei.gateway.Gateway;
import java.util.List;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** One of the six applications and how it is started. */
record Application(String name, Port port, Start start) {

    /** The start method that every application has. */
    interface Start {
        ConfigurableApplicationContext with(ApplicationContextInitializer<?>[] initializers, String... args);
    }

    static final Application GATEWAY = new Application("gateway", Port.GATEWAY, Gateway::start);

    static final List<Application> SERVICES = List.of();

    String database() {
        return "fangwei-" + name.replace("-service", "");
    }
}
