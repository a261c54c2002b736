package io.fangwei.policy.brokers;

import io.fangwei.kernel.caller.CurrentCommand;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.store.Ids;
import io.fangwei.policy.Own;
import io.fangwei.policy.brokers.BrokerCommand.DeclareConflict;
import io.fangwei.policy.brokers.BrokerCommand.EndEngagement;
import io.fangwei.policy.brokers.BrokerCommand.EngageBroker;
import io.fangwei.policy.brokers.BrokerCommand.RegisterBroker;
import io.fangwei.policy.companies.Companies;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Where brokers are registered, and where insurers note for whom they act. */
@Service
public class BrokerDesk {

    private final Brokers brokers;
    private final Engagements engagements;
    private final Companies companies;
    private final Clock clock;

    public BrokerDesk(Brokers brokers, Engagements engagements, Companies companies, Clock clock) {
        this.brokers = brokers;
        this.engagements = engagements;
        this.companies = companies;
        this.clock = clock;
    }

    public Broker register(RegisterBroker command) {
        var broker = Broker.licensed(Ids.of("broker", command.licenceNo()), command.licenceNo(), command.name());
        return brokers.add(broker, broker.register());
    }

    public Engagement engage(EngageBroker command) {
        var engagement = Engagement.of(
                CurrentCommand.derivedId("engagement"),
                brokers.get(command.brokerId()).getBrokerId(),
                Own.insurer(),
                companies.get(command.companyId()).getCompanyId(),
                command.policyId(),
                command.from(),
                command.to(),
                command.suppliesPeople());
        return engagements.add(engagement, engagement.begin());
    }

    public Engagement declare(UUID engagementId, DeclareConflict command) {
        return engagements.change(engagementId, engagement -> engagement.declare(command.suppliesPeople(), today()));
    }

    public Engagement end(UUID engagementId, EndEngagement command) {
        return engagements.change(engagementId, engagement -> engagement.end(command.reasonCode(), today()));
    }

    public Broker get(UUID brokerId) {
        return brokers.get(brokerId);
    }

    public Page<Broker> page(Pages page) {
        return brokers.page(page);
    }

    public Engagement engagement(UUID engagementId) {
        return engagements.get(engagementId);
    }

    public Page<Engagement> engagements(Pages page) {
        return engagements.page(page);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
