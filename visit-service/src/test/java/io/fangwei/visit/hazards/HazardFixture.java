package io.fangwei.visit.hazards;

import static io.fangwei.visit.visits.VisitFixture.DAY;
import static io.fangwei.visit.visits.VisitFixture.DEADLINES;
import static io.fangwei.visit.visits.VisitFixture.id;

import io.fangwei.kernel.deadlines.Recount;
import io.fangwei.visit.hazards.HazardCommand.Accept;
import io.fangwei.visit.hazards.HazardCommand.Notify;
import io.fangwei.visit.hazards.HazardCommand.Rectify;
import io.fangwei.visit.hazards.HazardCommand.RefuseTreatment;
import io.fangwei.visit.hazards.HazardCommand.RegisterHazard;
import io.fangwei.visit.hazards.HazardCommand.SetMeasures;
import io.fangwei.visit.items.ServiceItem;
import io.fangwei.visit.visits.VisitFixture;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Hazards that have come as far as a test needs them. */
public final class HazardFixture {

    public static final UUID HAZARD = id(41);
    public static final LocalDate LIMIT = DAY.plusDays(20);

    private HazardFixture() {}

    public static RegisterHazard registration(HazardLevel level) {
        return new RegisterHazard(
                "The light curtain of press 3 is bridged",
                "equipment",
                "guards",
                HazardCause.UNSAFE_STATE,
                "Workshop 2",
                level,
                level == HazardLevel.MAJOR ? "AQ criterion 7" : null);
    }

    public static Hazard found(HazardLevel level) {
        return found(level, DAY);
    }

    static Hazard found(HazardLevel level, LocalDate day) {
        return Hazard.found(HAZARD, VisitFixture.started(ServiceItem.TRAINING), registration(level), day, DEADLINES);
    }

    static Notify notice() {
        return new Notify("Remove the bridge", "signed by the company");
    }

    static Hazard notified(HazardLevel level) {
        var hazard = found(level);
        hazard.notifyCompany(notice(), DAY);
        return hazard;
    }

    static SetMeasures measures() {
        return new SetMeasures("Repair the curtain", LIMIT, "Li Wei", "safety budget");
    }

    static Hazard withMeasures(HazardLevel level) {
        var hazard = notified(level);
        hazard.setMeasures(measures(), DAY, DEADLINES);
        return hazard;
    }

    static Hazard rectifying(HazardLevel level) {
        var hazard = withMeasures(level);
        hazard.startRectification(DAY);
        return hazard;
    }

    static Hazard rectified(HazardLevel level) {
        var hazard = rectifying(level);
        hazard.rectify(new Rectify("Curtain repaired"), DAY);
        return hazard;
    }

    static Accept acceptance() {
        return new Accept(true, null, "Wang Fang", null);
    }

    static Hazard refused(HazardLevel level) {
        var hazard = withMeasures(level);
        hazard.refuse(new RefuseTreatment("letter of the company"), DAY, DEADLINES);
        return hazard;
    }

    static Hazard at(HazardStatus status, HazardLevel level) {
        return switch (status) {
            case CLASSIFIED -> found(level);
            case NOTIFIED -> notified(level);
            case MEASURES_SET -> withMeasures(level);
            case RECTIFYING -> rectifying(level);
            case RECTIFIED -> rectified(level);
            case REFUSED -> refused(level);
            case REPORTED_TO_AUTHORITY -> {
                var hazard = refused(HazardLevel.MAJOR);
                hazard.reportToAuthority(DAY);
                yield hazard;
            }
            case CLOSED -> {
                var hazard = rectified(level);
                hazard.accept(acceptance(), "sp.anna", DAY, DEADLINES);
                yield hazard;
            }
        };
    }

    /** One event of each kind, as these hazards cause them. */
    public static List<HazardEvent> everyEvent() {
        var hazard = found(HazardLevel.GENERAL);
        var all = new ArrayList<>(hazard.registered());
        all.addAll(hazard.notifyCompany(notice(), DAY));
        all.addAll(hazard.setMeasures(measures(), DAY, DEADLINES));
        all.addAll(hazard.startRectification(DAY));
        all.addAll(hazard.rectify(new Rectify("Curtain repaired"), DAY));
        all.addAll(hazard.accept(new Accept(false, "still open", null, null), "sp.anna", DAY, DEADLINES));
        hazard.rectify(new Rectify("Curtain repaired again"), DAY);
        all.addAll(hazard.accept(acceptance(), "sp.anna", DAY, DEADLINES));
        var major = notified(HazardLevel.MAJOR);
        all.addAll(major.refuse(new RefuseTreatment("letter of the company"), DAY, DEADLINES));
        all.addAll(major.reportToAuthority(DAY));
        all.addAll(found(HazardLevel.MAJOR).noticeOverdue(DAY.plusDays(1)));
        all.addAll(found(HazardLevel.GENERAL).recount(new Recount(VisitFixture.WITH_A_HOLIDAY, VisitFixture.DAY)));
        return all;
    }

    /** A closed hazard with everything that a hazard can hold. */
    public static Hazard wholeLife() {
        var hazard = refused(HazardLevel.MAJOR);
        hazard.reportToAuthority(DAY);
        hazard.startRectification(DAY);
        hazard.rectify(new Rectify("Curtain repaired"), DAY);
        hazard.accept(acceptance(), "sp.anna", DAY, DEADLINES);
        return hazard;
    }
}
