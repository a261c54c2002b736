package io.fangwei.kernel.listening;

import io.fangwei.kernel.store.StoreContext;
import io.fangwei.kernel.web.KernelSettings;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;
import tools.jackson.databind.json.JsonMapper;

/** What a service needs to hear others. */
@Configuration
class ListeningConfiguration {

    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;

    @Bean
    List<String> listenedTopics(KernelSettings settings) {
        return settings.listensTo().stream().map(name -> "fangwei." + name).toList();
    }

    @Bean
    ParkedEvents parkedEvents(StoreContext store, KafkaOperations<String, String> kafka, KernelSettings settings) {
        return new ParkedEvents(
                store.collection(ParkedEvents.COLLECTION),
                store.collection(ParkedEvents.REQUESTS),
                kafka,
                settings.epoch());
    }

    @Bean
    Inbox inbox(
            ObjectProvider<Projection> projections,
            ObjectProvider<Reaction> reactions,
            StoreContext store,
            KernelSettings settings,
            ParkedEvents parked,
            JsonMapper json) {
        var handlers = new Handlers(
                projections.orderedStream().toList(),
                reactions.orderedStream().toList(),
                store::collection,
                settings.name() + "-service");
        return new Inbox(handlers, parked, new Envelopes(json));
    }

    @Bean
    Listener listener(Inbox inbox, ParkedEvents parked, KafkaListenerEndpointRegistry registry) {
        return new Listener(inbox, parked, registry);
    }

    /** A poll comes again and again, ever more slowly, as long as its failure may pass; nothing is ever skipped. */
    @Bean
    DefaultErrorHandler listenerErrors() {
        var pauses = new ExponentialBackOff(FIRST_PAUSE_MILLIS, 2);
        pauses.setMaxInterval(LONGEST_PAUSE_MILLIS);
        var errors = new DefaultErrorHandler(pauses);
        errors.setClassifications(Map.of(), true);
        return errors;
    }
}
