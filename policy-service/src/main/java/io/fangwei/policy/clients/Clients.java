package io.fangwei.policy.clients;

import java.util.List;
import java.util.UUID;

/** The clients of all brokers. Each day decides anew whose an engagement in force makes them. */
public interface Clients {

    /** All for whom the broker acts today. */
    List<Client> of(UUID brokerId);

    /** For whom the broker acts today where it is about this company. */
    List<Client> of(UUID brokerId, UUID companyId);
}
