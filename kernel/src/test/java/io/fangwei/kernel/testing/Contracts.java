package io.fangwei.kernel.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.events.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * The samples of public events under {@code contracts/}: the producer's test compares what it writes with them, each
 * consumer's test reads them. With {@code -Dfangwei.contracts=write} the producer's test writes them anew.
 */
public final class Contracts {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule("amounts").addSerializer(BigDecimal.class, ToStringSerializer.instance))
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private Contracts() {}

    /** Demands that the event looks as its sample says. */
    public static void assertMatches(Event event) {
        var file = file(event.type());
        var written = JSON.writeValueAsString(event) + "\n";
        try {
            if ("write".equals(System.getProperty("fangwei.contracts"))) {
                Files.writeString(file, written);
            }
            assertThat(file).as("the sample of " + event.type()).exists();
            assertThat(JSON.readTree(written)).isEqualTo(JSON.readTree(Files.readString(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The sample of a type, as the event number {@code sequence} of an aggregate. */
    public static EventEnvelope sample(String type, UUID subject, long sequence) {
        return sample(type, subject, sequence, Instant.parse("2025-03-03T01:00:00Z"));
    }

    public static EventEnvelope sample(String type, UUID subject, long sequence, Instant at) {
        var source = "/fangwei/" + type.substring(0, type.indexOf('.'));
        return new EventEnvelope(
                UUID.randomUUID(), type, source, subject.toString(), sequence, at, "im.test", data(type));
    }

    public static JsonNode data(String type) {
        try {
            return JSON.readTree(Files.readString(file(type)));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The public types of a sealed family of events; local ones are left out. */
    public static Stream<String> types(Class<? extends Event> family) {
        return Arrays.stream(family.getPermittedSubclasses())
                .map(event -> event.getAnnotation(EventType.class))
                .filter(type -> !type.local())
                .map(EventType::value);
    }

    private static Path file(String type) {
        return root().resolve("contracts").resolve(type + ".json");
    }

    private static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.isDirectory(folder.resolve("contracts"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
