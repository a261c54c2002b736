package io.fangwei.kernel.web;

import io.fangwei.kernel.adoption.Adoption;
import io.fangwei.kernel.adoption.PublishedDays;
import io.fangwei.kernel.audit.AuditLog;
import io.fangwei.kernel.calendar.CalendarFile;
import io.fangwei.kernel.deadlines.Deadlines;
import io.fangwei.kernel.deadlines.OverdueWatch;
import io.fangwei.kernel.deadlines.RulePacks;
import io.fangwei.kernel.journal.ChainCheck;
import io.fangwei.kernel.journal.Journal;
import io.fangwei.kernel.outbox.EventSender;
import io.fangwei.kernel.outbox.OutboxRelay;
import io.fangwei.kernel.outbox.OutboxRelays;
import io.fangwei.kernel.problems.Problems;
import io.fangwei.kernel.problems.Texts;
import io.fangwei.kernel.store.AggregateStores;
import io.fangwei.kernel.store.StoreContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions.BigDecimalRepresentation;
import org.springframework.kafka.core.KafkaOperations;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** The parts of the kernel, put together for one service. */
@Configuration
class KernelConfiguration {

    /** The business time zone. */
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** Business time; whoever starts the service may bring another clock. */
    @Bean
    @ConditionalOnMissingBean(Clock.class)
    Clock clock() {
        return Clock.system(CHINA);
    }

    /** Dates are stored as UTC midnight whatever the time zone of the machine, amounts as exact decimals. */
    @Bean
    static MongoCustomConversions mongoCustomConversions() {
        return MongoCustomConversions.create(
                adapter -> adapter.useNativeDriverJavaTimeCodecs().bigDecimal(BigDecimalRepresentation.DECIMAL128));
    }

    /** Amounts travel as text, unknown fields are refused. */
    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        var amounts = new SimpleModule("amounts").addSerializer(BigDecimal.class, ToStringSerializer.instance);
        return json -> json.addModule(amounts).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    @Bean
    Texts texts(KernelSettings settings) {
        return new Texts(settings.name());
    }

    @Bean
    Problems problems(Texts texts) {
        return new Problems(texts);
    }

    @Bean
    Deadlines deadlines(KernelSettings settings) {
        return new Deadlines(RulePacks.read(settings.rulePack()), CalendarFile.read());
    }

    @Bean
    AuditLog auditLog(MongoOperations mongo, Clock clock) {
        return new AuditLog(
                () -> mongo.getCollection(AuditLog.COLLECTION).withWriteConcern(StoreContext.DURABLE), clock);
    }

    @Bean
    StoreContext storeContext(MongoOperations mongo, JsonMapper json, Clock clock, AuditLog audit) {
        return new StoreContext(mongo, json, clock, Clock.systemUTC(), audit);
    }

    @Bean
    Journal journal(StoreContext store) {
        return new Journal(store.collection(Journal.COLLECTION));
    }

    @Bean
    ChainCheck chainCheck(StoreContext store, Journal journal) {
        return new ChainCheck(store, journal);
    }

    @Bean
    OutboxRelays outboxRelays(
            StoreContext store, Journal journal, KafkaOperations<String, String> kafka, KernelSettings settings) {
        var sender = EventSender.of(settings.name(), kafka);
        return new OutboxRelays(
                (kind, collection) -> new OutboxRelay(
                        kind,
                        store.collection(collection),
                        journal,
                        sender,
                        Clock.systemUTC(),
                        settings.relay().sweepAfter()),
                settings.relay().enabled());
    }

    @Bean
    Adoption adoption(Deadlines deadlines, StoreContext store, Clock clock) {
        return new Adoption(deadlines, store::collection, clock);
    }

    @Bean
    PublishedDays publishedDays() {
        return new PublishedDays();
    }

    @Bean
    OverdueWatch overdueWatch(Clock clock, Adoption adoption) {
        return new OverdueWatch(clock, adoption::run);
    }

    @Bean
    WatchLoop watchLoop(OverdueWatch watch, KernelSettings settings) {
        return new WatchLoop(watch, settings.watch().every());
    }

    @Bean
    AggregateStores aggregateStores(StoreContext store, OutboxRelays relays, OverdueWatch watch, Adoption adoption) {
        return new AggregateStores(store, relays, watch, adoption);
    }
}
