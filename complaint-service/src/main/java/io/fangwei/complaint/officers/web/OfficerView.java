package io.fangwei.complaint.officers.web;

import io.fangwei.complaint.officers.OfficerStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A complaint officer as the insurer sees it. */
record OfficerView(
        UUID id, UUID insurerId, String subject, @Nullable UUID professionalId, OfficerStatus status) {}
