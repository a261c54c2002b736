package io.fangwei.complaint.officers;

import io.fangwei.complaint.Own;
import io.fangwei.complaint.officers.OfficerCommand.AppointOfficer;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.store.Ids;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The use cases of complaint officers. */
@Service
public class OfficerDesk {

    private final Officers officers;
    private final Clock clock;

    OfficerDesk(Officers officers, Clock clock) {
        this.officers = officers;
        this.clock = clock;
    }

    public Officer appoint(AppointOfficer said) {
        var insurerId = Own.insurer();
        var officerId = Ids.of("officer", insurerId, said.subject());
        var officer = Officer.appoint(officerId, insurerId, said.subject(), said.professionalId());
        return officers.add(officer, officer.appointed(LocalDate.now(clock)));
    }

    public Officer dismiss(UUID id) {
        return officers.change(id, officer -> officer.dismiss(LocalDate.now(clock)));
    }

    public Officer get(UUID id) {
        return officers.get(id);
    }

    public Page<Officer> page(Pages pages) {
        return officers.page(pages);
    }
}
