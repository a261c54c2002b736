package io.fangwei.evaluation.messaging;

import io.fangwei.evaluation.findings.Finding.Mode;
import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.listening.Projection;
import io.fangwei.kernel.listening.Upsert;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The clocks of a policy: one service a year in high-risk industries (CLK-16), online training for everybody insured
 * (CLK-17). Each is a case of its own, which a person confirms and which is withdrawn when it turns out to have been met.
 */
@Component
class PolicyClockNews implements Projection {

    private static final String RULE = "E-B10-R1";

    private final Rows rows;

    PolicyClockNews(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Set<String> types() {
        return Set.of(
                "policy.earlier-service-recorded.v1",
                "policy.entitlement-counted.v1",
                "policy.learning-recorded.v1",
                "policy.training-coverage-missed.v1",
                "policy.yearly-service-missed.v1");
    }

    @Override
    public List<Upsert> on(EventEnvelope event) {
        var heard = new Heard(event);
        heard.id("policyId");
        heard.id("insurerId");
        return heard.clocks().stream().flatMap(clock -> written(heard, clock)).toList();
    }

    private Stream<Upsert> written(Heard heard, ClockFact clock) {
        return switch (clock.state()) {
            case STARTED -> Stream.empty();
            case MET -> rows.kept(heard, seen(heard, clock, false)).stream();
            case MISSED -> rows.broken(heard, seen(heard, clock, true)).stream();
        };
    }

    private static Observation seen(Heard heard, ClockFact clock, boolean missed) {
        var policy = heard.id("policyId");
        var row = new ClockRule(clock.rule(), RULE, Mode.ASSISTED, "policy");
        return Observation.of(row, policy, clock, missed ? Mode.ASSISTED : null, false)
                .under("%s:%s:%s".formatted(policy, clock.rule(), clock.start()));
    }
}
