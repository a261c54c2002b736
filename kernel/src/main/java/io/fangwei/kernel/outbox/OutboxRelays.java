package io.fangwei.kernel.outbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import org.springframework.context.SmartLifecycle;

/** The relays of a service, one for each collection of aggregates, started and stopped with it. */
public final class OutboxRelays implements SmartLifecycle {

    private final List<OutboxRelay> relays = new CopyOnWriteArrayList<>();
    private final BiFunction<String, String, OutboxRelay> make;
    private final boolean enabled;
    private volatile boolean running;

    /** @param make a relay from kind and collection */
    public OutboxRelays(BiFunction<String, String, OutboxRelay> make, boolean enabled) {
        this.make = make;
        this.enabled = enabled;
    }

    public OutboxRelay open(String kind, String collection) {
        var relay = make.apply(kind, collection);
        relays.add(relay);
        if (running) {
            relay.start();
        }
        return relay;
    }

    /** True if no aggregate of this service has an entry that waits. */
    public boolean areEmpty() {
        return relays.stream().allMatch(OutboxRelay::isEmpty);
    }

    @Override
    public void start() {
        if (enabled) {
            running = true;
            relays.forEach(OutboxRelay::start);
        }
    }

    @Override
    public void stop() {
        running = false;
        relays.forEach(OutboxRelay::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
