package io.fangwei.policy.feed.messaging;

import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.feed.FeedRecord;
import io.fangwei.kernel.feed.FeedSource;
import io.fangwei.policy.insurers.Insurers;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Insurers, to which policies and pools refer, wherever they work. */
@Component
class InsurerRecords implements FeedSource {

    record Shown(String kind, String name, String licenceNo, List<String> areas) {}

    private final Insurers insurers;

    InsurerRecords(Insurers insurers) {
        this.insurers = insurers;
    }

    @Override
    public Set<String> types() {
        return Set.of("policy.insurer-registered.v1");
    }

    @Override
    public List<FeedRecord> on(List<EventEnvelope> events) {
        return events.stream().map(this::record).toList();
    }

    private FeedRecord record(EventEnvelope event) {
        var insurer = insurers.get(event.subjectId());
        var shown = new Shown("INSURER", insurer.getName(), insurer.getLicenceNo(), insurer.getAreas());
        return FeedRecord.shown(event, event.subject(), insurer.getAreas(), shown);
    }
}
