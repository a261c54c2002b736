package io.fangwei.launcher.broker;

import java.nio.file.Path;

/** A broker in a process of its own, so that it can be killed. */
final class BrokerProcess {

    private BrokerProcess() {}

    public static void main(String... args) throws Exception {
        EmbeddedKafka.start(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    }
}
