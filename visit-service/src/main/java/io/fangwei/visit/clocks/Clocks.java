package io.fangwei.visit.clocks;

import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.kernel.deadlines.ClockMove;
import io.fangwei.kernel.deadlines.Deadline;
import io.fangwei.kernel.deadlines.Recount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All clocks that have run on one thing, in the order in which they started; of one rule the last counts. */
public record Clocks(List<RunningClock> all) {

    public Clocks {
        all = List.copyOf(all);
    }

    public static Clocks none() {
        return new Clocks(List.of());
    }

    public Clocks start(Deadline deadline) {
        var more = new ArrayList<>(all);
        more.add(RunningClock.started(deadline));
        return new Clocks(more);
    }

    /** Ends the clock of the rule, or judges it anew where it had ended; nothing if there is none. */
    public Clocks end(String rule, LocalDate day) {
        return change(rule, clock -> clock.endedOn(day));
    }

    /** Lets the clock run on towards the same due day (AMB-06). */
    public Clocks reopen(String rule) {
        return change(rule, RunningClock::reopened);
    }

    /** Forgets a clock that nothing waits for any more. */
    public Clocks drop(String rule) {
        var last = last(rule);
        return last == null || !last.isOpen()
                ? this
                : new Clocks(all.stream().filter(clock -> clock != last).toList());
    }

    /** What an event says of the clocks of these rules; silent about those that never started. */
    public List<ClockFact> facts(String... rules) {
        return Stream.of(rules)
                .map(this::last)
                .flatMap(Stream::ofNullable)
                .map(RunningClock::fact)
                .toList();
    }

    /** The clocks that {@code today} is past and nobody has taken note of. */
    public List<ClockFact> overdueOn(LocalDate today) {
        return all.stream()
                .filter(clock -> clock.isToBeNoticedOn(today))
                .map(clock -> clock.deadline().overdue())
                .toList();
    }

    public Clocks noticedOn(LocalDate today) {
        return new Clocks(all.stream().map(clock -> clock.noticedOn(today)).toList());
    }

    /** With the due days where another calendar has them. */
    public Clocks recounted(Recount recount) {
        return new Clocks(all.stream().map(clock -> clock.recounted(recount)).toList());
    }

    /** What an event says of the clocks that were not among these before. */
    public List<ClockFact> movedSince(Clocks before) {
        return moved(before).map(at -> all.get(at).fact()).toList();
    }

    /** Where those clocks stood before. */
    public List<ClockMove> movesSince(Clocks before) {
        return moved(before)
                .map(at -> ClockMove.from(before.all.get(at).deadline()))
                .toList();
    }

    private Stream<Integer> moved(Clocks before) {
        return IntStream.range(0, all.size())
                .filter(at -> !all.get(at).equals(before.all.get(at)))
                .boxed();
    }

    /** The latest due day of all, ended or not. */
    public Optional<LocalDate> lastDue() {
        return all.stream().map(clock -> clock.deadline().due()).max(Comparator.naturalOrder());
    }

    public Optional<LocalDate> nextDue() {
        return all.stream()
                .filter(RunningClock::isToBeNoticed)
                .map(clock -> clock.deadline().due())
                .min(Comparator.naturalOrder());
    }

    private Clocks change(String rule, UnaryOperator<RunningClock> change) {
        var last = last(rule);
        return new Clocks(all.stream()
                .map(clock -> clock == last ? change.apply(clock) : clock)
                .toList());
    }

    private @Nullable RunningClock last(String rule) {
        return all.stream()
                .filter(clock -> clock.rule().equals(rule))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}
