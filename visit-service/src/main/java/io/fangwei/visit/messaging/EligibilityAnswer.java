package io.fangwei.visit.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.fangwei.visit.people.Standing;
import io.fangwei.visit.people.Standing.Eligibility;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What team-service says of one professional. */
@JsonIgnoreProperties(ignoreUnknown = true)
record EligibilityAnswer(
        UUID professionalId,
        boolean eligible,
        @Nullable String source,
        @Nullable UUID institutionId,
        @Nullable List<String> reasons) {

    Standing standing() {
        return new Standing(
                professionalId,
                eligible ? Eligibility.ELIGIBLE : Eligibility.NOT_ELIGIBLE,
                Objects.requireNonNullElse(source, "UNKNOWN"),
                institutionId,
                Objects.requireNonNullElse(reasons, List.of()));
    }
}
