package io.fangwei.team.agreements;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;

/** What people ask of an agreement. */
public final class AgreementCommand {

    /** Signs an agreement of the caller's insurer. */
    public record SignAgreement(
            @NotNull PartyKind partyKind,
            @NotNull UUID partyId,
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @NotBlank @Size(max = 2_000) String scope,
            @NotBlank @Size(max = 10_000) String duties) {

        ServiceAgreement.Terms terms() {
            return new ServiceAgreement.Terms(scope, duties);
        }
    }

    private AgreementCommand() {}
}
