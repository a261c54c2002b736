package io.fangwei.kernel.feed;

import io.fangwei.kernel.audit.AuditLog;
import io.fangwei.kernel.listening.Envelopes;
import io.fangwei.kernel.listening.ParkedEvents;
import io.fangwei.kernel.store.StoreContext;
import io.fangwei.kernel.web.KernelSettings;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaOperations;
import tools.jackson.databind.json.JsonMapper;

/** The feed of a service; one that has no datasets reads nothing. */
@Configuration
class FeedConfiguration {

    private final List<Dataset> datasets;
    private final FeedSettings settings;

    FeedConfiguration(ObjectProvider<Dataset> datasets, FeedSettings settings) {
        this.datasets = datasets.orderedStream().toList();
        this.settings = settings;
    }

    @Bean
    FeedProgress feedProgress(StoreContext store, KernelSettings kernel) {
        var progress = new FeedProgress(store.collection(FeedProgress.COLLECTION), kernel.epoch(), datasets);
        if (!datasets.isEmpty()) {
            progress.index();
        }
        return progress;
    }

    @Bean
    FeedRows feedRows(StoreContext store, KernelSettings kernel, JsonMapper json, Clock clock) {
        var rows = new FeedRows(store::collection, kernel.epoch(), json, clock);
        if (!datasets.isEmpty()) {
            rows.index();
        }
        return rows;
    }

    @Bean
    FeedAge feedAge(FeedProgress progress) {
        return new FeedAge(datasets, progress, Clock.systemUTC(), settings.late());
    }

    @Bean
    ChangeFeed changeFeed(StoreContext store, FeedProgress progress, FeedAge age, AuditLog audit, Clock clock) {
        var reader = new FeedReader(store.collection(FeedRows.COLLECTION), progress);
        return new ChangeFeed(datasets, reader, progress, age, audit, clock, settings.tombstoneDays());
    }

    @Bean
    FeedListener feedListener(
            FeedRows rows,
            FeedProgress progress,
            StoreContext store,
            KafkaOperations<String, String> kafka,
            KernelSettings kernel,
            JsonMapper json,
            Clock clock) {
        var parked = new ParkedEvents(
                store.collection(ParkedEvents.COLLECTION),
                store.collection(ParkedEvents.REQUESTS),
                kafka,
                kernel.epoch(),
                FeedProjector.READER);
        var realTime = Clock.systemUTC();
        var projector = new FeedProjector(datasets, rows, progress, parked, new Envelopes(json), realTime);
        return new FeedListener(projector, progress, rows, parked, clock, realTime, settings.tombstoneDays());
    }

    @Bean
    FeedGroup feedGroup(
            @Value("${spring.kafka.consumer.group-id}") String group,
            @Value("${spring.kafka.listener.auto-startup:true}") boolean listening) {
        return new FeedGroup(group + "-feed-" + FeedProgress.fingerprint(datasets), listening && !datasets.isEmpty());
    }
}
