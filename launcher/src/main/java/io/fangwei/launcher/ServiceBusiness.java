package io.fangwei.launcher;

import io.fangwei.kernel.deadlines.OverdueWatch;
import io.fangwei.kernel.outbox.OutboxRelays;
import io.fangwei.launcher.broker.ConsumerProgress;
import io.fangwei.launcher.clock.Business;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationContext;

/** The business of the running services, seen from the inside. */
final class ServiceBusiness implements Business {

    private final List<? extends ApplicationContext> services;
    private final ConsumerProgress listeners;

    ServiceBusiness(List<? extends ApplicationContext> services, ConsumerProgress listeners) {
        this.services = List.copyOf(services);
        this.listeners = listeners;
    }

    @Override
    public Traffic traffic() {
        var empty = services.stream()
                .allMatch(service -> service.getBean(OutboxRelays.class).areEmpty());
        var progress = listeners.now();
        return new Traffic(empty, progress.written(), progress.unconsumed());
    }

    @Override
    public void runWatches() {
        watches().forEach(OverdueWatch::runNow);
    }

    @Override
    public Optional<Instant> watchesRanAt() {
        var ran = watches().stream()
                .map(watch -> Optional.ofNullable(watch.lastRun()))
                .toList();
        return ran.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : ran.stream().flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    private List<OverdueWatch> watches() {
        return services.stream()
                .map(service -> service.getBean(OverdueWatch.class))
                .toList();
    }
}
