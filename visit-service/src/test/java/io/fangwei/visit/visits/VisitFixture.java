package io.fangwei.visit.visits;

import io.fangwei.kernel.calendar.CalendarFile;
import io.fangwei.kernel.calendar.CalendarYear;
import io.fangwei.kernel.calendar.WorkingCalendar;
import io.fangwei.kernel.deadlines.Deadlines;
import io.fangwei.kernel.deadlines.Recount;
import io.fangwei.kernel.deadlines.RulePacks;
import io.fangwei.kernel.scoring.ScoringModel;
import io.fangwei.kernel.store.Hashes;
import io.fangwei.visit.VisitResources;
import io.fangwei.visit.items.RecordForm.Field;
import io.fangwei.visit.items.RecordForms;
import io.fangwei.visit.items.ServiceItem;
import io.fangwei.visit.people.Professional;
import io.fangwei.visit.people.ServiceGroup;
import io.fangwei.visit.people.Standing;
import io.fangwei.visit.people.Standing.Eligibility;
import io.fangwei.visit.plans.PlanFixture;
import io.fangwei.visit.policies.InsuredPolicy;
import io.fangwei.visit.visits.VisitCommand.Archive;
import io.fangwei.visit.visits.VisitCommand.CheckOut;
import io.fangwei.visit.visits.VisitCommand.CompleteCallback;
import io.fangwei.visit.visits.VisitCommand.Confirm;
import io.fangwei.visit.visits.VisitCommand.DecideOnRecord;
import io.fangwei.visit.visits.VisitCommand.DeliverFeedback;
import io.fangwei.visit.visits.VisitCommand.Missing;
import io.fangwei.visit.visits.VisitCommand.PlanVisit;
import io.fangwei.visit.visits.VisitCommand.Rectification;
import io.fangwei.visit.visits.VisitCommand.Refuse;
import io.fangwei.visit.visits.VisitCommand.Reschedule;
import io.fangwei.visit.visits.VisitCommand.SubmitRecord;
import io.fangwei.visit.visits.VisitCommand.Survey;
import io.fangwei.visit.visits.VisitCommand.TryCallback;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Visits that have come as far as a test needs them, by the commands that people give. */
public final class VisitFixture {

    public static final UUID VISIT = id(31);
    public static final UUID ANNA = id(12);
    public static final UUID BO = id(13);
    public static final UUID CHEN = id(14);
    public static final UUID STRANGER = id(19);
    public static final UUID INSTITUTION = id(11);

    /** A Monday in a week without holidays. */
    public static final LocalDate DAY = LocalDate.of(2025, 3, 3);

    public static final Deadlines DEADLINES = new Deadlines(RulePacks.read(RulePacks.CHENGDU), CalendarFile.read());
    /** The same days, with a holiday on the Wednesday after {@link #DAY}. */
    public static final WorkingCalendar WITH_A_HOLIDAY = DEADLINES
            .calendar()
            .with(
                    new CalendarYear(
                            2025, CalendarYear.Status.OFFICIAL, Set.of(LocalDate.of(2025, 3, 5)), Set.of(), List.of()),
                    "2025.1");

    public static final RecordForms FORMS = VisitResources.recordForms();
    public static final ScoringModel SURVEY = VisitResources.satisfactionSurvey();

    static final Actor COMPANY = new Actor("id.one", null, true);
    static final Actor STAFF = new Actor("is.one", null, false);
    static final Actor MANAGER = new Actor("im.one", null, false);
    static final Actor PROFESSIONAL = new Actor("sp.anna", ANNA, false);

    private VisitFixture() {}

    public static UUID id(int number) {
        return new UUID(0x0a5f3c1e00004000L, 0x8000000000000000L + number);
    }

    public static Standing eligible(UUID professional) {
        return new Standing(professional, Eligibility.ELIGIBLE, "INSTITUTION", INSTITUTION, List.of());
    }

    public static Standing notEligible(UUID professional, String... reasons) {
        return new Standing(professional, Eligibility.NOT_ELIGIBLE, "INSTITUTION", INSTITUTION, List.of(reasons));
    }

    static ServiceGroup group() {
        return new ServiceGroup(PlanFixture.POLICY, List.of(ANNA, BO, CHEN));
    }

    static Appointment appointment(ServiceItem item, LocalDate plannedOn, UUID... people) {
        return appointment(item, plannedOn, PlanFixture.policy(), people);
    }

