package io.fangwei.visit.visits;

import io.fangwei.kernel.deadlines.Deadlines;
import io.fangwei.visit.people.Roster;
import io.fangwei.visit.people.Standing;
import io.fangwei.visit.visits.VisitCommand.CheckIn;
import io.fangwei.visit.visits.VisitCommand.CheckOut;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Where professionals report that they have come to the site and that they leave it. */
@Service
public class OnSiteDesk {

    private final Visits visits;
    private final Roster roster;
    private final Deadlines deadlines;
    private final Clock clock;

    OnSiteDesk(Visits visits, Roster roster, Deadlines deadlines, Clock clock) {
        this.visits = visits;
        this.roster = roster;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    public Visit checkIn(UUID id, CheckIn command) {
        var present = command.presentIds();
        var known = roster.known(present);
        return visits.change(id, visit -> visit.checkIn(present, replacements(visit, present), known, today()));
    }

    public Visit checkOut(UUID id, CheckOut command) {
        return visits.change(id, visit -> visit.checkOut(command, today(), deadlines));
    }

    private List<Standing> replacements(Visit visit, Collection<UUID> present) {
        var replacements = visit.replacementsAmong(present);
        if (replacements.isEmpty()) {
            return List.of();
        }
        var subject = visit.getSubject();
        roster.groupOf(subject.policyId()).requireMembers(replacements);
        return roster.standings(subject.insurerId(), subject.item(), today(), replacements);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
