package io.fangwei.policy;

import static io.fangwei.kernel.testing.Callers.act;
import static io.fangwei.policy.PolicyFixture.ACCRUAL_ID;
import static io.fangwei.policy.PolicyFixture.BROKER_ID;
import static io.fangwei.policy.PolicyFixture.CAP;
import static io.fangwei.policy.PolicyFixture.COMPANY_ID;
import static io.fangwei.policy.PolicyFixture.EXPENSE_ID;
import static io.fangwei.policy.PolicyFixture.INSURER_ID;
import static io.fangwei.policy.PolicyFixture.MANAGER;
import static io.fangwei.policy.PolicyFixture.POLICY_ID;
import static io.fangwei.policy.PolicyFixture.POOL_ID;
import static io.fangwei.policy.PolicyFixture.PROFILE_ID;
import static io.fangwei.policy.PolicyFixture.RECEIPT_ID;
import static io.fangwei.policy.PolicyFixture.TODAY;
import static io.fangwei.policy.PolicyFixture.VISIT_ID;
import static io.fangwei.policy.PolicyFixture.accrual;
import static io.fangwei.policy.PolicyFixture.activePolicy;
import static io.fangwei.policy.PolicyFixture.company;
import static io.fangwei.policy.PolicyFixture.drafted;
import static io.fangwei.policy.PolicyFixture.expense;
import static io.fangwei.policy.PolicyFixture.insurer;
import static io.fangwei.policy.PolicyFixture.pool;
import static io.fangwei.policy.PolicyFixture.receipt;
import static io.fangwei.policy.PolicyFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.calendar.CalendarFile;
import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.store.Ids;
import io.fangwei.kernel.testing.ServiceTest;
import io.fangwei.policy.brokers.Engagement;
import io.fangwei.policy.brokers.Engagements;
import io.fangwei.policy.budget.BudgetEvent.LedgerEntryPosted;
import io.fangwei.policy.budget.BudgetPools;
import io.fangwei.policy.budget.CostSheets;
import io.fangwei.policy.companies.Companies;
import io.fangwei.policy.companies.InsuredCompany;
import io.fangwei.policy.companies.Uscc;
import io.fangwei.policy.entitlements.EarlierService;
import io.fangwei.policy.entitlements.Entitlement;
import io.fangwei.policy.entitlements.Entitlements;
import io.fangwei.policy.entitlements.Grant;
import io.fangwei.policy.entitlements.Learning;
import io.fangwei.policy.entitlements.Pace;
import io.fangwei.policy.insurers.AccrualRate;
import io.fangwei.policy.insurers.Insurers;
import io.fangwei.policy.policies.Delivery;
import io.fangwei.policy.policies.Headcount;
import io.fangwei.policy.policies.Policies;
import io.fangwei.policy.policies.Policy;
import io.fangwei.policy.policies.PolicyEvent.ContractedItem;
import io.fangwei.policy.policies.PolicyEvent.PremiumReceived;
import io.fangwei.policy.policies.ServiceItemType;
import io.fangwei.policy.policies.ServiceTerm.Period;
import io.fangwei.policy.profiles.CompanyDescription;
import io.fangwei.policy.profiles.Profiles;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.Document;
import org.bson.codecs.DocumentCodec;
import org.bson.json.JsonWriterSettings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Renaming a stored field is a decision, not an accident. */
@ServiceTest("spring.config.name=policy-service")
class StoredFormTest {

    private static final Caller SYSTEM = Caller.system("test");
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    MongoTemplate mongo;

    @Autowired
    Insurers insurers;

    @Autowired
    Companies companies;

    @Autowired
    Policies policies;

    @Autowired
    BudgetPools pools;

    @Autowired
    CostSheets costs;

    @Autowired
    Entitlements entitlements;

    @Autowired
    Engagements engagements;

    @Autowired
    Profiles profiles;

    @Test
    void an_insurer() throws IOException {
        var insurer = insurer();
        act(SYSTEM, () -> insurers.add(insurer, insurer.register()));
        act(
                SYSTEM,
                () -> insurers.change(
                        INSURER_ID, kept -> kept.setAccrualRate(AccrualRate.of(2025, new BigDecimal("0.20")), CAP)));

        assertStored("insurer", "insurers", INSURER_ID);
    }

    @Test
    void an_insured_company() throws IOException {
        var known = company();
        var fresh = InsuredCompany.known(COMPANY_ID, new Uscc(known.getUscc()), known.getArea(), known.getProfile());
        act(SYSTEM, () -> companies.register(fresh, INSURER_ID));

        assertStored("company", "companies", COMPANY_ID);
    }

    @Test
    void a_policy() throws IOException {
        var policy = activePolicy();
        act(SYSTEM, () -> policies.add(policy, policy.draft()));
        act(SYSTEM, () -> policies.change(POLICY_ID, kept -> kept.receive(receipt(RECEIPT_ID, "60000"), TODAY)));

        assertStored("policy", "policies", POLICY_ID);
        assertThat(act(SYSTEM, () -> policies.get(POLICY_ID)))
                .usingRecursiveComparison()
                .isEqualTo(withPremium());
    }

