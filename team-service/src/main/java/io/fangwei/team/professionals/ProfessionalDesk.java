package io.fangwei.team.professionals;

import static io.fangwei.kernel.caller.Role.IM;
import static io.fangwei.kernel.caller.Role.IS;
import static io.fangwei.kernel.caller.Role.SI;
import static io.fangwei.team.vocabulary.TeamRule.BROKER_MISSING;
import static io.fangwei.team.vocabulary.TeamRule.INSTITUTION_UNKNOWN;
import static io.fangwei.team.vocabulary.TeamRule.SOURCE_NOT_YOURS;

import io.fangwei.kernel.audit.AuditLog;
import io.fangwei.kernel.caller.CurrentCaller;
import io.fangwei.kernel.caller.CurrentCommand;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.problems.NotFound;
import io.fangwei.kernel.store.Ids;
import io.fangwei.team.ActingFor;
import io.fangwei.team.institutions.Institutions;
import io.fangwei.team.professionals.ProfessionalCommand.RecordCertificate;
import io.fangwei.team.professionals.ProfessionalCommand.RegisterProfessional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The use cases of professionals. */
@Service
public class ProfessionalDesk {

    private final Professionals professionals;
    private final Institutions institutions;
    private final AuditLog audit;
    private final Clock clock;

    ProfessionalDesk(Professionals professionals, Institutions institutions, AuditLog audit, Clock clock) {
        this.professionals = professionals;
        this.institutions = institutions;
        this.audit = audit;
        this.clock = clock;
    }

    public Professional register(RegisterProfessional command) {
        var employment = employment(command.source(), command.brokerId());
        var id = Ids.of("professional", employment.employerId(), command.staffNo());
        return professionals.add(Professional.register(id, employment, command.profile()));
    }

    public Professional record(UUID id, RecordCertificate command) {
        var certificate = command.certificate(CurrentCommand.derivedId("certificate"));
        return professionals.change(id, professional -> {
            requireEmployer(professional);
            return professional.record(certificate, LocalDate.now(clock));
        });
    }

    public Professional find(UUID id) {
        return professionals.get(id);
    }

    public Page<Professional> list(@Nullable UUID institutionId, Pages pages) {
        return professionals.page(institutionId, pages);
    }

    private Employment employment(Source source, @Nullable UUID brokerId) {
        return switch (source) {
            case INSTITUTION -> Employment.atInstitution(knownInstitution(source));
            case OWN -> Employment.ownOf(insurer(source));
            case EXTERNAL -> Employment.hiredBy(insurer(source));
            case BROKER -> {
                if (brokerId == null) {
                    throw BROKER_MISSING.broken();
                }
                yield Employment.suppliedTo(insurer(source), brokerId);
            }
        };
    }

    private UUID knownInstitution(Source source) {
        requireRole(source, SI);
        var institutionId = ActingFor.anInstitution();
        INSTITUTION_UNKNOWN.require(institutions.has(institutionId), institutionId);
        return institutionId;
    }

    private static UUID insurer(Source source) {
        requireRole(source, IM, IS);
        return ActingFor.anInsurer();
    }

    private static void requireRole(Source source, Role... roles) {
        SOURCE_NOT_YOURS.require(CurrentCaller.get().hasAnyOf(roles), source);
    }

    /** An insurer sees the people of institutions, but only their employer vouches for them. */
    private void requireEmployer(Professional professional) {
        var caller = CurrentCaller.get();
        var employer = professional.getEmployment().employerId();
        if (!employer.equals(caller.insurerId()) && !employer.equals(caller.institutionId())) {
            audit.refused(caller, AuditLog.Refused.SCOPE, "professional/" + professional.getId());
            throw new NotFound("professional", professional.getId());
        }
    }
}
