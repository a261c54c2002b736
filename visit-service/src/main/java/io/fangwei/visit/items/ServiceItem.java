package io.fangwei.visit.items;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The service items of chapter 6 (AMB-32). */
public enum ServiceItem {
    TRAINING(1, null),
    RISK_ASSESSMENT(2, "CLK-04"),
    HAZARD_SCREENING(2, "CLK-05"),
    STANDARDIZATION(1, null),
    EMERGENCY_PLAN_DRILL(1, null),
    TECH_PROMOTION(1, null),
    OTHER(1, null);

    private final int leastOnSite;
    private final @Nullable String feedbackClock;

    ServiceItem(int leastOnSite, @Nullable String feedbackClock) {
        this.leastOnSite = leastOnSite;
        this.feedbackClock = feedbackClock;
    }

    /** How many professionals must be on site (CD-6.2.2.1, CD-6.3.2.2b, AMB-59). */
    public int leastOnSite() {
        return leastOnSite;
    }

    /** The clock of the feedback where it starts with the end of the work on site (AMB-04). */
    public Optional<String> feedbackClock() {
        return Optional.ofNullable(feedbackClock);
    }

    /** True if every line of a checklist must be answered before the work on site may end. */
    public boolean needsChecklist() {
        return this == HAZARD_SCREENING;
    }
}
