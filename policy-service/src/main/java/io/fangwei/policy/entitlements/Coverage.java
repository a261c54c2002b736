package io.fangwei.policy.entitlements;

import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.policy.policies.Headcount;
import io.fangwei.policy.policies.Headcounts;
import io.fangwei.policy.rules.PolicyRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far training that is done online only has reached those who are insured.
 *
 * @param training none where the contract asks for no such training
 */
record Coverage(List<Headcount> insured, @Nullable OnlineTraining training) {

    @Nullable
    OnlineTraining with(Learning learning, @Nullable String correctionReason, LocalDate today) {
        PolicyRule.NO_ONLINE_TRAINING.require(training != null);
        return Objects.requireNonNull(training).with(learning, persons(), correctionReason, today);
    }

    boolean knows(Learning learning) {
        return learning.equals(learning());
    }

    @Nullable
    Learning learning() {
        return training == null ? null : training.newest();
    }

    int insuredOn(LocalDate day) {
        return persons().on(day).orElseThrow().insuredPersons();
    }

    /** How many are insured on the last day, if anybody said so. */
    @Nullable
    Integer insuredAtTheEnd() {
        return running()
                .flatMap(one -> persons().on(one.deadline().due()).stream())
                .map(Headcount::insuredPersons)
                .findFirst()
                .orElse(null);
    }

    /** A contract that ends early owes no more than it had reached. */
    @Nullable
    OnlineTraining endingEarly() {
        return open().findFirst().isPresent() ? null : training;
    }

    boolean isMissedOn(LocalDate day) {
        return open().anyMatch(one -> one.deadline().isMissedOn(day));
    }

    Stream<LocalDate> dueDays() {
        return open().map(one -> one.deadline().due());
    }

    Stream<RunningClock> clock() {
        return running().map(one -> new RunningClock(one.deadline(), one.fact(persons())));
    }

    List<ClockFact> clocks() {
        return clock().map(RunningClock::fact).toList();
    }

    private Headcounts persons() {
        return new Headcounts(insured);
    }

    private Stream<OnlineTraining> open() {
        return running().filter(one -> one.isOpen(persons()));
    }

    private Stream<OnlineTraining> running() {
        return Stream.ofNullable(training);
    }
}
