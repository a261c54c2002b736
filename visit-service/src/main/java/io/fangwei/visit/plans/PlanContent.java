package io.fangwei.visit.plans;

import io.fangwei.visit.items.ServiceItem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a plan says; a draft may leave things open (CD-5.3.1c, CD-5.3.1d, App. C sections 1–5). */
public record PlanContent(
        @NotNull List<@Valid @NotNull PlannedItem> items,
        @Size(max = 200) @Nullable String industry,
        @Size(max = 4000) @Nullable String mainEquipmentProcess,
        @Size(max = 4000) @Nullable String accidentHistory,
        @Valid @Nullable Factors factors,
        @Size(max = 4000) @Nullable String expectedGoals,
        @Size(max = 4000) @Nullable String supportMatters) {

    /** The six factors that the negotiation considers (CD-5.3.1c). */
    public record Factors(
            @Size(max = 2000) @Nullable String industryFeatures,
            @Size(max = 2000) @Nullable String scale,
            @Size(max = 2000) @Nullable String riskDistribution,
            @Size(max = 2000) @Nullable String staff,
            @Size(max = 2000) @Nullable String managementBase,
            @Size(max = 2000) @Nullable String accidentHistory) {

        private static final Factors NONE = new Factors(null, null, null, null, null, null);

        List<String> missing() {
            var factors = new LinkedHashMap<String, @Nullable String>();
            factors.put("industryFeatures", industryFeatures);
            factors.put("scale", scale);
            factors.put("riskDistribution", riskDistribution);
            factors.put("staff", staff);
            factors.put("managementBase", managementBase);
            factors.put("accidentHistory", accidentHistory);
            return blank(factors);
        }
    }

    /** Which of the six parts are missing; the staff is the group that was formed before. */
    List<String> missingParts() {
        var parts = new LinkedHashMap<String, @Nullable String>();
        parts.put("items", items.isEmpty() ? null : "given");
        parts.put(
                "measures",
                ofEveryItem(items.stream().map(PlannedItem::measures).collect(Collectors.toList())));
        parts.put(
                "deliverables",
                ofEveryItem(items.stream().map(PlannedItem::deliverables).collect(Collectors.toList())));
        parts.put("frequency", items.stream().allMatch(one -> one.frequency() != null) ? "given" : null);
        parts.put("expectedGoals", expectedGoals);
        parts.put("supportMatters", supportMatters);
        return blank(parts);
    }

    List<String> missingFactors() {
        return (factors == null ? Factors.NONE : factors).missing();
    }

    Set<ServiceItem> notCovered(Set<ServiceItem> contracted) {
        var open = new TreeSet<>(contracted);
        items.forEach(one -> open.remove(one.item()));
        return open;
    }

    boolean covers(ServiceItem item) {
        return items.stream().anyMatch(one -> one.item() == item);
    }

    private static @Nullable String ofEveryItem(List<? extends @Nullable String> texts) {
        return texts.stream().allMatch(text -> text != null && !text.isBlank()) ? "given" : null;
    }

    private static List<String> blank(Map<String, ? extends @Nullable String> texts) {
        return texts.entrySet().stream()
                .filter(one -> one.getValue() == null || one.getValue().isBlank())
                .map(Map.Entry::getKey)
                .toList();
    }
}
