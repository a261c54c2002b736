package io.fangwei.policy.budget;

import io.fangwei.kernel.events.Aggregate;
import io.fangwei.policy.budget.ServiceCostEvent.ServiceCostSet;
import io.fangwei.policy.policies.ServiceItemType;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What an insurer expects one service of each item to cost in a year; agreed plans are committed and forecast by it. */
public final class ServiceCosts implements Aggregate {

    private final UUID insurerId;
    private final int year;
    private List<ItemCost> costs;

    private ServiceCosts(UUID insurerId, int year, List<ItemCost> costs) {
        this.insurerId = insurerId;
        this.year = year;
        this.costs = List.copyOf(costs);
    }

    public static ServiceCosts of(UUID insurerId, int year) {
        return new ServiceCosts(insurerId, year, List.of());
    }

    public List<ServiceCostEvent> set(ServiceItemType item, BigDecimal cost) {
        var given = new ItemCost(item, cost.setScale(2));
        costs = Stream.concat(costs.stream().filter(one -> one.item() != item), Stream.of(given))
                .sorted(Comparator.comparing(ItemCost::item))
                .toList();
        return List.of(new ServiceCostSet(insurerId, year, item, given.cost()));
    }

    public Optional<BigDecimal> of(ServiceItemType item) {
        return costs.stream()
                .filter(one -> one.item() == item)
                .map(ItemCost::cost)
                .findFirst();
    }

    @Override
    public String status() {
        return "SET";
    }

    public UUID getInsurerId() {
        return insurerId;
    }

    public int getYear() {
        return year;
    }

    public List<ItemCost> getCosts() {
        return costs;
    }

    /** What one service costs. */
    public record ItemCost(ServiceItemType item, BigDecimal cost) {}
}
