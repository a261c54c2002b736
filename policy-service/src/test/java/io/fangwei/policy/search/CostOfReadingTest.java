package io.fangwei.policy.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.store.Ids;
import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.testing.SeenQueries;
import io.fangwei.kernel.testing.ServiceTest;
import io.fangwei.policy.Http;
import io.fangwei.policy.Scene;
import io.fangwei.policy.budget.BudgetPool;
import io.fangwei.policy.budget.BudgetPools;
import io.fangwei.policy.budget.EntryKind;
import io.fangwei.policy.budget.ExpenseCategory;
import io.fangwei.policy.budget.Opening;
import io.fangwei.policy.budget.mongo.LedgerRows;
import io.fangwei.policy.imports.HandedIn;
import io.fangwei.policy.imports.ImportJob;
import io.fangwei.policy.imports.ImportJobs;
import io.fangwei.policy.imports.ImportKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** What is read of budgets, statements and imports costs what it finds, whatever else there is. */
@ServiceTest("spring.config.name=policy-service")
class CostOfReadingTest {

    private static final int OTHERS = 40;
    private static final UUID VISIT = UUID.randomUUID();
    private static final UUID INSTITUTION = UUID.randomUUID();

    @Autowired
    MockMvc mvc;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    SeenQueries queries;

    @Autowired
    BudgetPools pools;

    @Autowired
    ImportJobs imports;

    private Http http;
    private Scene scene;
    private UUID pool;
    private UUID company;

