package io.fangwei.team.agreements;

import io.fangwei.kernel.caller.CurrentCommand;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.team.ActingFor;
import io.fangwei.team.agreements.AgreementCommand.SignAgreement;
import io.fangwei.team.institutions.Institutions;
import io.fangwei.team.professionals.Professionals;
import io.fangwei.team.vocabulary.TeamRule;
import io.fangwei.team.vocabulary.Validity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The use cases of agreements. */
@Service
public class AgreementDesk {

    private final Agreements agreements;
    private final Institutions institutions;
    private final Professionals professionals;

    AgreementDesk(Agreements agreements, Institutions institutions, Professionals professionals) {
        this.agreements = agreements;
        this.institutions = institutions;
        this.professionals = professionals;
    }

    public ServiceAgreement sign(SignAgreement command) {
        var term = Validity.of(command.from(), command.to());
        TeamRule.PARTY_UNKNOWN.require(
                isKnown(command.partyKind(), command.partyId()), command.partyKind(), command.partyId());
        return agreements.add(ServiceAgreement.sign(
                CurrentCommand.derivedId("agreement"),
                ActingFor.anInsurer(),
                command.partyKind(),
                command.partyId(),
                term,
                command.terms()));
    }

    public ServiceAgreement find(UUID id) {
        return agreements.get(id);
    }

    public Page<ServiceAgreement> list(@Nullable UUID partyId, Pages pages) {
        return agreements.page(partyId, pages);
    }

    /** Brokers are registered elsewhere; their ids are taken as given. */
    private boolean isKnown(PartyKind kind, UUID partyId) {
        return switch (kind) {
            case INSTITUTION -> institutions.has(partyId);
            case PROFESSIONAL -> professionals.find(partyId).isPresent();
            case BROKER -> true;
        };
    }
}
