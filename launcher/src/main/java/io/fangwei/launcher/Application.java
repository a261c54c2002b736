package io.fangwei.launcher;

import io.fangwei.complaint.ComplaintService;
import io.fangwei.evaluation.EvaluationService;
import io.fangwei.gateway.Gateway;
import io.fangwei.policy.PolicyService;
import io.fangwei.team.TeamService;
import io.fangwei.visit.VisitService;
import java.util.List;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** One of the six applications and how it is started. */
record Application(String name, Port port, Start start) {

    /** The start method that every application has. */
    interface Start {
        ConfigurableApplicationContext with(ApplicationContextInitializer<?>[] initializers, String... args);
    }

    static final Application GATEWAY = new Application("gateway", Port.GATEWAY, Gateway::start);

    static final List<Application> SERVICES = List.of(
            new Application("policy-service", Port.POLICY, PolicyService::start),
            new Application("team-service", Port.TEAM, TeamService::start),
            new Application("visit-service", Port.VISIT, VisitService::start),
            new Application("complaint-service", Port.COMPLAINT, ComplaintService::start),
            new Application("evaluation-service", Port.EVALUATION, EvaluationService::start));

    String database() {
        return "fangwei-" + name.replace("-service", "");
    }
}
