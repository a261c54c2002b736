package io.fangwei.visit.hazards.web;

import io.fangwei.visit.clocks.RunningClock;
import io.fangwei.visit.hazards.Acceptance;
import io.fangwei.visit.hazards.Finding;
import io.fangwei.visit.hazards.HazardLevel;
import io.fangwei.visit.hazards.HazardStatus;
import io.fangwei.visit.hazards.Measures;
import io.fangwei.visit.hazards.Notice;
import io.fangwei.visit.hazards.Treatment;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A hazard as the API shows it. */
record HazardView(
        UUID id,
        UUID visitId,
        UUID policyId,
        UUID insurerId,
        UUID companyId,
        String area,
        HazardLevel level,
        HazardStatus status,
        Finding finding,
        @Nullable Notice notice,
        @Nullable Measures measures,
        @Nullable Treatment treatment,
        @Nullable Acceptance acceptance,
        @Nullable String refusalProof,
        List<ClockView> clocks) {

    record ClockView(
            String rule,
            LocalDate start,
            LocalDate due,
            RunningClock.State state,
            @Nullable LocalDate endedOn) {}
}
