package io.fangwei.policy;

import static io.fangwei.policy.PolicyFixture.CAP;
import static io.fangwei.policy.PolicyFixture.COMPLETE_TERM;
import static io.fangwei.policy.PolicyFixture.EXPENSE_ID;
import static io.fangwei.policy.PolicyFixture.INSURER_ID;
import static io.fangwei.policy.PolicyFixture.MANAGER;
import static io.fangwei.policy.PolicyFixture.RECEIPT_ID;
import static io.fangwei.policy.PolicyFixture.TODAY;
import static io.fangwei.policy.PolicyFixture.accrual;
import static io.fangwei.policy.PolicyFixture.activePolicy;
import static io.fangwei.policy.PolicyFixture.company;
import static io.fangwei.policy.PolicyFixture.disclosedPolicy;
import static io.fangwei.policy.PolicyFixture.drafted;
import static io.fangwei.policy.PolicyFixture.draftedPolicy;
import static io.fangwei.policy.PolicyFixture.expense;
import static io.fangwei.policy.PolicyFixture.filledPool;
import static io.fangwei.policy.PolicyFixture.insurer;
import static io.fangwei.policy.PolicyFixture.pool;
import static io.fangwei.policy.PolicyFixture.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.testing.Contracts;
import io.fangwei.policy.budget.BudgetEvent;
import io.fangwei.policy.budget.BudgetEvent.LedgerEntryPosted;
import io.fangwei.policy.calendars.CalendarEvent;
import io.fangwei.policy.calendars.CalendarFixture;
import io.fangwei.policy.calendars.RulePackEvent;
import io.fangwei.policy.companies.CompanyEvent;
import io.fangwei.policy.companies.InsuredCompany;
import io.fangwei.policy.companies.Uscc;
import io.fangwei.policy.golive.BroughtIn;
import io.fangwei.policy.golive.GoLiveEvent;
import io.fangwei.policy.insurers.AccrualRate;
import io.fangwei.policy.insurers.InsurerEvent;
import io.fangwei.policy.policies.Disclosure;
import io.fangwei.policy.policies.InsuredRisk;
import io.fangwei.policy.policies.PolicyEvent;
import io.fangwei.policy.policies.ServiceItemType;
import java.math.BigDecimal;
import java.util.List;
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
                GoLiveEvent.class);

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
                        goLiveEvents())
                .flatMap(List::stream);
    }

    private static List<Event> insurerEvents() {
        return List.of(
                insurer().register().get(0),
                insurer()
                        .setAccrualRate(new AccrualRate(2025, new BigDecimal("0.20")), CAP)
                        .get(0));
    }

    private static List<Event> companyEvents() {
        var known = company();
        var fresh = InsuredCompany.known(
                known.getCompanyId(), new Uscc(known.getUscc()), known.getArea(), known.getProfile());
        return List.of(
                fresh.registerFor(INSURER_ID).get(0),
                known.change(known.getProfile()).get(0));
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
                activePolicy()
                        .receive(receipt(RECEIPT_ID, "100000.00"), new BigDecimal("0.20"), TODAY)
                        .get(0));
    }

    private static List<Event> publishedEvents() {
        return List.of(
                CalendarFixture.proposedYear().publish().get(0),
                CalendarFixture.proposedPack().publish().get(0));
    }

    private static List<Event> goLiveEvents() {
        var policy = activePolicy();
        var marker = BroughtIn.of(RECEIPT_ID, policy, "ZM-2025-001", TODAY);
        return List.of(
                marker.asPolicy(policy, TODAY.minusDays(80)).get(0),
                marker.asServices(policy, ServiceItemType.HAZARD_SCREENING, 1, TODAY.minusDays(20))
                        .get(0));
    }

    private static List<Event> budgetEvents() {
        var pool = filledPool();
        pool.draft(drafted(EXPENSE_ID, expense("5000.00")), TODAY);
        var posted = (LedgerEntryPosted) pool.post(EXPENSE_ID, MANAGER).get(0);
        return List.of(
                pool().accrue(accrual("100000.00", "0.20")).get(0),
                posted,
                pool.reverse(PolicyFixture.row(posted), "WRONG_VOUCHER", TODAY).get(0));
    }
}
