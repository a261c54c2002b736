package io.fangwei.visit.visits.web;

import io.fangwei.kernel.caller.CurrentCaller;
import io.fangwei.kernel.caller.Role;
import io.fangwei.visit.clocks.RunningClock;
import io.fangwei.visit.visits.Callback;
import io.fangwei.visit.visits.Participant;
import io.fangwei.visit.visits.ServiceRecord;
import io.fangwei.visit.visits.Stage;
import io.fangwei.visit.visits.Visit;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;

/** What is shown of a visit depends on who looks (requirements section 6). */
@Mapper(componentModel = "spring", unmappedTargetPolicy = ReportingPolicy.ERROR)
interface VisitViews {

    Set<Stage> NOT_YET_APPROVED = Set.of(Stage.RECORD_SUBMITTED, Stage.RECORD_RETURNED);

    @Mapping(target = "id", source = "subject.visitId")
    @Mapping(target = "planId", source = "subject.planId")
    @Mapping(target = "policyId", source = "subject.policyId")
    @Mapping(target = "insurerId", source = "subject.insurerId")
    @Mapping(target = "companyId", source = "subject.companyId")
    @Mapping(target = "area", source = "subject.area")
    @Mapping(target = "item", source = "subject.item")
    @Mapping(target = "status", source = "stage")
    @Mapping(target = "participants", source = "participants.people")
    @Mapping(target = "record", expression = "java(shownRecord(visit))")
    @Mapping(target = "callback", expression = "java(shownCallback(visit))")
    @Mapping(target = "clocks", source = "clocks.all")
    VisitView of(Visit visit);

    VisitView.ParticipantView of(Participant participant);

    @Mapping(target = "start", source = "deadline.start")
    @Mapping(target = "due", source = "deadline.due")
    @Mapping(target = "state", expression = "java(clock.state())")
    @Mapping(target = "rule", expression = "java(clock.rule())")
    VisitView.ClockView of(RunningClock clock);

    /** The company sees a record once it is approved. */
    default @Nullable ServiceRecord shownRecord(Visit visit) {
        var hidden = CurrentCaller.get().has(Role.ID) && NOT_YET_APPROVED.contains(visit.getStage());
        return hidden ? null : visit.getRecord();
    }

    /** Those who served see how they did, not what was said of them in free words. */
    default @Nullable Callback shownCallback(Visit visit) {
        var callback = visit.getCallback();
        return callback != null && CurrentCaller.get().hasAnyOf(Role.SI, Role.SP)
                ? callback.withoutFreeWords()
                : callback;
    }
}
