package io.fangwei.visit;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.testing.Contracts;
import io.fangwei.visit.hazards.HazardEvent;
import io.fangwei.visit.hazards.HazardFixture;
import io.fangwei.visit.plans.PlanEvent;
import io.fangwei.visit.plans.PlanFixture;
import io.fangwei.visit.visits.VisitEvent;
import io.fangwei.visit.visits.VisitFixture;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventContractTest {

    static Stream<Event> everyPublicEvent() {
        return everyEvent().values().stream().filter(event -> !event.local());
    }

    @ParameterizedTest
    @MethodSource("everyPublicEvent")
    void an_event_is_told_as_its_sample_says(Event event) {
        Contracts.assertMatches(event);
    }

    @Test
    void every_public_event_has_its_sample() {
        var types = Stream.of(PlanEvent.class, VisitEvent.class, HazardEvent.class)
                .flatMap(Contracts::types)
                .toList();

        assertThat(everyPublicEvent().map(Event::type)).containsExactlyInAnyOrderElementsOf(types);
    }

    private static Map<String, Event> everyEvent() {
        return Stream.<List<? extends Event>>of(
                        PlanFixture.everyEvent(), VisitFixture.everyEvent(), HazardFixture.everyEvent())
                .flatMap(List::stream)
                .collect(toMap(Event::type, Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }
}
