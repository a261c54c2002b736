package io.fangwei.policy.calendars;

import static io.fangwei.kernel.testing.Callers.act;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.testing.ServiceTest;
import io.fangwei.policy.PolicyFixture;
import io.fangwei.policy.Stored;
import io.fangwei.policy.golive.BroughtIn;
import io.fangwei.policy.golive.GoLive;
import io.fangwei.policy.imports.Checked;
import io.fangwei.policy.imports.HandedIn;
import io.fangwei.policy.imports.ImportJob;
import io.fangwei.policy.imports.ImportJobs;
import io.fangwei.policy.imports.ImportKind;
import io.fangwei.policy.imports.ImportMode;
import io.fangwei.policy.policies.ServiceItemType;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Renaming a stored field is a decision, not an accident. */
@ServiceTest("spring.config.name=policy-service")
class StoredPublicationsTest {

    private static final Caller SYSTEM = Caller.system("test");
    private static final UUID ID = UUID.fromString("0a000000-0000-8000-8000-000000000022");

    @Autowired
    MongoTemplate mongo;

    @Autowired
    HolidayYears years;

    @Autowired
    CityRulePacks packs;

    @Autowired
    GoLive goLive;

    @Autowired
    ImportJobs jobs;

    @Test
    void a_year_of_the_calendar() throws IOException {
        act(SYSTEM, () -> years.open(ID, 2027, year -> year.propose(CalendarFixture.notice())));
        act(SYSTEM, () -> years.change(ID, HolidayYear::publish));
        var year = act(SYSTEM, () -> years.change(ID, kept -> kept.propose(CalendarFixture.notice())));

        Stored.assertAs("calendar-year", mongo, "calendarYears", ID);
        assertThat(act(SYSTEM, () -> years.get(ID))).usingRecursiveComparison().isEqualTo(year);
    }

    @Test
    void a_rule_pack() throws IOException {
        var proposed = CalendarFixture.proposedPack().getProposed();
        act(SYSTEM, () -> packs.open(ID, "chengdu-draft", pack -> pack.propose(proposed, java.util.Set.of())));
        var pack = act(SYSTEM, () -> packs.change(ID, kept -> kept.publish(PolicyFixture.TODAY)));

        Stored.assertAs("rule-pack", mongo, "rulePacks", ID);
        assertThat(act(SYSTEM, () -> packs.get(ID))).usingRecursiveComparison().isEqualTo(pack);
    }

    @Test
    void what_was_brought_in() throws IOException {
        var policy = PolicyFixture.activePolicy();
        var marker = BroughtIn.of(ID, policy, "ZM-2025-001", PolicyFixture.TODAY);
        act(
                SYSTEM,
                () -> goLive.add(
                        marker,
                        marker.asServices(
                                policy,
                                ServiceItemType.HAZARD_SCREENING,
                                1,
                                PolicyFixture.TODAY,
                                PolicyFixture.PROOF)));

        Stored.assertAs("brought-in", mongo, "broughtIn", ID);
        assertThat(act(SYSTEM, () -> goLive.findAll(List.of(ID)).get(ID)))
                .usingRecursiveComparison()
                .isEqualTo(marker);
    }

    @Test
    void an_import() throws IOException {
        var file = new HandedIn("aa3a", 273, "导入.csv", "im.one", PolicyFixture.TODAY);
        var job = ImportJob.of(ID, PolicyFixture.INSURER_ID, ImportKind.POLICIES, file);
        act(SYSTEM, () -> jobs.add(job, job.handIn()));
        act(SYSTEM, () -> jobs.change(ID, kept -> kept.check(new Checked(3, 2, 1), true)));
        var started = act(SYSTEM, () -> jobs.change(ID, kept -> kept.start(ImportMode.VALID_ROWS, "im.two")));

        Stored.assertAs("import", mongo, "imports", ID);
        assertThat(act(SYSTEM, () -> jobs.get(ID))).usingRecursiveComparison().isEqualTo(started);
    }
}
