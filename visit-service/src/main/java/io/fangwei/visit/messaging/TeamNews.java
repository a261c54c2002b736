package io.fangwei.visit.messaging;

import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.listening.Projection;
import io.fangwei.kernel.listening.Upsert;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Hears team-service: who is in which group, and until when each professional is qualified. */
@Component
class TeamNews implements Projection {

    private static final String GROUP_FORMED = "team.group-formed.v1";
    private static final String MEMBER_ADDED = "team.group-member-added.v1";
    private static final String REGISTERED = "team.professional-registered.v1";
    private static final String CERTIFIED = "team.certificate-recorded.v1";

    @Override
    public Set<String> types() {
        return Set.of(GROUP_FORMED, MEMBER_ADDED, REGISTERED, CERTIFIED);
    }

    @Override
    public List<Upsert> on(EventEnvelope event) {
        return List.of(
                switch (event.type()) {
                    case GROUP_FORMED, MEMBER_ADDED -> group(event);
                    case REGISTERED -> registered(event);
                    case CERTIFIED -> certified(event);
                    default -> throw new IllegalArgumentException(event.type());
                });
    }

    /** A policy has one group, so the group is remembered under its policy. */
    private static Upsert group(EventEnvelope event) {
        return Upsert.of("groups", event.uuid("policyId"), event)
                .set("insurerId", event.uuid("insurerId"))
                .set("companyId", event.uuid("companyId"))
                .set("memberIds", members(event.data().path("memberIds")));
    }

    private static Upsert registered(EventEnvelope event) {
        return professional(event)
                .set("source", event.text("source"))
                .set("institutionId", id(event.data().path("institutionId")));
    }

    private static Upsert certified(EventEnvelope event) {
        return professional(event).set("qualifiedUntil", day(event.data().path("qualifiedUntil")));
    }

    private static Upsert professional(EventEnvelope event) {
        return Upsert.of("professionals", event.uuid("professionalId"), event);
    }

    private static List<UUID> members(JsonNode ids) {
        if (!ids.isArray() || ids.isEmpty()) {
            throw new IllegalArgumentException("A group without members: " + ids);
        }
        return ids.valueStream().map(JsonNode::asString).map(UUID::fromString).toList();
    }

    private static @Nullable UUID id(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? null : UUID.fromString(value.asString());
    }

    private static @Nullable String day(JsonNode value) {
        return value.isMissingNode() || value.isNull()
                ? null
                : LocalDate.parse(value.asString()).toString();
    }
}
