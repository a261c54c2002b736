package io.fangwei.evaluation.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.listening.Projection;
import io.fangwei.kernel.scoring.ScoringModel;
import io.fangwei.kernel.testing.Contracts;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** The samples of all events that this service hears can be read by it. */
class ContractTest {

    private static final Rows ROWS = new Rows(ScoringModel.read("cd-appendix-e"));
    private static final List<Projection> PROJECTIONS = List.of(
            new ClockNews(ROWS),
            new CalendarNews(new MovedRows(ROWS)),
            new VisitNews(ROWS),
            new PolicyNews(ROWS),
            new PolicyClockNews(ROWS),
            new ComplaintNews(ROWS),
            new TeamNews(ROWS));

    @ParameterizedTest
    @MethodSource("types")
    void the_sample_of_every_event_that_is_heard_is_understood(String type) {
        var sample = Contracts.sample(type, UUID.randomUUID(), 1);

        assertThat(hearing(type))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.on(sample)).isNotNull());
    }

    @ParameterizedTest
    @MethodSource("types")
    void an_event_that_does_not_name_its_insurer_or_subject_is_not_understood(String type) {
        var sample = Contracts.sample(type, UUID.randomUUID(), 1);
        var nothing = new EventEnvelope(
                sample.id(),
                type,
                sample.source(),
                sample.subject(),
                1,
                sample.time(),
                sample.actor(),
                emptied(sample));

        assertThat(hearing(type))
                .anySatisfy(one -> assertThatIllegalArgumentException().isThrownBy(() -> one.on(nothing)));
    }

    @Test
    void no_clock_that_a_sample_ends_goes_unheard() {
        var table = ClockRules.read();

        var ending = samples()
                .filter(type -> type.startsWith("visit.") || type.startsWith("complaint."))
                .filter(type -> Contracts.data(type)
                        .path("clocks")
                        .valueStream()
                        .filter(clock -> !clock.get("state").asString().equals("STARTED"))
                        .anyMatch(
                                clock -> table.of(clock.get("rule").asString()).isPresent()));

        assertThat(ending.toList())
                .isNotEmpty()
                .allSatisfy(type -> assertThat(table.events()).contains(type));
    }

    private static Stream<String> samples() {
        return Stream.of(Objects.requireNonNull(
                        Path.of("..", "contracts").toFile().list()))
                .filter(file -> file.endsWith(".json"))
                .map(file -> file.substring(0, file.length() - ".json".length()));
    }

    private static Stream<String> types() {
        return PROJECTIONS.stream()
                .flatMap(one -> one.types().stream())
                .distinct()
                .sorted();
    }

    private static List<Projection> hearing(String type) {
        return PROJECTIONS.stream().filter(one -> one.types().contains(type)).toList();
    }

    private static ObjectNode emptied(EventEnvelope sample) {
        return ((ObjectNode) sample.data().deepCopy()).removeAll();
    }
}
