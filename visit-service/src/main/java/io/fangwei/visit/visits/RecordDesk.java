package io.fangwei.visit.visits;

import io.fangwei.kernel.deadlines.Deadlines;
import io.fangwei.visit.items.RecordForms;
import io.fangwei.visit.visits.VisitCommand.DecideOnRecord;
import io.fangwei.visit.visits.VisitCommand.DeliverFeedback;
import io.fangwei.visit.visits.VisitCommand.SubmitRecord;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Where records are handed in and reviewed, and their results handed to the company. */
@Service
public class RecordDesk {

    private final Visits visits;
    private final RecordForms forms;
    private final Deadlines deadlines;
    private final Clock clock;

    RecordDesk(Visits visits, RecordForms forms, Deadlines deadlines, Clock clock) {
        this.visits = visits;
        this.forms = forms;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    public Visit submit(UUID id, SubmitRecord command, Actor actor) {
        return visits.change(id, visit -> visit.submit(command, forms, actor, today(), deadlines));
    }

    public Visit review(UUID id, DecideOnRecord command, Actor actor) {
        return visits.change(id, visit -> visit.review(command, actor, today(), deadlines));
    }

    public Visit deliver(UUID id, DeliverFeedback command) {
        return visits.change(id, visit -> visit.deliver(command, today(), deadlines));
    }

    public Visit acknowledge(UUID id) {
        return visits.change(id, visit -> visit.acknowledge(today()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
