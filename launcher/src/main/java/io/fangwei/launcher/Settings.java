package io.fangwei.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What to start, and what is already there: whatever the environment names is not embedded (D12). */
record Settings(
        Path data,
        int portOffset,
        @Nullable String externalMongo,
        @Nullable String externalKafka,
        @Nullable String externalIssuer,
        boolean demoClock,
        boolean demo,
        @Nullable OffsetDateTime clockStart,
        boolean rebuildTopics) {

    static final String HOST = "127.0.0.1";

    static Settings of(
            Map<String, String> environment,
            @Nullable Path data,
            boolean demoClock,
            boolean demo,
            @Nullable OffsetDateTime clockStart,
            boolean rebuildTopics) {
        return new Settings(
                data(environment, data),
                offset(given(environment, "FANGWEI_PORT_OFFSET")),
                given(environment, "FANGWEI_MONGODB_URI"),
                given(environment, "FANGWEI_KAFKA"),
                given(environment, "FANGWEI_ISSUER"),
                demoClock,
                demo,
                clockStart,
                rebuildTopics);
    }

    /** The folder that is meant: the one given, that of the environment, or the one beside us. */
    static Path data(Map<String, String> environment, @Nullable Path given) {
        return given == null ? Path.of(Objects.requireNonNullElse(given(environment, "FANGWEI_DATA"), "data")) : given;
    }

    private static @Nullable String given(Map<String, String> environment, String name) {
        var value = environment.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static int offset(@Nullable String given) {
        try {
            var offset = given == null ? 0 : Integer.parseInt(given);
            if (offset < 0 || Port.MONGO.number() + offset > 0xffff) {
                throw new NumberFormatException();
            }
            return offset;
        } catch (NumberFormatException wrong) {
            throw new StartRefused("FANGWEI_PORT_OFFSET is \"%s\", which is not a number from 0 to %d."
                    .formatted(given, 0xffff - Port.MONGO.number()));
        }
    }

    int port(Port port) {
        return port.number() + portOffset;
    }

    URI url(Port port) {
        return URI.create("http://" + HOST + ":" + port(port));
    }

    boolean embedsMongo() {
        return externalMongo == null;
    }

    boolean embedsKafka() {
        return externalKafka == null;
    }

    boolean embedsIssuer() {
        return externalIssuer == null;
    }

    /** Where the issuer listens or, if it is elsewhere, whatever else people ask of the launcher, if there is anything. */
    Optional<Port> desk() {
        if (embedsIssuer()) {
            return Optional.of(Port.ISSUER);
        }
        return demoClock || embedsMongo() ? Optional.of(Port.DESK) : Optional.empty();
    }

    String issuer() {
        return externalIssuer == null ? url(Port.ISSUER).toString() : externalIssuer;
    }

    String mongo() {
        return externalMongo == null ? "mongodb://" + HOST + ":" + port(Port.MONGO) : externalMongo;
    }

    String kafka() {
        return externalKafka == null ? HOST + ":" + port(Port.KAFKA) : externalKafka;
    }

    /** The ports that we are about to listen on. */
    List<Port> ports() {
        var ports = new ArrayList<>(
                List.of(Port.GATEWAY, Port.POLICY, Port.TEAM, Port.VISIT, Port.COMPLAINT, Port.EVALUATION));
        desk().ifPresent(ports::add);
        if (embedsKafka()) {
            ports.add(Port.KAFKA);
            ports.add(Port.KAFKA_CONTROLLER);
        }
        if (embedsMongo()) {
            ports.add(Port.MONGO);
        }
        return ports;
    }
}
