package io.fangwei.kernel.tally;

import static io.fangwei.kernel.testing.Callers.act;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.deadlines.Deadlines;
import io.fangwei.kernel.deadlines.OverdueWatch;
import io.fangwei.kernel.store.AggregateStore;
import io.fangwei.kernel.store.Entry;
import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.testing.ServiceTest;
import io.fangwei.kernel.testing.TestClock;
import io.fangwei.kernel.testing.TestDatabase;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.annotation.DirtiesContext;

@ServiceTest("spring.config.name=tally-service")
@DirtiesContext
class WatchingTalliesTest {

    static final UUID INSURER = UUID.randomUUID();
    static final Caller MANAGER = Callers.ofInsurer("im.one", INSURER, Role.IM);

    @Autowired
    AggregateStore<Tally> tallies;

    @Autowired
    OverdueWatch watch;

    @Autowired
    Deadlines deadlines;

    @Autowired
    TestClock clock;

    @Autowired
    MongoTemplate mongo;

    @Test
    void overdue_is_noticed_once_and_only_after_the_due_day() {
        clock.moveTo("2025-01-23");
        var id = due();

        noticeOn("2025-02-08");
        assertThat(types(id)).doesNotContain("tally.overdue.v1");
        noticeOn("2025-02-09");
        noticeOn("2025-02-10");
        assertThat(types(id)).containsOnlyOnce("tally.overdue.v1");
        assertThat(stored(id)).doesNotContainKey("nextDue");
        assertThat(watch.lastRun()).isEqualTo(clock.instant());
    }

    @Test
    void with_a_hundred_thousand_open_deadlines_and_ten_due_the_watch_costs_what_the_ten_cost() {
        clock.moveTo("2026-03-02");
        for (int part = 0; part < 100; part++) {
            mongo.getCollection(Tallies.COLLECTION)
                    .insertMany(IntStream.range(0, 1_000)
                            .mapToObj(number ->
                                    new Document("_id", UUID.randomUUID().toString()).append("nextDue", "2026-09-10"))
                            .toList());
        }
        IntStream.range(0, 10).forEach(number -> due());
        clock.moveTo("2026-03-12");

        var before = TestDatabase.embedded()
                .map(server -> server.documentsExamined())
                .orElse(0L);
        watch.runNow();
        var examined = TestDatabase.embedded()
                        .map(server -> server.documentsExamined())
                        .orElse(0L)
                - before;

        assertThat(mongo.getCollection(Tallies.COLLECTION)
                        .countDocuments(new Document("nextDue", new Document("$lt", "2026-03-12"))))
                .isZero();
        assertThat(examined).as("documents looked at").isLessThanOrEqualTo(40);
    }

    private UUID due() {
        var id = UUID.randomUUID();
        act(
                MANAGER,
                () -> tallies.create(
                        id, Tally.begun(id, INSURER, "a"), List.of(new TallyEvent.TallyBegun(id, INSURER))));
        act(MANAGER, () -> tallies.change(id, tally -> tally.fallDue(deadlines.start("CLK-01", clock.today()))));
        return id;
    }

    private void noticeOn(String day) {
        clock.moveTo(day);
        watch.runNow();
    }

    private List<String> types(UUID id) {
        return stored(id).getList("outbox", Document.class).stream()
                .map(entry -> entry.getString(Entry.TYPE))
                .toList();
    }

    private Document stored(UUID id) {
        return mongo.findById(id.toString(), Document.class, Tallies.COLLECTION);
    }
}
