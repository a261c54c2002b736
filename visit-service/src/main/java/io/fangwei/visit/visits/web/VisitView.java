package io.fangwei.visit.visits.web;

import io.fangwei.visit.clocks.RunningClock;
import io.fangwei.visit.items.ServiceItem;
import io.fangwei.visit.people.Standing.Eligibility;
import io.fangwei.visit.visits.ArchiveManifest;
import io.fangwei.visit.visits.Callback;
import io.fangwei.visit.visits.CallbackAttempt;
import io.fangwei.visit.visits.Confirmation;
import io.fangwei.visit.visits.Feedback;
import io.fangwei.visit.visits.Review;
import io.fangwei.visit.visits.ServiceRecord;
import io.fangwei.visit.visits.Stage;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A visit as the API shows it. */
record VisitView(
        UUID id,
        UUID planId,
        UUID policyId,
        UUID insurerId,
        UUID companyId,
        String area,
        ServiceItem item,
        Stage status,
        LocalDate plannedOn,
        String place,
        List<ParticipantView> participants,
        @Nullable Confirmation confirmation,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate doneOn,
        @Nullable ServiceRecord record,
        @Nullable Review review,
        @Nullable Feedback feedback,
        List<CallbackAttempt> attempts,
        @Nullable Callback callback,
        @Nullable ArchiveManifest archive,
        List<ClockView> clocks) {

    record ParticipantView(
            UUID professionalId,
            Eligibility eligibility,
            String source,
            @Nullable UUID institutionId,
            List<String> reasons,
            boolean planned,
            boolean present) {}

    record ClockView(
            String rule,
            LocalDate start,
            LocalDate due,
            RunningClock.State state,
            @Nullable LocalDate endedOn) {}
}
