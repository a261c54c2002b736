package io.fangwei.visit.plans;

import static io.fangwei.visit.visits.VisitFixture.ANNA;
import static io.fangwei.visit.visits.VisitFixture.BO;
import static io.fangwei.visit.visits.VisitFixture.CHEN;
import static io.fangwei.visit.visits.VisitFixture.DAY;
import static io.fangwei.visit.visits.VisitFixture.id;

import io.fangwei.visit.items.ServiceItem;
import io.fangwei.visit.people.ServiceGroup;
import io.fangwei.visit.plans.PlanContent.Factors;
import io.fangwei.visit.policies.InsuredPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Service plans that have come as far as a test needs them. */
public final class PlanFixture {

    public static final UUID PLAN = id(21);
    public static final UUID POLICY = id(3);
    public static final UUID INSURER = id(1);
    public static final UUID COMPANY = id(2);
    public static final String AREA = "510104";

    private PlanFixture() {}

    public static InsuredPolicy policy() {
        return policy(true, ServiceItem.HAZARD_SCREENING);
    }

    public static InsuredPolicy policy(boolean active, ServiceItem... contracted) {
        return new InsuredPolicy(
                POLICY,
                INSURER,
                COMPANY,
                AREA,
                LocalDate.of(2025, 1, 1),
                LocalDate.of(2025, 12, 31),
                Set.of(contracted),
                active);
    }

    static ServiceGroup group() {
        return new ServiceGroup(POLICY, List.of(ANNA, BO, CHEN));
    }

    static Factors factors() {
        return new Factors("machining", "medium", "presses", "120 people", "grade 3", "none");
    }

    public static PlanContent content(ServiceItem... items) {
        return new PlanContent(
                Stream.of(items)
                        .map(item -> new PlannedItem(item, "measures", "deliverables", 2))
                        .toList(),
                "C33",
                "presses",
                "none",
                factors(),
                "no accident",
                "a room and a contact");
    }

    public static ServicePlan drafted() {
        return drafted(content(EnumSet.allOf(ServiceItem.class).toArray(ServiceItem[]::new)));
    }

    static ServicePlan drafted(PlanContent content) {
        return ServicePlan.draft(PLAN, policy(), group(), content);
    }

    static ServicePlan sent() {
        var plan = drafted();
        plan.send(DAY);
        return plan;
    }

    public static ServicePlan agreed() {
        var plan = sent();
        plan.confirm(PlanSide.INSURER, DAY);
        plan.confirm(PlanSide.INSURED, DAY);
        return plan;
    }

    static ServicePlan at(PlanStatus status) {
        return switch (status) {
            case DRAFT -> drafted();
            case NEGOTIATING -> sent();
            case AGREED -> agreed();
            case IN_EXECUTION -> {
                var plan = agreed();
                plan.start(DAY);
                yield plan;
            }
            case TERMINATED -> {
                var plan = agreed();
                plan.terminate(DAY);
                yield plan;
            }
        };
    }

    /** One event of each kind, as these plans cause them. */
    public static List<PlanEvent> everyEvent() {
        var all = new ArrayList<PlanEvent>();
        var plan = drafted(content(ServiceItem.HAZARD_SCREENING));
        all.add(plan.drafted(DAY));
        all.addAll(plan.revise(content(ServiceItem.HAZARD_SCREENING, ServiceItem.TRAINING), DAY));
        all.addAll(plan.send(DAY));
        all.addAll(plan.requestChange("more drills", DAY));
        plan.send(DAY);
        plan.confirm(PlanSide.INSURER, DAY);
        all.addAll(plan.confirm(PlanSide.INSURED, DAY));
        all.addAll(plan.start(DAY));
        all.addAll(plan.terminate(DAY));
        return all;
    }
}
