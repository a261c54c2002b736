package io.fangwei.kernel.tally;

import static io.fangwei.kernel.testing.Callers.act;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.CurrentCommand;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.problems.Failure;
import io.fangwei.kernel.problems.KernelRule;
import io.fangwei.kernel.problems.Refusal;
import io.fangwei.kernel.store.AggregateStore;
import io.fangwei.kernel.store.Creation;
import io.fangwei.kernel.store.Entry;
import io.fangwei.kernel.store.Ids;
import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.testing.ServiceTest;
import io.fangwei.kernel.testing.TestClock;
import io.fangwei.kernel.tracing.Requirement;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@ServiceTest("spring.config.name=tally-service")
class KeepingTalliesTest {

    static final UUID INSURER = UUID.randomUUID();
    static final Caller MANAGER = Callers.ofInsurer("im.one", INSURER, Role.IM);

    @Autowired
    AggregateStore<Tally> tallies;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    TestClock clock;

    @BeforeEach
    void standStill() {
        clock.moveTo("2025-03-03");
    }

    @Test
    void a_tally_is_one_document_with_everything_that_belongs_to_it() {
        var id = begun();
        act(MANAGER, () -> tallies.change(id, tally -> tally.count(2)));

        var document = stored(id);
        assertThat(document.keySet())
                .containsExactlyInAnyOrder(
                        "_id", "version", "events", "head", "state", "outbox", "created", "commands", "pendingSince");
        assertThat(document.getLong("version")).isEqualTo(2);
        assertThat(document.getLong("events")).isEqualTo(3);
        assertThat(outbox(id))
                .extracting(entry -> entry.getLong(Entry.SEQUENCE))
                .containsExactly(1L, 2L, 3L);
        assertThat(document.getString("head")).isEqualTo(outbox(id).get(2).getString(Entry.HASH));
    }

    @Test
    @Requirement("CD-4b")
    void every_entry_says_who_in_which_role_when_what_from_and_to_and_names_the_one_before() {
        var id = begun();
        act(MANAGER, () -> tallies.change(id, tally -> tally.count(1)));

        var entries = outbox(id);
        assertThat(entries.get(1))
                .containsEntry(Entry.ACTOR, "im.one")
                .containsEntry(Entry.ROLE, "IM")
                .containsEntry(Entry.TYPE, "tally.counted.v1")
                .containsEntry(Entry.AT, "2025-03-03T01:00:00Z")
                .containsEntry(Entry.FROM, "NEW")
                .containsEntry(Entry.TO, "COUNTING")
                .containsEntry(Entry.PREVIOUS, entries.get(0).getString(Entry.HASH));
    }

    @Test
    void nothing_is_written_without_a_command() {
        var id = begun();

        assertThatIllegalStateException().isThrownBy(() -> tallies.change(id, tally -> tally.count(1)));
        assertThat(CurrentCommand.find()).isEmpty();
    }

    @Test
    void many_new_ones_are_one_write_in_which_each_is_as_if_it_were_alone() {
        var ids = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        act(
                MANAGER,
                "one",
                "",
                () -> tallies.create(
                        ids.get(1),
                        tally(ids.get(1), "there"),
                        tally(ids.get(1), "there").count(1)));

        var refused = act(MANAGER, "many", "", () -> tallies.createAll(creations(ids, "new")));

        assertThat(refused).containsOnlyKeys(ids.get(1));
        assertThat(refused.get(ids.get(1)).rule()).isEqualTo(KernelRule.ALREADY_EXISTS);
        assertThat(get(ids.get(1)).getName()).isEqualTo("there");
        assertThat(List.of(ids.get(0), ids.get(2))).allSatisfy(id -> {
            assertThat(get(id).getName()).isEqualTo("new");
            assertThat(outbox(id)).hasSize(1);
            assertThat(outbox(id).get(0).getString(Entry.CAUSE)).isEqualTo("many:" + id);
            assertThat(stored(id).getString("head"))
                    .isEqualTo(Entry.hash("tally", id.toString(), outbox(id).get(0)));
        });
    }

