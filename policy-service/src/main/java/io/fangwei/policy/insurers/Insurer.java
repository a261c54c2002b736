package io.fangwei.policy.insurers;

import io.fangwei.kernel.events.Searchable;
import io.fangwei.policy.insurers.InsurerEvent.AccrualRateSet;
import io.fangwei.policy.insurers.InsurerEvent.InsurerRegistered;
import io.fangwei.policy.rules.PolicyRule;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** A licensed insurance company that underwrites work-safety liability insurance (CD-3.3). */
public final class Insurer implements Searchable {

    private final UUID insurerId;
    private final String licenceNo;
    private final String name;
    private final List<String> areas;
    private List<AccrualRate> accrualRates;

    private Insurer(UUID insurerId, String licenceNo, String name, List<String> areas, List<AccrualRate> accrualRates) {
        this.insurerId = insurerId;
        this.licenceNo = licenceNo;
        this.name = name;
        this.areas = List.copyOf(areas);
        this.accrualRates = List.copyOf(accrualRates);
    }

    public static Insurer licensed(UUID insurerId, String licenceNo, String name, List<String> areas) {
        return new Insurer(insurerId, licenceNo, name, areas, List.of());
    }

    public List<InsurerEvent> register() {
        return List.of(new InsurerRegistered(insurerId, name, areas));
    }

    /** Sets the share of a year, or of an industry in it, anew; what was accrued before keeps the share of its day. */
    public List<InsurerEvent> setAccrualRate(AccrualRate given, BigDecimal cap) {
        PolicyRule.ACCRUAL_RATE_OVER_CAP.require(
                given.rate().compareTo(cap) <= 0, given.rate().toPlainString(), cap.toPlainString());
        accrualRates = Stream.concat(accrualRates.stream().filter(known -> !replaces(given, known)), Stream.of(given))
                .sorted(Comparator.comparingInt(AccrualRate::year)
                        .thenComparing(rate -> Objects.requireNonNullElse(rate.industry(), "")))
                .toList();
        return List.of(new AccrualRateSet(insurerId, given.year(), given.industry(), given.rate()));
    }

    /** The share of a year and industry, the most precise one; without any no premium of that year can be accrued. */
    public BigDecimal accrualRateOf(int year, String industryCode) {
        return accrualRates.stream()
                .filter(known -> known.isFor(year, industryCode))
                .max(Comparator.comparingInt(AccrualRate::precision))
                .map(AccrualRate::rate)
                .orElseThrow(() -> PolicyRule.ACCRUAL_RATE_MISSING.broken(String.valueOf(year)));
    }

    private static boolean replaces(AccrualRate given, AccrualRate known) {
        return known.year() == given.year() && Objects.equals(known.industry(), given.industry());
    }

    @Override
    public List<String> searchTexts() {
        return List.of(name, licenceNo);
    }

    @Override
    public String status() {
        return "REGISTERED";
    }

    public UUID getInsurerId() {
        return insurerId;
    }

    public String getLicenceNo() {
        return licenceNo;
    }

    public String getName() {
        return name;
    }

    public List<String> getAreas() {
        return areas;
    }

    public List<AccrualRate> getAccrualRates() {
        return accrualRates;
    }
}
