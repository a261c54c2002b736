package io.fangwei.policy.policies;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of a policy. */
public sealed interface PolicyCommand {

    record DraftPolicy(
            @NotNull @Pattern(regexp = "[A-Za-z0-9/._-]{4,50}")
            String policyNo,

            @NotNull UUID companyId,
            @NotNull LocalDate from,
            @NotNull LocalDate to,

            @NotNull @Positive @Digits(integer = 12, fraction = 2)
            BigDecimal premium,

            @NotNull @Size(max = 50) List<@NotNull @Valid ServiceTerm> serviceTerms,
            @Nullable @Size(max = 20) List<@NotNull @Valid CoInsurer> coInsurers,

            @Nullable @Pattern(regexp = "[A-Za-z0-9._-]{1,30}")
            String productCode)
            implements PolicyCommand {

        public DraftPolicy(
                String policyNo,
                UUID companyId,
                LocalDate from,
                LocalDate to,
                BigDecimal premium,
                List<ServiceTerm> serviceTerms,
                @Nullable List<CoInsurer> coInsurers) {
            this(policyNo, companyId, from, to, premium, serviceTerms, coInsurers, null);
        }
    }

    record RedraftPolicy(
            @NotNull LocalDate from,
            @NotNull LocalDate to,

            @NotNull @Positive @Digits(integer = 12, fraction = 2)
            BigDecimal premium,

            @NotNull @Size(max = 50) List<@NotNull @Valid ServiceTerm> serviceTerms,
            @Nullable @Size(max = 20) List<@NotNull @Valid CoInsurer> coInsurers)
            implements PolicyCommand {}

    /** What is left out stays as it is. */
    record EndorsePolicy(
            @NotNull LocalDate effectiveOn,
            @Nullable LocalDate to,

            @Nullable @Positive @Digits(integer = 12, fraction = 2)
            BigDecimal premium,

            @Nullable @Size(max = 50) List<@NotNull @Valid ServiceTerm> serviceTerms,
            @Nullable @Pattern(regexp = "[1-9][0-9]{5}") String area,

            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,49}")
            String reasonCode,

            @Nullable @Size(max = 500) String exceptionReason)
            implements PolicyCommand {}

    /** What is left out is taken over from the policy that ends. */
    record RenewPolicy(
            @NotNull @Pattern(regexp = "[A-Za-z0-9/._-]{4,50}")
            String policyNo,

            @Nullable LocalDate to,

            @Nullable @Positive @Digits(integer = 12, fraction = 2)
            BigDecimal premium)
            implements PolicyCommand {}

    record RecordClauses(@NotNull @Size(max = 11) List<@NotNull @Valid ClauseFound> clauses) implements PolicyCommand {}

    record AcknowledgeComplaintProcedure(
            @NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,30}")
            String version) implements PolicyCommand {}

    record AcknowledgeDisclosure(
            @NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,30}")
            String version) implements PolicyCommand {}

    record ActivatePolicy(@Nullable @Size(max = 500) String exceptionReason) implements PolicyCommand {}

    record CancelPolicy(
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,49}")
            String reasonCode) implements PolicyCommand {}

    record ReceivePremium(
            @NotNull @Positive @Digits(integer = 12, fraction = 2)
            BigDecimal amount,

            @NotNull LocalDate receivedOn,
            @NotBlank @Size(max = 50) String voucherNo)
            implements PolicyCommand {}

    record RefundPremium(
            @NotNull UUID receiptId,

            @NotNull @Positive @Digits(integer = 12, fraction = 2)
            BigDecimal amount,

            @NotNull LocalDate refundedOn,
            @NotBlank @Size(max = 50) String voucherNo)
            implements PolicyCommand {}

    record RecordHeadcount(
            @NotNull LocalDate from,
            @NotNull @PositiveOrZero @Max(10_000_000) Integer insuredPersons) implements PolicyCommand {}
}
