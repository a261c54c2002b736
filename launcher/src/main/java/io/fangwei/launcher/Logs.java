package io.fangwei.launcher;

import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.logging.LoggingSystem;

/** Sends what everybody logs to one file; to be called before anybody does. */
final class Logs {

    private Logs() {}

    static void writeTo(Path file) {
        System.setProperty("fangwei.log", file.toString());
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        LoggerFactory.getLogger(Logs.class).info("Fangwei starts");
    }
}
