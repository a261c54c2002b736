package io.fangwei.complaint.officers;

import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.testing.Contracts;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventContractTest {

    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000010");
    private static final UUID INSURER = UUID.fromString("00000000-0000-4000-8000-000000000002");
    private static final LocalDate DAY = LocalDate.of(2025, 1, 6);

    static Stream<Event> events() {
        var officer = Officer.appoint(ID, INSURER, "ic.one", null);
        var channel = Channel.open(ID, INSURER, ChannelKind.HOTLINE, "028-12350");
        return Stream.of(officer.appointed(DAY), officer.dismiss(DAY), channel.opened(DAY), channel.close(DAY))
                .<Event>flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_looks_as_its_sample_says(Event event) {
        Contracts.assertMatches(event);
    }

    @Test
    void every_public_event_has_a_sample_and_none_names_the_person() {
        assertThat(events().map(Event::type))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Contracts.types(OfficerEvent.class), Contracts.types(ChannelEvent.class))
                                .toList());
        assertThat(events()).noneMatch(event -> event.toString().contains("ic.one"));
    }
}