    @Test
    void a_repeat_of_new_ones_changes_nothing_in_whatever_company_it_comes() {
        var ids = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        act(MANAGER, "many", "", () -> tallies.createAll(creations(ids.subList(0, 2), "new")));
        var before = List.of(stored(ids.get(0)), stored(ids.get(1)));

        var again = act(MANAGER, "many", "", () -> tallies.createAll(creations(ids.subList(1, 4), "new")));
        var other = act(MANAGER, "many", "", () -> tallies.createAll(creations(ids.subList(0, 1), "other")));

        assertThat(again).isEmpty();
        assertThat(other.get(ids.get(0)).rule()).isEqualTo(KernelRule.IDEMPOTENCY_KEY_REUSED);
        assertThat(List.of(stored(ids.get(0)), stored(ids.get(1)))).isEqualTo(before);
        assertThat(get(ids.get(3)).getCount()).isEqualTo(1);
    }

    private static Tally tally(UUID id, String name) {
        return Tally.begun(id, INSURER, name);
    }

    private static List<Creation<Tally>> creations(List<UUID> ids, String name) {
        return ids.stream()
                .map(id -> {
                    var tally = tally(id, name);
                    return new Creation<>(id, tally, tally.count(1));
                })
                .toList();
    }

    @Test
    void the_same_command_twice_at_once_is_carried_out_once() throws Exception {
        var id = begun();

        atOnce(8, number -> act(MANAGER, "mark", "body", () -> tallies.change(id, tally -> tally.count(1))));

        assertThat(get(id).getCount()).isEqualTo(1);
        assertThat(stored(id).getLong("events")).isEqualTo(2);
    }

    @Test
    void commands_that_outrun_each_other_are_all_carried_out_in_the_end() throws Exception {
        var id = begun();

        atOnce(8, number -> act(MANAGER, () -> tallies.change(id, tally -> tally.count(1))));

        assertThat(get(id).getCount()).isEqualTo(8);
        assertThat(outbox(id))
                .extracting(entry -> entry.getLong(Entry.SEQUENCE))
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    }

    @Test
    void a_repeat_after_a_crash_is_recognised_by_what_the_document_keeps() {
        var id = begun();
        act(MANAGER, "mark", "body", () -> tallies.change(id, tally -> tally.count(1)));

        act(MANAGER, "mark", "body", () -> {
            tallies.change(id, tally -> tally.count(1));
            assertThat(CurrentCommand.get().isReplayed()).isTrue();
            return id;
        });

        assertThat(get(id).getCount()).isEqualTo(1);
    }

    @Test
    void the_command_that_made_a_tally_does_not_change_it_when_it_comes_again() {
        var id = UUID.randomUUID();
        begin(id, "mark");

        act(MANAGER, "mark", "body", () -> tallies.change(id, tally -> tally.count(1)));

        assertThat(get(id).getCount()).isZero();
    }

