package io.fangwei.kernel.adoption;

import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.listening.Projection;
import io.fangwei.kernel.listening.Upsert;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import tools.jackson.databind.JsonNode;

/** Remembers every calendar year and rule pack that was published. */
public final class PublishedDays implements Projection {

    static final String YEARS = "publishedYears";
    static final String PACKS = "publishedRulePacks";

    private static final String YEAR_PUBLISHED = "policy.calendar-year-published.v1";
    private static final String PACK_PUBLISHED = "policy.rule-pack-published.v1";

    @Override
    public Set<String> types() {
        return Set.of(YEAR_PUBLISHED, PACK_PUBLISHED);
    }

    @Override
    public List<Upsert> on(EventEnvelope event) {
        return List.of(event.type().equals(YEAR_PUBLISHED) ? year(event) : pack(event));
    }

    private static Upsert year(EventEnvelope event) {
        var year = Integer.parseInt(event.text("year"));
        var row = new Document("weekdayOff", texts(event, "weekdayOff"))
                .append("weekendWork", texts(event, "weekendWork"))
                .append(
                        "periods",
                        values(event, "periods").stream()
                                .map(period -> new Document("from", text(period, "from"))
                                        .append("to", text(period, "to"))
                                        .append("name", text(period, "name")))
                                .toList());
        StoredDays.year(year, row);
        return Upsert.of(YEARS, year, event)
                .set("year", year)
                .set("revision", Integer.parseInt(event.text("revision")))
                .set("days", row)
                .set("recounted", false);
    }

    private static Upsert pack(EventEnvelope event) {
        var id = event.text("packId");
        var row = new Document(
                "clocks",
                values(event, "clocks").stream()
                        .map(clock -> new Document("rule", text(clock, "rule"))
                                .append("length", clock.path("length").asInt())
                                .append("unit", text(clock, "unit"))
                                .append("binding", clock.path("binding").asBoolean()))
                        .toList());
        StoredDays.pack(id, event.text("version"), row);
        return Upsert.of(PACKS, id, event).set("version", event.text("version")).set("pack", row);
    }

    private static List<String> texts(EventEnvelope event, String field) {
        return values(event, field).stream().map(JsonNode::asString).toList();
    }

    private static List<JsonNode> values(EventEnvelope event, String field) {
        var values = event.data().path(field);
        if (!values.isArray()) {
            throw new IllegalArgumentException(event.type() + " lacks " + field);
        }
        return values.valueStream().toList();
    }

    private static String text(JsonNode part, String field) {
        if (!part.path(field).isString()) {
            throw new IllegalArgumentException("Something published lacks " + field);
        }
        return part.path(field).asString();
    }
}
