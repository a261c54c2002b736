package io.fangwei.policy;

import static io.fangwei.policy.PolicyFixture.ACCRUAL_ID;
import static io.fangwei.policy.PolicyFixture.BROKER_ID;
import static io.fangwei.policy.PolicyFixture.CAP;
import static io.fangwei.policy.PolicyFixture.COMPANY_ID;
import static io.fangwei.policy.PolicyFixture.COMPLETE_TERM;
import static io.fangwei.policy.PolicyFixture.EXPENSE_ID;
import static io.fangwei.policy.PolicyFixture.INSURER_ID;
import static io.fangwei.policy.PolicyFixture.MANAGER;
import static io.fangwei.policy.PolicyFixture.NEXT_YEAR;
import static io.fangwei.policy.PolicyFixture.PLAN_ID;
import static io.fangwei.policy.PolicyFixture.POLICY_ID;
import static io.fangwei.policy.PolicyFixture.PROFILE_ID;
import static io.fangwei.policy.PolicyFixture.RECEIPT_ID;
import static io.fangwei.policy.PolicyFixture.SURVIVOR_ID;
import static io.fangwei.policy.PolicyFixture.TODAY;
import static io.fangwei.policy.PolicyFixture.VISIT_ID;
import static io.fangwei.policy.PolicyFixture.accrual;
import static io.fangwei.policy.PolicyFixture.activePolicy;
import static io.fangwei.policy.PolicyFixture.company;
import static io.fangwei.policy.PolicyFixture.disclosedPolicy;
import static io.fangwei.policy.PolicyFixture.drafted;
import static io.fangwei.policy.PolicyFixture.draftedPolicy;
import static io.fangwei.policy.PolicyFixture.endorsed;
import static io.fangwei.policy.PolicyFixture.expense;
import static io.fangwei.policy.PolicyFixture.filledPool;
import static io.fangwei.policy.PolicyFixture.insurer;
import static io.fangwei.policy.PolicyFixture.opening;
import static io.fangwei.policy.PolicyFixture.planCost;
import static io.fangwei.policy.PolicyFixture.pool;
import static io.fangwei.policy.PolicyFixture.receipt;
import static io.fangwei.policy.PolicyFixture.refund;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.calendar.CalendarFile;
import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.testing.Contracts;
import io.fangwei.policy.brokers.Broker;
import io.fangwei.policy.brokers.BrokerEvent;
import io.fangwei.policy.brokers.Engagement;
import io.fangwei.policy.budget.BudgetEvent;
import io.fangwei.policy.budget.ServiceCostEvent;
import io.fangwei.policy.budget.ServiceCosts;
import io.fangwei.policy.calendars.CalendarEvent;
import io.fangwei.policy.calendars.CalendarFixture;
import io.fangwei.policy.calendars.RulePackEvent;
import io.fangwei.policy.companies.CompanyEvent;
import io.fangwei.policy.companies.InsuredCompany;
import io.fangwei.policy.companies.Uscc;
import io.fangwei.policy.entitlements.EarlierService;
import io.fangwei.policy.entitlements.Entitlement;
import io.fangwei.policy.entitlements.EntitlementEvent;
import io.fangwei.policy.entitlements.Grant;
import io.fangwei.policy.entitlements.Learning;
import io.fangwei.policy.entitlements.Pace;
import io.fangwei.policy.golive.BroughtIn;
import io.fangwei.policy.golive.GoLiveEvent;
import io.fangwei.policy.insurers.AccrualRate;
import io.fangwei.policy.insurers.InsurerEvent;
import io.fangwei.policy.policies.ClauseFound;
import io.fangwei.policy.policies.ContractClause;
import io.fangwei.policy.policies.Delivery;
import io.fangwei.policy.policies.Disclosure;
import io.fangwei.policy.policies.Headcount;
import io.fangwei.policy.policies.InsuredRisk;
import io.fangwei.policy.policies.PolicyEvent;
import io.fangwei.policy.policies.PolicyEvent.ContractedItem;
import io.fangwei.policy.policies.PremiumRefund;
import io.fangwei.policy.policies.ServiceItemType;
import io.fangwei.policy.policies.ServiceTerm.Period;
import io.fangwei.policy.profiles.CompanyDescription;
import io.fangwei.policy.profiles.ProfileEvent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventContractTest {

    @ParameterizedTest
    @MethodSource("publicEvents")
    void every_event_looks_like_its_sample(Event event) {
        Contracts.assertMatches(event);
    }

    @Test
    void every_public_event_is_shown() {
        var families = Stream.of(
                InsurerEvent.class,
                CompanyEvent.class,
                PolicyEvent.class,
                BudgetEvent.class,
                CalendarEvent.class,
                RulePackEvent.class,
                GoLiveEvent.class,
                ServiceCostEvent.class,
                EntitlementEvent.class,
                BrokerEvent.class,
                ProfileEvent.class);

        assertThat(publicEvents().map(Event::type))
                .containsExactlyInAnyOrderElementsOf(
                        families.flatMap(Contracts::types).toList());
    }

    @Test
    void what_others_need_not_hear_stays_local() {
        assertThat(filledPool().draft(drafted(EXPENSE_ID, expense("1.00")), TODAY))
                .allMatch(Event::local);
    }

    static Stream<Event> publicEvents() {
        return Stream.of(
                        insurerEvents(),
                        companyEvents(),
                        policyEvents(),
                        budgetEvents(),
                        publishedEvents(),
                        goLiveEvents(),
                        costEvents(),
                        entitlementEvents(),
                        partyEvents())
                .flatMap(List::stream);
    }

    private static List<Event> insurerEvents() {
        return List.of(
                insurer().register().get(0),
                insurer()
                        .setAccrualRate(AccrualRate.of(2025, new BigDecimal("0.20")), CAP)
                        .get(0));
    }

    private static List<Event> companyEvents() {
        var known = company();
        var fresh = InsuredCompany.known(
                known.getCompanyId(), new Uscc(known.getUscc()), known.getArea(), known.getProfile());
        return List.of(
                fresh.registerFor(INSURER_ID).get(0),
                known.change(known.getProfile()).get(0),
                company().mergeInto(SURVIVOR_ID, INSURER_ID).get(0));
    }

    private static List<Event> policyEvents() {
        var expired = activePolicy();
        return List.of(
                draftedPolicy(COMPLETE_TERM).draft().get(0),
                draftedPolicy(COMPLETE_TERM)
                        .acknowledgeDisclosure(new Disclosure(TODAY, "2025-1", "ID"))
                        .get(0),
                disclosedPolicy(COMPLETE_TERM)
                        .activate(InsuredRisk.of(company()), null)
                        .get(0),
                activePolicy().cancel("INSURED_CLOSED", TODAY).get(0),
                expired.noticeOverdue(expired.getContract().to().plusDays(1)).get(0),
                refunded(),
                activePolicy().recordHeadcount(new Headcount(TODAY, 120)).get(0),
                activePolicy().moveTo(SURVIVOR_ID).get(0),
                endorsed(activePolicy(), LocalDate.parse("2025-06-01")).get(0),
                activePolicy()
                        .acknowledgeComplaintProcedure(new Disclosure(TODAY, "2025-1", "ID"))
                        .get(0),
                activePolicy()
                        .recordClauses(List.of(new ClauseFound(ContractClause.PERIOD, "第 4 条")))
                        .get(0),
                activePolicy().receive(receipt(RECEIPT_ID, "100000.00"), TODAY).get(0));
    }

    private static Event refunded() {
        var policy = activePolicy();
        policy.receive(receipt(RECEIPT_ID, "100000.00"), TODAY);
        var refund = new PremiumRefund(EXPENSE_ID, RECEIPT_ID, new BigDecimal("40000"), TODAY, "R-0002");
        return policy.refund(refund, TODAY).get(0);
    }

    private static List<Event> publishedEvents() {
        return List.of(
                CalendarFixture.proposedYear().publish().get(0),
                CalendarFixture.proposedPack().publish(TODAY).get(0));
    }

    private static List<Event> goLiveEvents() {
        var policy = activePolicy();
        var marker = BroughtIn.of(RECEIPT_ID, policy, "ZM-2025-001", TODAY);
        return List.of(
                marker.asPolicy(policy, TODAY.minusDays(80)).get(0),
                marker.asServices(policy, ServiceItemType.HAZARD_SCREENING, 1, TODAY.minusDays(20), PolicyFixture.PROOF)
                        .get(0));
    }

    private static List<Event> budgetEvents() {
        var pool = filledPool();
        pool.draft(drafted(EXPENSE_ID, expense("5000.00")), TODAY);
        var posted = pool.post(EXPENSE_ID, MANAGER).get(0);
        var planned = filledPool().commitPlan(planCost("25000.00"));
        var committed = filledPool();
        committed.commitPlan(planCost("12000.00"));
        var refunded = filledPool();
        refunded.commitPlan(planCost("12000.00"));
        var takenBack = refunded.takeBack(refund("50000.00"));
        return List.of(
                pool().recordOpening(opening("3000.00", "1000.00"), TODAY).get(0),
                pool().accrue(accrual("100000.00", "0.20")).get(0),
                takenBack.get(0),
                takenBack.get(1),
                planned.get(0),
                planned.get(1),
                committed.releasePlan(PLAN_ID, "PLAN_TERMINATED", TODAY).get(0),
                posted,
                pool.reverse(PolicyFixture.row(posted), "WRONG_VOUCHER", TODAY).get(0),
                filledPool().carryOver(new BigDecimal("8000"), NEXT_YEAR).get(0),
                pool().carryIn(2024, new BigDecimal("8000.00"), TODAY).get(0));
    }

    private static List<Event> costEvents() {
        return List.of(ServiceCosts.of(INSURER_ID, 2025)
                .set(ServiceItemType.HAZARD_SCREENING, new BigDecimal("6000"))
                .get(0));
    }

    private static List<Event> entitlementEvents() {
        var pace = new Pace(CalendarFile.read(), 5);
        var end = LocalDate.parse("2025-12-31");
        var screening = new ContractedItem(ServiceItemType.HAZARD_SCREENING, 1, Period.YEAR);
        var grant = new Grant(
                POLICY_ID,
                INSURER_ID,
                COMPANY_ID,
                "510105",
                LocalDate.parse("2025-01-01"),
                end,
                List.of(screening),
                true);
        var unserved = Entitlement.of(POLICY_ID, INSURER_ID, COMPANY_ID, "510105");
        var granted = unserved.grant(grant, pace).get(0);
        var served = Entitlement.of(POLICY_ID, INSURER_ID, COMPANY_ID, "510105");
        served.grant(grant, pace);
        var counted = served.complete(VISIT_ID, ServiceItemType.HAZARD_SCREENING, TODAY, pace)
                .get(0);
        var earlier = new EarlierService(
                EXPENSE_ID, ServiceItemType.HAZARD_SCREENING, TODAY, "RPT-2025-7", "0".repeat(63) + "1");
        var recorded = served.recordEarlier(earlier, TODAY, pace).get(0);
        var overdue = unserved.noticeOverdue(end.plusDays(1));
        return List.of(
                granted,
                counted,
                recorded,
                overdue.get(0),
                overdue.get(1),
                unserved.expire(end.plusDays(1)).get(0),
                served.expire(end.plusDays(1)).get(0),
                training().recordLearning(learning(118), null, TODAY).get(0),
                uncovered(end).noticeOverdue(end.plusDays(1)).get(1));
    }

    /** A policy that trains online only. */
    private static Entitlement training() {
        var training = new ContractedItem(ServiceItemType.TRAINING, 1, Period.TERM, Delivery.ONLINE);
        var first = LocalDate.parse("2025-01-01");
        var entitlement = Entitlement.of(POLICY_ID, INSURER_ID, COMPANY_ID, "510105");
        entitlement.grant(
                new Grant(
                        POLICY_ID,
                        INSURER_ID,
                        COMPANY_ID,
                        "510105",
                        first,
                        LocalDate.parse("2025-12-31"),
                        List.of(training),
                        false),
                new Pace(CalendarFile.read(), 5));
        entitlement.insure(new Headcount(first, 120));
        return entitlement;
    }

    private static Entitlement uncovered(LocalDate today) {
        var entitlement = training();
        entitlement.recordLearning(learning(118), null, today);
        return entitlement;
    }

    private static Learning learning(int learners) {
        return new Learning(TODAY, learners, "LMS-2025-7", "0".repeat(63) + "1");
    }

    private static List<Event> partyEvents() {
        var end = LocalDate.parse("2025-12-31");
        var engagement = engagement();
        var profile = CompanyDescription.of(PROFILE_ID, INSURER_ID, COMPANY_ID);
        return List.of(
                Broker.licensed(BROKER_ID, "B-0001", "蓉安保险经纪有限公司").register().get(0),
                engagement.begin().get(0),
                engagement.declare(true, TODAY).get(0),
                engagement.noticeOverdue(end.plusDays(1)).get(0),
                profile.write(Map.of("employees", 120, "dormitory", false), Map.of(), "IS", TODAY)
                        .get(0));
    }

    private static Engagement engagement() {
        return Engagement.of(
                ACCRUAL_ID, BROKER_ID, INSURER_ID, COMPANY_ID, POLICY_ID, TODAY, LocalDate.parse("2025-12-31"), false);
    }
}
