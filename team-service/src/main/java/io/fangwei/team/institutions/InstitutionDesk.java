package io.fangwei.team.institutions;

import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.store.Ids;
import io.fangwei.team.institutions.InstitutionCommand.RegisterInstitution;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The use cases of institutions. */
@Service
public class InstitutionDesk {

    private final Institutions institutions;
    private final Clock clock;

    InstitutionDesk(Institutions institutions, Clock clock) {
        this.institutions = institutions;
        this.clock = clock;
    }

    public Institution register(RegisterInstitution command) {
        var id = Ids.of("institution", command.uscc());
        return institutions.add(Institution.register(id, command.uscc(), command.profile(), LocalDate.now(clock)));
    }

    public Institution find(UUID id) {
        return institutions.get(id);
    }

    public Page<Institution> list(Pages pages) {
        return institutions.page(pages);
    }
}
