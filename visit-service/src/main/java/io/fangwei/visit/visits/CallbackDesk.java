package io.fangwei.visit.visits;

import io.fangwei.kernel.caller.CurrentCommand;
import io.fangwei.kernel.deadlines.Deadlines;
import io.fangwei.kernel.scoring.ScoringModel;
import io.fangwei.kernel.store.Hashes;
import io.fangwei.visit.visits.VisitCommand.Archive;
import io.fangwei.visit.visits.VisitCommand.CompleteCallback;
import io.fangwei.visit.visits.VisitCommand.TryCallback;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Where the company is asked how it was, and the visit is archived. */
@Service
public class CallbackDesk {

    private final Visits visits;
    private final ScoringModel survey;
    private final Deadlines deadlines;
    private final Clock clock;

    CallbackDesk(Visits visits, ScoringModel satisfactionSurvey, Deadlines deadlines, Clock clock) {
        this.visits = visits;
        this.survey = satisfactionSurvey;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    public Visit tryCallback(UUID id, TryCallback command, Actor actor) {
        var attemptId = CurrentCommand.derivedId("callback-attempt");
        return visits.change(id, visit -> visit.tryCallback(attemptId, command, actor, today(), deadlines));
    }

    public Visit callBack(UUID id, CompleteCallback command, Actor actor) {
        return visits.change(id, visit -> visit.callBack(command, survey, actor, today(), deadlines));
    }

    public Visit archive(UUID id, Archive command) {
        return visits.change(id, visit -> visit.archive(command, Hashes::hex, today()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