    static Appointment appointment(ServiceItem item, LocalDate plannedOn, InsuredPolicy policy, UUID... people) {
        var command = new PlanVisit(PlanFixture.PLAN, item, plannedOn, "Workshop 2", Set.of(people));
        return Appointment.of(VISIT, command, PlanFixture.agreed(), policy, group());
    }

    public static Visit planned(ServiceItem item) {
        return Visit.plan(appointment(item, DAY, ANNA, BO), List.of(eligible(ANNA), eligible(BO)));
    }

    static Confirm confirmation() {
        return new Confirm(true, true, true, null);
    }

    static Visit confirmed(ServiceItem item) {
        var visit = planned(item);
        visit.confirm(confirmation(), COMPANY, DAY);
        return visit;
    }

    public static Visit started(ServiceItem item) {
        return started(item, DAY);
    }

    static Visit started(ServiceItem item, LocalDate day) {
        var visit = confirmed(item);
        visit.checkIn(Set.of(ANNA, BO), List.of(), Map.of(), day);
        return visit;
    }

    static Visit done(ServiceItem item, LocalDate day) {
        var visit = started(item, day);
        visit.checkOut(new CheckOut(true), day, DEADLINES);
        return visit;
    }

    static SubmitRecord record(ServiceItem item) {
        return record(FORMS.of(item).required().stream()
                .collect(Collectors.toMap(Field::name, field -> "given: " + field.title())));
    }

    static SubmitRecord record(Map<String, String> typeFields) {
        return new SubmitRecord(
                "All went well",
                Instant.parse("2025-03-03T01:00:00Z"),
                Instant.parse("2025-03-03T09:00:00Z"),
                "Workshop 2",
                List.of("report.pdf"),
                typeFields);
    }

    static List<VisitEvent> submit(Visit visit, LocalDate day) {
        return visit.submit(record(visit.getSubject().item()), FORMS, PROFESSIONAL, day, DEADLINES);
    }

    static Visit submitted(ServiceItem item, LocalDate day) {
        var visit = done(item, day);
        submit(visit, day);
        return visit;
    }

    static DecideOnRecord approval() {
        return new DecideOnRecord(Review.Decision.APPROVED, null);
    }

    static DecideOnRecord rejection() {
        return new DecideOnRecord(Review.Decision.RETURNED, "Photos are missing");
    }

    static Visit returned(ServiceItem item, LocalDate day) {
        var visit = submitted(item, day);
        visit.review(rejection(), MANAGER, day, DEADLINES);
        return visit;
    }

    static Visit approved(ServiceItem item, LocalDate day) {
        var visit = submitted(item, day);
        visit.review(approval(), MANAGER, day, DEADLINES);
        return visit;
    }

    static DeliverFeedback feedback() {
        return new DeliverFeedback(ContactChannel.EMAIL, "read receipt");
    }

    static Visit delivered(ServiceItem item, LocalDate day) {
        var visit = approved(item, day);
        visit.deliver(feedback(), day, DEADLINES);
        return visit;
    }

    static List<VisitEvent> attempt(Visit visit, int number, LocalDate day) {
        return visit.tryCallback(
                id(100 + number), new TryCallback(ContactChannel.PHONE, "NO_ANSWER"), STAFF, day, DEADLINES);
    }

    static Visit unreachable(ServiceItem item, LocalDate day) {
        var visit = delivered(item, day);
        attempt(visit, 1, day);
        attempt(visit, 2, day.plusDays(1));
        attempt(visit, 3, day.plusDays(2));
        return visit;
    }

    static CompleteCallback callback(Map<String, Integer> cases) {
        return new CompleteCallback(
                Set.of(ContactChannel.PHONE),
                new Survey(cases, Map.of()),
                null,
                new Rectification(true, true),
                "Come again",
                null);
    }

    static List<VisitEvent> callBack(Visit visit, LocalDate day) {
        return visit.callBack(callback(Map.of("D1-04-R1", 1)), SURVEY, STAFF, day, DEADLINES);
    }

    static Visit calledBack(ServiceItem item, LocalDate day) {
        var visit = delivered(item, day);
        callBack(visit, day);
        return visit;
    }

    static List<VisitEvent> archive(Visit visit, LocalDate day, Missing... missing) {
        return visit.archive(new Archive(List.of(missing), List.of()), Hashes::hex, day);
    }

    static Visit archived(ServiceItem item, LocalDate day) {
        var visit = calledBack(item, day);
        archive(visit, day);
        return visit;
    }

    static Visit refused(ServiceItem item) {
        var visit = confirmed(item);
        visit.refuse(new Refuse("GATE_CLOSED", "photo"), DAY, DEADLINES);
        return visit;
    }