    @Test
    void the_repeat_of_a_creation_that_would_be_refused_by_now_gets_what_it_made() {
        var id = UUID.randomUUID();
        begin(id, "mark");

        assertThat(create(id, "mark").getId()).isEqualTo(id);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> create(id, "other"));
    }

    private Tally create(UUID id, String mark) {
        return act(
                MANAGER,
                mark,
                "body",
                () -> tallies.create(
                        id,
                        () -> {
                            throw Tally.TallyRule.TALLY_FULL.broken(0);
                        },
                        tally -> List.of()));
    }

    @Test
    void what_a_command_adds_is_added_once_even_when_the_command_comes_again_after_forty_others() {
        var id = begun();
        note(id, "the-note");
        IntStream.range(0, 40).forEach(number -> act(MANAGER, () -> tallies.change(id, tally -> tally.count(1))));

        note(id, "the-note");

        assertThat(get(id).getCount()).isEqualTo(41);
        assertThat(stored(id).getList("commands", Document.class)).hasSize(AggregateStore.MARKS);
    }

    @Test
    void a_mark_that_comes_back_with_another_body_is_refused() {
        var id = begun();
        act(MANAGER, "mark", "body", () -> tallies.change(id, tally -> tally.count(1)));

        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> act(MANAGER, "mark", "other", () -> tallies.change(id, tally -> tally.count(1))))
                .satisfies(refused -> assertThat(refused.rule()).isEqualTo(KernelRule.IDEMPOTENCY_KEY_REUSED));
    }

    @Test
    void of_two_creations_with_one_business_key_and_two_keys_one_wins_and_the_other_is_told() throws Exception {
        var id = Ids.of("tally", UUID.randomUUID());

        var answers = atOnce(2, number -> {
            try {
                return begin(id, "mark" + number).getName();
            } catch (Failure refused) {
                return refused.rule().code();
            }
        });

        assertThat(answers).containsExactlyInAnyOrder("a", "already-exists");
        assertThat(stored(id).getLong("version")).isEqualTo(1);
    }

    @Test
    void a_refused_command_leaves_no_mark() {
        var id = begun();
        var before = stored(id);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> act(MANAGER, () -> tallies.change(id, tally -> tally.count(Tally.MOST + 1))));

        assertThat(stored(id)).isEqualTo(before);
    }

    @Test
    void a_tally_with_more_than_a_thousand_unsent_events_takes_no_change() {
        var id = begun();
        act(MANAGER, () -> tallies.change(id, tally -> tally.count(AggregateStore.MOST_UNSENT)));

        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> act(MANAGER, () -> tallies.change(id, tally -> tally.count(1))))
                .satisfies(refused -> assertThat(refused.status().value()).isEqualTo(503));
    }

    @Test
    void ids_that_derive_from_a_business_key_differ_where_the_keys_do() {
        var keys = Set.of(
                Ids.of("a", "b"), Ids.of("a", "b", "c"), Ids.of("a", "bc"), Ids.of("ab", "c"), Ids.of("a", "b|1:c"));

        assertThat(keys).hasSize(5);
        assertThat(Ids.of("insurer", "L-1")).isEqualTo(Ids.of("insurer", "L-1"));
    }

    private UUID begun() {
        var id = UUID.randomUUID();
        begin(id, UUID.randomUUID().toString());
        return id;
    }

    private Tally begin(UUID id, String mark) {
        return act(
                MANAGER,
                mark,
                "body",
                () -> tallies.create(
                        id, Tally.begun(id, INSURER, "a"), List.of(new TallyEvent.TallyBegun(id, INSURER))));
    }

    private void note(UUID id, String mark) {
        act(MANAGER, mark, "", () -> tallies.change(id, tally -> tally.note(CurrentCommand.derivedId("note"))));
    }

    private Tally get(UUID id) {
        return act(MANAGER, () -> tallies.get(id));
    }

    private Document stored(UUID id) {
        return mongo.findById(id.toString(), Document.class, Tallies.COLLECTION);
    }

    private List<Document> outbox(UUID id) {
        return stored(id).getList("outbox", Document.class);
    }

    private interface Numbered<T> {

        T run(int number);
    }

    private static <T> List<T> atOnce(int threads, Numbered<T> work) throws Exception {
        var together = new CyclicBarrier(threads);
        var workers = Executors.newFixedThreadPool(threads);
        try {
            var tasks = IntStream.range(0, threads)
                    .<Callable<T>>mapToObj(number -> () -> {
                        together.await();
                        return work.run(number);
                    })
                    .toList();
            var answers = new java.util.ArrayList<T>();
            for (Future<T> answer : workers.invokeAll(tasks)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            workers.shutdownNow();
        }
    }
}
