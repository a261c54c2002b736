package io.fangwei.team.agreements;

import io.fangwei.kernel.deadlines.Watched;
import io.fangwei.team.agreements.AgreementEvent.AgreementEnded;
import io.fangwei.team.agreements.AgreementEvent.AgreementSigned;
import io.fangwei.team.vocabulary.Validity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The agreement of an insurer with whoever serves in its name (CD-5.2.5a). */
public final class ServiceAgreement implements Watched {

    private final UUID id;
    private final UUID insurerId;
    private final PartyKind partyKind;
    private final UUID partyId;
    private final Validity term;
    private final Terms terms;
    private AgreementStatus status = AgreementStatus.SIGNED;

    /** What was agreed: what is served, and the duties and work requirements. */
    public record Terms(String scope, String duties) {}

    private ServiceAgreement(UUID id, UUID insurerId, PartyKind partyKind, UUID partyId, Validity term, Terms terms) {
        this.id = id;
        this.insurerId = insurerId;
        this.partyKind = partyKind;
        this.partyId = partyId;
        this.term = term;
        this.terms = terms;
    }

    public static ServiceAgreement sign(
            UUID id, UUID insurerId, PartyKind partyKind, UUID partyId, Validity term, Terms terms) {
        return new ServiceAgreement(id, insurerId, partyKind, partyId, term, terms);
    }

    public AgreementSigned signed() {
        return new AgreementSigned(id, insurerId, partyKind, partyId, term.from(), term.to());
    }

    @Override
    public List<AgreementEvent> noticeOverdue(LocalDate today) {
        if (status == AgreementStatus.ENDED || !today.isAfter(term.to())) {
            return List.of();
        }
        status = AgreementStatus.ENDED;
        return List.of(
                new AgreementEnded(id, insurerId, partyKind, partyId, term.to().plusDays(1)));
    }

    @Override
    public Optional<LocalDate> nextDue() {
        return status == AgreementStatus.ENDED || term.to().equals(Validity.FOREVER)
                ? Optional.empty()
                : Optional.of(term.to());
    }

    @Override
    public String status() {
        return status.name();
    }

    public UUID getId() {
        return id;
    }

    public UUID getInsurerId() {
        return insurerId;
    }

    public PartyKind getPartyKind() {
        return partyKind;
    }

    public UUID getPartyId() {
        return partyId;
    }

    public Validity getTerm() {
        return term;
    }

    public Terms getTerms() {
        return terms;
    }

    public AgreementStatus getStatus() {
        return status;
    }
}
