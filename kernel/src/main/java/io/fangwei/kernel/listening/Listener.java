package io.fangwei.kernel.listening;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.event.ListenerContainerIdleEvent;

/** The one consumer of a service: all topics that it listens to, a poll at a time; replays run in it, too. */
final class Listener {

    static final String ID = "inbox";

    private final Inbox inbox;
    private final ParkedEvents parked;
    private final KafkaListenerEndpointRegistry registry;

    Listener(Inbox inbox, ParkedEvents parked, KafkaListenerEndpointRegistry registry) {
        this.inbox = inbox;
        this.parked = parked;
        this.registry = registry;
    }

    @KafkaListener(id = ID, idIsGroup = false, topics = "#{@listenedTopics}", batch = "true")
    void poll(List<ConsumerRecord<String, String>> events) {
        replay();
        inbox.receive(events);
    }

    @EventListener
    void idle(ListenerContainerIdleEvent quiet) {
        if (quiet.getListenerId().startsWith(ID)) {
            replay();
        }
    }

    private void replay() {
        for (var request : parked.requests()) {
            if (isMine(request)) {
                inbox.replay(request.key());
                parked.done(request);
            }
        }
    }

    private boolean isMine(ReplayRequest request) {
        var container = registry.getListenerContainer(ID);
        var assigned = container == null ? null : container.getAssignedPartitions();
        return assigned != null
                && assigned.stream()
                        .anyMatch(mine ->
                                mine.topic().equals(request.topic()) && mine.partition() == request.partition());
    }
}
