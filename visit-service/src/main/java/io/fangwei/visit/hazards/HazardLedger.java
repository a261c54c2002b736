package io.fangwei.visit.hazards;

import io.fangwei.kernel.caller.CurrentCaller;
import io.fangwei.kernel.caller.CurrentCommand;
import io.fangwei.kernel.deadlines.Deadlines;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.visit.hazards.HazardCommand.Accept;
import io.fangwei.visit.hazards.HazardCommand.Notify;
import io.fangwei.visit.hazards.HazardCommand.Rectify;
import io.fangwei.visit.hazards.HazardCommand.RefuseTreatment;
import io.fangwei.visit.hazards.HazardCommand.RegisterHazard;
import io.fangwei.visit.hazards.HazardCommand.SetMeasures;
import io.fangwei.visit.visits.Visits;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Where hazards are entered and followed until they are gone. */
@Service
public class HazardLedger {

    private final Hazards hazards;
    private final Visits visits;
    private final Deadlines deadlines;
    private final Clock clock;

    HazardLedger(Hazards hazards, Visits visits, Deadlines deadlines, Clock clock) {
        this.hazards = hazards;
        this.visits = visits;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    public Hazard register(UUID visitId, RegisterHazard command) {
        var id = CurrentCommand.derivedId("hazard");
        return hazards.create(
                id, () -> Hazard.found(id, visits.get(visitId), command, today(), deadlines), Hazard::registered);
    }

    /** All hazards found under a policy go with it to the company that stays. */
    public void policyMoved(UUID policyId, UUID duplicateId, UUID survivingId) {
        String after = null;
        do {
            var page = hazards.ofCompany(duplicateId, Pages.of(Pages.MOST, after));
            page.items().stream()
                    .map(Hazard::getSubject)
                    .filter(subject -> subject.policyId().equals(policyId))
                    .forEach(subject -> hazards.change(subject.hazardId(), hazard -> hazard.moveTo(survivingId)));
            after = page.next();
        } while (after != null);
    }

    public Hazard notifyCompany(UUID id, Notify command) {
        return hazards.change(id, hazard -> hazard.notifyCompany(command, today()));
    }

    public Hazard setMeasures(UUID id, SetMeasures command) {
        return hazards.change(id, hazard -> hazard.setMeasures(command, today(), deadlines));
    }

    public Hazard startRectification(UUID id) {
        return hazards.change(id, hazard -> hazard.startRectification(today()));
    }

    public Hazard rectify(UUID id, Rectify command) {
        return hazards.change(id, hazard -> hazard.rectify(command, today()));
    }

    public Hazard accept(UUID id, Accept command) {
        var by = CurrentCaller.get().subject();
        return hazards.change(id, hazard -> hazard.accept(command, by, today(), deadlines));
    }

    public Hazard refuse(UUID id, RefuseTreatment command) {
        return hazards.change(id, hazard -> hazard.refuse(command, today(), deadlines));
    }

    public Hazard reportToAuthority(UUID id) {
        return hazards.change(id, hazard -> hazard.reportToAuthority(today()));
    }

    public Hazard get(UUID id) {
        return hazards.get(id);
    }

    public Page<Hazard> list(Hazards.Filter filter, Pages pages) {
        return hazards.list(filter, pages);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
