package io.fangwei.policy.clients;

import static java.util.stream.Collectors.groupingBy;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Scope;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;

/** What of its clients a broker sees: the companies themselves, or what is agreed with the insurer it acts towards. */
public final class ClientWindow implements Scope.Window {

    private static final String COMPANY = "companyId";
    private static final String INSURER = "insurerId";
    private static final String POLICY = "policyId";

    private final Clients clients;
    private final boolean contracts;

    private ClientWindow(Clients clients, boolean contracts) {
        this.clients = clients;
        this.contracts = contracts;
    }

    /** On documents that are the companies. */
    public static ClientWindow onCompanies(Clients clients) {
        return new ClientWindow(clients, false);
    }

    /** On documents of a policy each, with insurer, company and policy. */
    public static ClientWindow onPolicies(Clients clients) {
        return new ClientWindow(clients, true);
    }

    @Override
    public List<Criteria> criteria(Caller caller) {
        var broker = caller.brokerId();
        var own = broker == null ? List.<Client>of() : clients.of(broker);
        if (own.isEmpty()) {
            return List.of();
        }
        return List.of(
                contracts ? contracts(own) : Criteria.where("state." + COMPANY).in(companies(own)));
    }

    @Override
    public boolean shows(Map<String, ?> document, Caller caller) {
        var broker = caller.brokerId();
        var company = id(document, COMPANY);
        if (broker == null || company == null) {
            return false;
        }
        var acting = clients.of(broker, company);
        return contracts
                ? acting.stream().anyMatch(client -> client.isAbout(need(document, INSURER), need(document, POLICY)))
                : !acting.isEmpty();
    }

    /**
     * Whatever an engagement says of a policy, it is one of this insurer and company. All insurers and companies are named
     * before the alternatives, so that one index serves however many insurers there are.
     */
    private static Criteria contracts(List<Client> own) {
        var alternatives = own.stream()
                .collect(groupingBy(Client::insurerId, groupingBy(client -> client.policyId() == null)))
                .entrySet()
                .stream()
                .flatMap(towards -> towards.getValue().entrySet().stream()
                        .map(some -> contracts(towards.getKey(), some.getKey(), some.getValue())))
                .toList();
        return alternatives.size() == 1
                ? alternatives.get(0)
                : Criteria.where("state." + INSURER)
                        .in(own.stream().map(Client::insurerId).distinct().toList())
                        .and("state." + COMPANY)
                        .in(companies(own))
                        .orOperator(alternatives);
    }

    private static Criteria contracts(UUID insurer, boolean all, List<Client> some) {
        var contracts = Criteria.where("state." + INSURER)
                .is(insurer)
                .and("state." + COMPANY)
                .in(companies(some));
        return all
                ? contracts
                : contracts
                        .and("_id")
                        .in(some.stream()
                                .map(client -> String.valueOf(client.policyId()))
                                .toList());
    }

    private static List<UUID> companies(List<Client> own) {
        return own.stream().map(Client::companyId).distinct().toList();
    }

    private static UUID need(Map<String, ?> document, String field) {
        var id = id(document, field);
        if (id == null) {
            throw new IllegalStateException("A document without " + field);
        }
        return id;
    }

    private static @Nullable UUID id(Map<String, ?> document, String field) {
        return document.get("state") instanceof Map<?, ?> state && state.get(field) instanceof UUID id ? id : null;
    }
}
