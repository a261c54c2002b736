package io.fangwei.policy.policies;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the contract says of one service; a contract may leave content or frequency out, which is then a finding.
 *
 * @param delivery none where the contract leaves it open
 */
public record ServiceTerm(
        @NotNull ServiceItemType item,
        @Nullable @Size(max = 2000) String content,
        @Nullable @Min(1) @Max(366) Integer frequency,
        @Nullable Period period,
        @Nullable Delivery delivery) {

    public ServiceTerm(
            ServiceItemType item, @Nullable String content, @Nullable Integer frequency, @Nullable Period period) {
        this(item, content, frequency, period, null);
    }

    /** What the frequency is counted in. */
    public enum Period {
        YEAR,
        TERM
    }

    /** True if item, content and frequency are all there (CD-5.1.1b). */
    public boolean lacksNothing() {
        return content != null && !content.isBlank() && frequency != null && period != null;
    }
}