    /** A visit at each stage. */
    static Visit at(Stage stage, ServiceItem item) {
        Function<ServiceItem, Visit> way = switch (stage) {
            case PLANNED -> VisitFixture::planned;
            case CONFIRMED -> VisitFixture::confirmed;
            case CANCELLED ->
                one -> {
                    var visit = planned(one);
                    visit.cancel("FORCE_MAJEURE", DAY);
                    return visit;
                };
            case REFUSED_BY_INSURED -> VisitFixture::refused;
            case NON_COOPERATION_REPORTED ->
                one -> {
                    var visit = refused(one);
                    visit.reportNonCooperation(DAY);
                    return visit;
                };
            case IN_PROGRESS -> VisitFixture::started;
            case SERVICE_DONE -> one -> done(one, DAY);
            case RECORD_SUBMITTED -> one -> submitted(one, DAY);
            case RECORD_RETURNED -> one -> returned(one, DAY);
            case RECORD_APPROVED -> one -> approved(one, DAY);
            case FEEDBACK_DELIVERED -> one -> delivered(one, DAY);
            case CALLBACK_UNREACHABLE -> one -> unreachable(one, DAY);
            case CALLED_BACK -> one -> calledBack(one, DAY);
            case ARCHIVED -> one -> archived(one, DAY);
        };
        return way.apply(item);
    }

    /** One event of each kind, as these visits cause them. */
    public static List<VisitEvent> everyEvent() {
        var all = new ArrayList<VisitEvent>();
        var visit = Visit.plan(
                appointment(ServiceItem.HAZARD_SCREENING, DAY, ANNA, BO),
                List.of(eligible(ANNA), Standing.unchecked(BO)));
        all.add(visit.planned(DAY));
        all.addAll(visit.resolve(List.of(eligible(BO)), DAY));
        all.addAll(visit.reschedule(new Reschedule(DAY.plusDays(1), "COMPANY_ASKED"), DAY));
        all.addAll(visit.confirm(new Confirm(true, true, true, "WECHAT"), STAFF, DAY));
        var lapsed = new Professional(BO, "INSTITUTION", INSTITUTION, DAY);
        all.addAll(visit.checkIn(Set.of(ANNA, BO), List.of(), Map.of(BO, lapsed), DAY.plusDays(1)));
        all.addAll(visit.checkOut(new CheckOut(true), DAY.plusDays(1), DEADLINES));
        all.addAll(submit(visit, DAY.plusDays(2)));
        all.addAll(visit.review(rejection(), MANAGER, DAY.plusDays(3), DEADLINES));
        submit(visit, DAY.plusDays(4));
        all.addAll(visit.review(approval(), MANAGER, DAY.plusDays(4), DEADLINES));
        all.addAll(visit.deliver(feedback(), DAY.plusDays(7), DEADLINES));
        all.addAll(visit.acknowledge(DAY.plusDays(7)));
        all.addAll(callBack(visit, DAY.plusDays(8)));
        all.addAll(archive(visit, DAY.plusDays(9)));
        var unreachable = delivered(ServiceItem.TRAINING, DAY);
        attempt(unreachable, 1, DAY);
        attempt(unreachable, 2, DAY.plusDays(1));
        all.addAll(attempt(unreachable, 3, DAY.plusDays(2)));
        all.addAll(planned(ServiceItem.TRAINING).cancel("FUNDS_SHORT", DAY));
        var refused = planned(ServiceItem.TRAINING);
        all.addAll(refused.refuse(new Refuse("GATE_CLOSED", "photo"), DAY, DEADLINES));
        all.addAll(refused.reportNonCooperation(DAY.plusDays(1)));
        all.addAll(done(ServiceItem.TRAINING, DAY).noticeOverdue(DAY.plusDays(30)));
        all.addAll(done(ServiceItem.TRAINING, DAY).recount(new Recount(WITH_A_HOLIDAY, DAY)));
        return all;
    }

    /** An archived visit with everything that a visit can hold. */
    public static Visit wholeLife() {
        var visit = delivered(ServiceItem.HAZARD_SCREENING, DAY);
        visit.acknowledge(DAY);
        attempt(visit, 1, DAY);
        callBack(visit, DAY);
        archive(visit, DAY, new Missing(ArchiveKind.COMPLAINTS, "kept on paper"));
        return visit;
    }

    public static Visit refusal() {
        return refused(ServiceItem.TRAINING);
    }
}
