package io.fangwei.policy.entitlements;

import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.kernel.deadlines.Deadline;
import io.fangwei.policy.policies.Headcounts;
import io.fangwei.policy.rules.PolicyRule;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The training of a policy that is done online only: by the last day it must have reached everybody who is then insured
 * (CLK-17, CD-6.1.2.3, AMB-16). What was counted before the headcount changed says nothing of those who are insured since.
 */
public record OnlineTraining(Deadline deadline, @Nullable Learning newest, boolean missed) {

    static OnlineTraining of(Grant grant, Pace pace) {
        return new OnlineTraining(Deadline.until("CLK-17", grant.from(), grant.to(), pace.calendar()), null, false);
    }

    /** The same training under the contract as it is now. */
    OnlineTraining after(@Nullable OnlineTraining before) {
        return before == null
                ? this
                : new OnlineTraining(
                        deadline,
                        before.newest,
                        before.missed && before.deadline.due().equals(deadline.due()));
    }

    OnlineTraining with(Learning learning, Headcounts insured, @Nullable String correctionReason, LocalDate today) {
        var first = newest == null ? deadline.start() : newest.asOf();
        var last = today.isAfter(deadline.due()) ? deadline.due() : today;
        PolicyRule.LEARNING_OUT_OF_TERM.require(
                !learning.asOf().isBefore(first) && !learning.asOf().isAfter(last), learning.asOf(), first, last);
        var persons = insured.on(learning.asOf())
                .orElseThrow(() -> PolicyRule.INSURED_PERSONS_UNKNOWN.broken(learning.asOf()))
                .insuredPersons();
        PolicyRule.LEARNERS_EXCEED_INSURED.require(learning.learners() <= persons, learning.learners(), persons);
        PolicyRule.LEARNERS_FEWER_THAN_BEFORE.require(
                newest == null || correctionReason != null || learning.learners() >= newest.learners(),
                learning.learners(),
                newest == null ? 0 : newest.learners());
        return new OnlineTraining(deadline, learning, missed);
    }

    OnlineTraining asMissed() {
        return new OnlineTraining(deadline, newest, true);
    }

    boolean isOpen(Headcounts insured) {
        return !missed && !isCovered(insured);
    }

    ClockFact fact(Headcounts insured) {
        if (newest != null && isCovered(insured)) {
            return deadline.endedOn(newest.asOf());
        }
        return missed ? deadline.overdue() : deadline.started();
    }

    private boolean isCovered(Headcounts insured) {
        return insured.on(deadline.due())
                .filter(count -> newest != null
                        && newest.learners() >= count.insuredPersons()
                        && !newest.asOf().isBefore(count.from()))
                .isPresent();
    }
}
