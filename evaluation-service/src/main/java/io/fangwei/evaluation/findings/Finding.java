package io.fangwei.evaluation.findings;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One case under one rule of the evaluation.
 *
 * @param year of the due day, or of the event where nothing was due (AMB-72)
 * @param caseKey what makes it one case: the same key is never counted twice
 * @param endedOn when it was done after all
 */
public record Finding(
        String id,
        String ruleId,
        String indicator,
        UUID insurerId,
        int year,
        String caseKey,
        String subjectKind,
        UUID subjectId,
        @Nullable UUID companyId,
        @Nullable String area,
        @Nullable String clock,
        @Nullable String due,
        @Nullable String endedOn,
        Evidence evidence,
        Mode mode,
        Status status) {

    /** The event that proves the case. */
    public record Evidence(UUID eventId, String type, long sequence, String on) {}

    /** Who decides. */
    public enum Mode {
        /** the system counts */
        AUTO,
        /** the system proposes, a person confirms */
        ASSISTED
    }

    /** Whether it takes points. */
    public enum Status {
        COUNTED,
        CANDIDATE,
        WITHDRAWN
    }
}
