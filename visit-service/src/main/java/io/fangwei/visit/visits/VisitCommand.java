package io.fangwei.visit.visits;

import io.fangwei.visit.items.ServiceItem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people ask of a visit. */
public sealed interface VisitCommand {

    /** A reason is given as a code, so that it may be told: {@code FUNDS_SHORT}. */
    String CODE = "[A-Z][A-Z0-9_]{1,39}";

    /** The name of a field on a form. */
    String FIELD = "[A-Za-z][A-Za-z0-9]{0,39}";

    record PlanVisit(
            @NotNull UUID planId,
            @NotNull ServiceItem item,
            @NotNull LocalDate plannedOn,
            @NotBlank @Size(max = 200) String place,
            @NotEmpty @Size(max = 20) Set<@NotNull UUID> participantIds)
            implements VisitCommand {}

    record Reschedule(
            @NotNull LocalDate plannedOn,
            @NotNull @Pattern(regexp = CODE) String reasonCode) implements VisitCommand {}

    /** @param proof how the company said so, where staff records it: {@code PHONE}, {@code WECHAT} */
    record Confirm(
            @NotNull Boolean itemConfirmed,
            @NotNull Boolean measuresConfirmed,
            @NotNull Boolean timeConfirmed,
            @Pattern(regexp = CODE) @Nullable String proof)
            implements VisitCommand {

        boolean isComplete() {
            return itemConfirmed && measuresConfirmed && timeConfirmed;
        }
    }

    record Cancel(@NotNull @Pattern(regexp = CODE) String reasonCode) implements VisitCommand {}

    record Refuse(
            @NotNull @Pattern(regexp = CODE) String reasonCode,
            @Size(max = 2000) @Nullable String proof) implements VisitCommand {}

    record CheckIn(@NotEmpty @Size(max = 20) Set<@NotNull UUID> presentIds) implements VisitCommand {}

    record CheckOut(@NotNull Boolean checklistComplete) implements VisitCommand {}

    record SubmitRecord(
            @NotBlank @Size(max = 4000) String summary,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @NotBlank @Size(max = 200) String place,
            @NotNull @Size(max = 50) List<@NotBlank @Size(max = 200) String> deliverables,
            @NotNull @Size(max = 50) Map<@Pattern(regexp = FIELD) String, @NotNull @Size(max = 4000) String> typeFields)
            implements VisitCommand {}

    record DecideOnRecord(
            @NotNull Review.Decision decision,
            @Size(max = 2000) @Nullable String reason) implements VisitCommand {}

    record DeliverFeedback(
            @NotNull ContactChannel channel,
            @NotBlank @Size(max = 200) String receipt) implements VisitCommand {}

    record TryCallback(
            @NotNull ContactChannel channel,
            @NotNull @Pattern(regexp = CODE) String outcome) implements VisitCommand {}

    /** @param refused true where the company does not want to answer */
    record CompleteCallback(
            @NotEmpty Set<@NotNull ContactChannel> channels,
            @Valid @Nullable Survey survey,
            @Nullable Boolean refused,
            @Valid @Nullable Rectification d2,
            @Size(max = 2000) @Nullable String opinions,
            @Size(max = 2000) @Nullable String dissatisfactionReasons)
            implements VisitCommand {

        boolean isRefused() {
            return Boolean.TRUE.equals(refused);
        }
    }

    /** App. D.1: how many cases of each rule, and the points that the company takes off at its own discretion. */
    record Survey(
            @Size(max = 50) @Nullable Map<@NotBlank String, @NotNull @PositiveOrZero Integer> cases,
            @Size(max = 50) @Nullable Map<@NotBlank String, @NotNull @PositiveOrZero BigDecimal> discretionary)
            implements VisitCommand {}

    /** App. D.2. @param rectified asked if there is a problem list */
    record Rectification(
            @NotNull Boolean problemList, @Nullable Boolean rectified) implements VisitCommand {}

    record Archive(
            @Size(max = 6) @Nullable List<@Valid @NotNull Missing> missing,
            @Size(max = 50) @Nullable List<@NotNull UUID> complaintIds)
            implements VisitCommand {

        List<Missing> justified() {
            return missing == null ? List.of() : missing;
        }

        List<UUID> complaints() {
            return complaintIds == null ? List.of() : complaintIds;
        }
    }

    record Missing(
            @NotNull ArchiveKind kind,
            @NotBlank @Size(max = 500) String justification) implements VisitCommand {}
}
