package io.fangwei.policy.budget;

import io.fangwei.kernel.events.Searchable;
import io.fangwei.policy.budget.PayeeEvent.PayeeRegistered;
import java.util.List;
import java.util.UUID;

/**
 * Somebody whom an insurer pays. It may be a natural person, so the name stays in this document: pools, events and the
 * ledger know the id only (D15).
 */
public final class Payee implements Searchable {

    private final UUID payeeId;
    private final UUID insurerId;
    private final String name;

    private Payee(UUID payeeId, UUID insurerId, String name) {
        this.payeeId = payeeId;
        this.insurerId = insurerId;
        this.name = name;
    }

    public static Payee named(UUID payeeId, UUID insurerId, String name) {
        return new Payee(payeeId, insurerId, name);
    }

    public List<PayeeEvent> register() {
        return List.of(new PayeeRegistered(payeeId, insurerId));
    }

    @Override
    public List<String> searchTexts() {
        return List.of(name);
    }

    @Override
    public String status() {
        return "REGISTERED";
    }

    public UUID getPayeeId() {
        return payeeId;
    }

    public UUID getInsurerId() {
        return insurerId;
    }

    public String getName() {
        return name;
    }
}
