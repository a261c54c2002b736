package io.fangwei.visit.hazards;

import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.kernel.deadlines.ClockMove;
import io.fangwei.visit.hazards.HazardEvent.HazardAcceptanceFailed;
import io.fangwei.visit.hazards.HazardEvent.HazardAccepted;
import io.fangwei.visit.hazards.HazardEvent.HazardClassified;
import io.fangwei.visit.hazards.HazardEvent.HazardClosed;
import io.fangwei.visit.hazards.HazardEvent.HazardDeadlineRecalculated;
import io.fangwei.visit.hazards.HazardEvent.HazardFound;
import io.fangwei.visit.hazards.HazardEvent.HazardMeasuresSet;
import io.fangwei.visit.hazards.HazardEvent.HazardNotified;
import io.fangwei.visit.hazards.HazardEvent.HazardOverdue;
import io.fangwei.visit.hazards.HazardEvent.HazardRectificationRefused;
import io.fangwei.visit.hazards.HazardEvent.HazardRectificationStarted;
import io.fangwei.visit.hazards.HazardEvent.HazardRectified;
import io.fangwei.visit.hazards.HazardEvent.HazardReportedToAuthority;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Which hazard it is, found in which visit, by which insurer at which company, and how grave: what each event says first. */
public record HazardSubject(
        UUID hazardId, UUID visitId, UUID policyId, UUID insurerId, UUID companyId, String area, HazardLevel level) {

    HazardSubject at(UUID otherCompanyId) {
        return new HazardSubject(hazardId, visitId, policyId, insurerId, otherCompanyId, area, level);
    }

    HazardFound found(HazardCause cause, LocalDate foundOn, List<ClockFact> clocks) {
        return new HazardFound(hazardId, visitId, policyId, insurerId, companyId, area, level, cause, foundOn, clocks);
    }

    HazardClassified classified(HazardCause cause, LocalDate on) {
        return new HazardClassified(hazardId, visitId, policyId, insurerId, companyId, area, level, cause, on);
    }

    HazardNotified notified(LocalDate on, List<ClockFact> clocks) {
        return new HazardNotified(hazardId, visitId, policyId, insurerId, companyId, area, level, on, clocks);
    }

    HazardMeasuresSet measuresSet(LocalDate on, LocalDate rectifyBy, List<ClockFact> clocks) {
        return new HazardMeasuresSet(
                hazardId, visitId, policyId, insurerId, companyId, area, level, on, rectifyBy, clocks);
    }

    HazardRectificationStarted rectificationStarted(LocalDate on) {
        return new HazardRectificationStarted(hazardId, visitId, policyId, insurerId, companyId, area, level, on);
    }

    HazardRectified rectified(LocalDate on, List<ClockFact> clocks) {
        return new HazardRectified(hazardId, visitId, policyId, insurerId, companyId, area, level, on, clocks);
    }

    HazardAccepted accepted(LocalDate on) {
        return new HazardAccepted(hazardId, visitId, policyId, insurerId, companyId, area, level, on);
    }

    HazardAcceptanceFailed acceptanceFailed(LocalDate on, List<ClockFact> clocks) {
        return new HazardAcceptanceFailed(hazardId, visitId, policyId, insurerId, companyId, area, level, on, clocks);
    }

    HazardClosed closed(LocalDate on) {
        return new HazardClosed(hazardId, visitId, policyId, insurerId, companyId, area, level, on);
    }

    HazardRectificationRefused rectificationRefused(LocalDate on, List<ClockFact> clocks) {
        return new HazardRectificationRefused(
                hazardId, visitId, policyId, insurerId, companyId, area, level, on, clocks);
    }

    HazardReportedToAuthority reportedToAuthority(LocalDate on, List<ClockFact> clocks) {
        return new HazardReportedToAuthority(
                hazardId, visitId, policyId, insurerId, companyId, area, level, on, clocks);
    }

    HazardDeadlineRecalculated recalculated(List<ClockFact> clocks, List<ClockMove> moved) {
        return new HazardDeadlineRecalculated(
                hazardId, visitId, policyId, insurerId, companyId, area, level, clocks, moved);
    }

    HazardOverdue overdue(ClockFact clock) {
        return new HazardOverdue(hazardId, visitId, policyId, insurerId, companyId, area, level, List.of(clock));
    }
}
