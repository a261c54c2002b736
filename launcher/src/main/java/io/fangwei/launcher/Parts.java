package io.fangwei.launcher;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** What is running, closed layer by layer from the outside in; nothing may be added once that has begun. */
final class Parts implements AutoCloseable {

    /** In the order in which they are closed. */
    enum Layer {
        GATEWAY,
        SERVICES,
        DESK,
        ADMIN,
        SERVERS
    }

    private final Map<Layer, List<AutoCloseable>> parts = new EnumMap<>(Layer.class);
    private boolean closing;

    synchronized <T extends AutoCloseable> T keep(Layer layer, T part) {
        if (closing) {
            close(part);
            throw new StartRefused("The platform is stopping.");
        }
        parts.computeIfAbsent(layer, empty -> new ArrayList<>()).add(part);
        return part;
    }

    synchronized boolean isAnythingKept() {
        return !parts.isEmpty();
    }

    synchronized boolean isClosing() {
        return closing;
    }

    @Override
    public void close() {
        synchronized (this) {
            closing = true;
        }
        for (var layer : Layer.values()) {
            var threads = parts.getOrDefault(layer, List.of()).stream()
                    .map(part -> new Thread(() -> close(part), "stop-" + layer))
                    .toList();
            threads.forEach(Thread::start);
            threads.forEach(Parts::join);
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception failed) {
            LoggerFactory.getLogger(Parts.class).warn("{} did not close", part, failed);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