    @Test
    void a_budget_pool() throws IOException {
        act(SYSTEM, () -> pools.open(POOL_ID, PolicyFixture::pool, kept -> kept.accrue(accrual("100000.00", "0.20"))));
        act(SYSTEM, () -> pools.change(POOL_ID, kept -> kept.draft(drafted(EXPENSE_ID, expense("10.00")), TODAY)));
        act(
                SYSTEM,
                () -> pools.change(POOL_ID, kept -> {
                    var posted =
                            (LedgerEntryPosted) kept.post(EXPENSE_ID, MANAGER).get(0);
                    return kept.reverse(row(posted), "WRONG_VOUCHER", TODAY);
                }));
        act(SYSTEM, () -> pools.change(POOL_ID, kept -> kept.draft(drafted(RECEIPT_ID, expense("7.00")), TODAY)));

        assertStored("budget-pool", "budgetPools", POOL_ID);
        assertThat(pool().getYear()).isEqualTo(2025);
    }

    @Test
    void an_entitlement() throws IOException {
        var grant = new Grant(
                POLICY_ID,
                INSURER_ID,
                COMPANY_ID,
                "510105",
                LocalDate.parse("2025-01-01"),
                LocalDate.parse("2025-12-31"),
                List.of(
                        new ContractedItem(ServiceItemType.HAZARD_SCREENING, 2, Period.YEAR),
                        new ContractedItem(ServiceItemType.TRAINING, 1, Period.TERM, Delivery.ONLINE)),
                true);
        var pace = new Pace(CalendarFile.read(), 5);
        var earlier = new EarlierService(RECEIPT_ID, ServiceItemType.HAZARD_SCREENING, TODAY, "RPT-1", "ab");
        var expected = entitlement();
        expected.grant(grant, pace);
        expected.plan(VISIT_ID, ServiceItemType.HAZARD_SCREENING, TODAY, pace);
        expected.recordEarlier(earlier, TODAY, pace);
        expected.insure(new Headcount(LocalDate.parse("2025-01-01"), 120));
        expected.recordLearning(new Learning(TODAY, 118, "LMS-7", "cd"), null, TODAY);

        act(SYSTEM, () -> {
            entitlements.open(POLICY_ID, StoredFormTest::entitlement, kept -> kept.grant(grant, pace));
            return POLICY_ID;
        });
        act(
                SYSTEM,
                () -> entitlements.change(
                        POLICY_ID, kept -> kept.plan(VISIT_ID, ServiceItemType.HAZARD_SCREENING, TODAY, pace)));
        act(SYSTEM, () -> entitlements.change(POLICY_ID, kept -> kept.recordEarlier(earlier, TODAY, pace)));
        act(
                SYSTEM,
                () -> entitlements.change(
                        POLICY_ID, kept -> kept.insure(new Headcount(LocalDate.parse("2025-01-01"), 120))));
        act(
                SYSTEM,
                () -> entitlements.change(
                        POLICY_ID, kept -> kept.recordLearning(new Learning(TODAY, 118, "LMS-7", "cd"), null, TODAY)));

        assertStored("entitlement", "entitlements", POLICY_ID);
        assertThat(act(SYSTEM, () -> entitlements.get(POLICY_ID)))
                .usingRecursiveComparison()
                .isEqualTo(expected);
    }

    @Test
    void a_broker_engagement() throws IOException {
        var engagement = Engagement.of(
                ACCRUAL_ID, BROKER_ID, INSURER_ID, COMPANY_ID, POLICY_ID, TODAY, TODAY.plusYears(1), true);
        act(SYSTEM, () -> engagements.add(engagement, engagement.begin()));

        assertStored("broker-engagement", "brokerEngagements", ACCRUAL_ID);
        assertThat(act(SYSTEM, () -> engagements.get(ACCRUAL_ID)))
                .usingRecursiveComparison()
                .isEqualTo(engagement);
    }

    @Test
    void a_company_profile() throws IOException {
        var profile = CompanyDescription.of(PROFILE_ID, INSURER_ID, COMPANY_ID);
        var events = profile.write(
                new TreeMap<>(Map.of("employees", 120, "chemicals", List.of(Map.of("name", "液氨")))),
                new TreeMap<>(Map.of("legalRepName", Optional.of("sealed"))),
                "IS",
                TODAY);
        act(SYSTEM, () -> profiles.add(profile, events));

        assertStored("company-profile", "companyProfiles", PROFILE_ID);
        assertThat(act(SYSTEM, () -> profiles.get(PROFILE_ID)))
                .usingRecursiveComparison()
                .isEqualTo(profile);
    }

    @Test
    void the_costs_of_services() throws IOException {
        act(
                SYSTEM,
                () -> costs.set(
                        INSURER_ID,
                        2025,
                        sheet -> sheet.set(ServiceItemType.HAZARD_SCREENING, new BigDecimal("2000"))));

        assertStored("service-costs", "serviceCosts", Ids.of("service-costs", INSURER_ID, 2025));
    }

    private static Entitlement entitlement() {
        return Entitlement.of(POLICY_ID, INSURER_ID, COMPANY_ID, "510105");
    }

    private static Policy withPremium() {
        var policy = activePolicy();
        assertThat(policy.receive(receipt(RECEIPT_ID, "60000"), TODAY))
                .singleElement()
                .isInstanceOf(PremiumReceived.class);
        return policy;
    }

    private void assertStored(String name, String collection, UUID id) throws IOException {
        var state = mongo.findById(id.toString(), Document.class, collection).get("state", Document.class);
        var written = state.toJson(
                JsonWriterSettings.builder().indent(true).build(),
                new DocumentCodec(mongo.getDb().getCodecRegistry()));
        var expected = new ClassPathResource("stored/" + name + ".json");

        assertThat(expected.exists())
                .as("stored/%s.json should be:%n%s", name, written)
                .isTrue();
        assertThat(JSON.readTree(written)).as(written).isEqualTo(JSON.readTree(expected.getInputStream()));
    }
}
