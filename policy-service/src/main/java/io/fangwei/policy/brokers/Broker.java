package io.fangwei.policy.brokers;

import io.fangwei.kernel.events.Aggregate;
import io.fangwei.policy.brokers.BrokerEvent.BrokerRegistered;
import java.util.List;
import java.util.UUID;

/** Who acts for applicants, mediates contracts and draws a commission (CD-3.7). */
public final class Broker implements Aggregate {

    private final UUID brokerId;
    private final String licenceNo;
    private final String name;

    private Broker(UUID brokerId, String licenceNo, String name) {
        this.brokerId = brokerId;
        this.licenceNo = licenceNo;
        this.name = name;
    }

    public static Broker licensed(UUID brokerId, String licenceNo, String name) {
        return new Broker(brokerId, licenceNo, name);
    }

    public List<BrokerEvent> register() {
        return List.of(new BrokerRegistered(brokerId, name));
    }

    @Override
    public String status() {
        return "REGISTERED";
    }

    public UUID getBrokerId() {
        return brokerId;
    }

    public String getLicenceNo() {
        return licenceNo;
    }

    public String getName() {
        return name;
    }
}
