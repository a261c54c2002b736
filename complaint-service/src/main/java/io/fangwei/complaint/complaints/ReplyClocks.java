package io.fangwei.complaint.complaints;

import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.kernel.deadlines.ClockMove;
import io.fangwei.kernel.deadlines.Deadlines;
import io.fangwei.kernel.deadlines.Recount;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The two clocks of a complaint. Both start on the day of receipt and move only with the calendar; an extension only decides which of them
 * the reply has to meet (AMB-09, AMB-10).
 *
 * @param reply CLK-08, met by the reply or by the notice of an extension
 * @param checking CLK-09, met by the reply
 */
public record ReplyClocks(ReplyClock reply, ReplyClock checking) {

    static ReplyClocks start(LocalDate receivedOn, Deadlines deadlines) {
        return new ReplyClocks(
                ReplyClock.running(deadlines.start("CLK-08", receivedOn)),
                ReplyClock.running(deadlines.start("CLK-09", receivedOn)));
    }

    Stream<ReplyClock> all() {
        return Stream.of(reply, checking);
    }

    List<ClockFact> started() {
        return all().map(clock -> clock.deadline().started()).toList();
    }

    ReplyClocks extendedOn(LocalDate day) {
        return new ReplyClocks(reply.endedOn(day), checking);
    }

    ReplyClocks repliedOn(LocalDate day) {
        return each(clock -> clock.endedOn(day));
    }

    ReplyClocks stoppedOn(LocalDate day) {
        return each(clock -> clock.stoppedOn(day));
    }

    ReplyClocks toldOn(LocalDate day) {
        return each(clock -> clock.toldOn(day));
    }

    /** The clocks still running, as the event says it that ends them. */
    List<ClockFact> endingOn(LocalDate day) {
        return all().filter(ReplyClock::runs)
                .map(clock -> clock.deadline().endedOn(day))
                .toList();
    }

    /** The clocks that have been missed and of which no event has said so. */
    List<ClockFact> untoldOn(LocalDate day) {
        return all().filter(clock -> clock.isMissUntoldOn(day))
                .map(clock -> clock.deadline().overdue())
                .toList();
    }

    ReplyClocks recounted(Recount recount) {
        return each(clock -> clock.recounted(recount));
    }

    /** What an event says of the clocks whose due day has moved. */
    List<ClockFact> movedSince(ReplyClocks before) {
        var known = before.all().toList();
        return all().filter(clock -> !known.contains(clock))
                .map(ReplyClock::fact)
                .toList();
    }

    /** Where those clocks stood before. */
    List<ClockMove> movesSince(ReplyClocks before) {
        var now = all().toList();
        return before.all()
                .filter(clock -> !now.contains(clock))
                .map(clock -> ClockMove.from(clock.deadline()))
                .toList();
    }

    /** The latest due day of both, ended or not. */
    Optional<LocalDate> lastDue() {
        return all().map(clock -> clock.deadline().due()).max(LocalDate::compareTo);
    }

    boolean isAnyMissedOn(LocalDate day) {
        return all().anyMatch(clock -> clock.isMissedOn(day));
    }

    Optional<LocalDate> nextDue() {
        return all().filter(clock -> clock.runs() && !clock.missTold())
                .map(clock -> clock.deadline().due())
                .min(LocalDate::compareTo);
    }

    private ReplyClocks each(UnaryOperator<ReplyClock> change) {
        return new ReplyClocks(change.apply(reply), change.apply(checking));
    }
}
