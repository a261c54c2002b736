package io.fangwei.complaint.messaging;

import io.fangwei.complaint.complaints.ComplaintDesk;
import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.listening.Reaction;
import java.util.Set;
import org.springframework.stereotype.Component;

/** When a duplicate company is merged, the one that stays goes on with its complaints. */
@Component
class MergerReaction implements Reaction {

    private final ComplaintDesk desk;

    MergerReaction(ComplaintDesk desk) {
        this.desk = desk;
    }

    @Override
    public Set<String> types() {
        return Set.of("policy.company-merged.v1");
    }

    @Override
    public void on(EventEnvelope event) {
        desk.companyMerged(event.uuid("companyId"), event.uuid("intoCompanyId"));
    }
}