    @BeforeEach
    void keep() throws Exception {
        http = new Http(mvc);
        scene = new Scene(http);
        company = scene.registeredCompany();
        pool = opened(scene.insurerId, List.of("510100"));
        if (mongo.getCollection("budgetPools").countDocuments() < OTHERS) {
            for (int other = 0; other < OTHERS; other++) {
                opened(UUID.randomUUID(), List.of("320500"));
            }
        }
        write(pool);
        write(UUID.randomUUID());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "entries",
                "entries?kind=EXPENSE",
                "entries?category=TRAVEL",
                "entries?companyId={company}",
                "entries?visitId={visit}",
                "statement",
                "statement?from=2025-03-05&to=2025-03-06",
                "forecast"
            })
    void a_ledger_and_its_statement_read_their_own_rows_only(String path) throws Exception {
        assertCheap(
                scene.staff,
                "/budget-pools/" + pool + "/"
                        + path.replace("{company}", company.toString()).replace("{visit}", VISIT.toString()));
    }

    @Test
    void what_was_spent_for_a_company_and_paid_to_an_institution_reads_its_own_rows_only() throws Exception {
        assertCheap(Callers.ofCompany("id", company), "/companies/" + company + "/prevention-spending?year=2025");
        assertCheap(Callers.ofInstitution("si", INSTITUTION), "/payments");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/budget-pools",
                "/budget-pools?year=2025",
                "/payees",
                "/imports",
                "/imports?kind=POLICIES",
                "/imports?status=CHECKED",
                "/imports?kind=COMPANIES&status=CHECKED"
            })
    void a_list_reads_what_it_shows_and_sorts_nothing(String path) throws Exception {
        for (var kind :
                List.of(ImportKind.COMPANIES, ImportKind.COMPANIES, ImportKind.COMPANIES, ImportKind.POLICIES)) {
            handedIn(kind);
        }
        assertCheap(scene.manager, path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"510100", "510000", "510104"})
    void whoever_supervises_an_area_reads_what_lies_in_it(String area) throws Exception {
        for (var role : List.of(Role.EA, Role.CP)) {
            for (var list : List.of("/insurers", "/companies", "/policies", "/budget-pools", "/entitlements")) {
                assertCheap(Callers.ofArea("area." + role, role, area), list + "?limit=200", true);
            }
        }
    }

    @Test
    void an_area_is_found_by_its_own_code_that_of_its_city_and_that_of_its_province() throws Exception {
        var found = "/budget-pools?limit=200";

        assertThat(http.read(Callers.ofArea("ea", Role.EA, "320500"), found).path("items"))
                .hasSizeGreaterThanOrEqualTo(OTHERS);
        assertThat(http.read(Callers.ofArea("ea", Role.EA, "320000", "510100"), found)
                        .path("items"))
                .hasSizeGreaterThan(OTHERS);
        assertThat(http.read(Callers.ofArea("ea", Role.EA, "320501"), found).path("items"))
                .isEmpty();
    }

    private void assertCheap(Caller reader, String path) throws Exception {
        assertCheap(reader, path, false);
    }

    /** @param sorted if what was found may be sorted: the embedded server does so behind an index over arrays */
    private void assertCheap(Caller reader, String path, boolean sorted) throws Exception {
        queries.look();
        http.get(reader, path).andExpect(status().isOk());
        var plans = queries.explained(mongo);

        assertThat(plans).as(path).isNotEmpty().allSatisfy(explained -> {
            var plan = explained.get("queryPlanner", Document.class);
            var stats = explained.get("executionStats", Document.class);
            if (plan != null && stats != null) {
                var grouped = explained.get("command", Document.class).containsKey("aggregate");
                assertThat(plan.toJson())
                        .containsAnyOf("IXSCAN", "IDHACK")
                        .doesNotContain("COLLSCAN")
                        .matches(text -> sorted || !text.contains("\"SORT\""));
                assertThat(number(stats, "totalDocsExamined"))
                        .as(explained.toJson())
                        .isLessThanOrEqualTo(grouped ? OTHERS : number(stats, "nReturned") + 1);
            }
        });
    }

    /** Ended, so that nobody works on them. */
    private void handedIn(ImportKind kind) {
        var id = UUID.randomUUID();
        var file = new HandedIn("aa", 1, null, "im.one", LocalDate.parse("2025-03-03"));
        var job = ImportJob.of(id, scene.insurerId, kind, file);
        Callers.act(Caller.system("test"), () -> imports.add(job, job.handIn()));
        Callers.act(Caller.system("test"), () -> imports.change(id, ImportJob::cancel));
    }

    private static long number(Document stats, String name) {
        return ((Number) stats.get(name)).longValue();
    }

    private UUID opened(UUID insurerId, List<String> areas) {
        var id = Ids.of("budget-pool", insurerId, 2025);
        var opening = new Opening(
                LocalDate.parse("2025-03-01"),
                new BigDecimal("10"),
                BigDecimal.ZERO,
                new Opening.Proof("GL-1", "a".repeat(64)));
        Callers.act(
                Caller.system("test"),
                () -> pools.open(
                        id,
                        () -> BudgetPool.empty(id, insurerId, 2025, areas),
                        kept -> kept.recordOpening(opening, LocalDate.parse("2025-03-03"))));
        return id;
    }

    /** Rows as the projection writes them. */
    private void write(UUID of) {
        var rows = new ArrayList<Document>();
        for (int number = 1; number <= OTHERS; number++) {
            rows.add(row(of, number, number % 4 == 0));
        }
        mongo.getCollection(LedgerRows.COLLECTION).insertMany(rows);
    }

    private Document row(UUID of, int number, boolean expense) {
        var amount = new BigDecimal("1.00");
        var day = LocalDate.parse("2025-03-01").plusDays(number % 10);
        var row = new Document("_id", LedgerRows.id(of, number))
                .append("poolId", of)
                .append("insurerId", of)
                .append("year", 2025)
                .append("entryNo", number)
                .append("kind", (expense ? EntryKind.EXPENSE : EntryKind.ACCRUAL).name())
                .append("amount", amount)
                .append("drawn", BigDecimal.ZERO)
                .append("on", day)
                .append("bookedOn", day)
                .append("accrued", amount)
                .append("committed", amount)
                .append("spent", amount);
        return expense
                ? row.append("category", ExpenseCategory.TRAVEL.name())
                        .append("voucherNo", "V-" + number)
                        .append("companyId", company)
                        .append("visitId", VISIT)
                        .append("institutionId", INSTITUTION)
                : row.append("premium", amount).append("required", amount);
    }
}
