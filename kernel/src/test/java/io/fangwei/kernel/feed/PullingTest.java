package io.fangwei.kernel.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.listening.Envelopes;
import io.fangwei.kernel.problems.Failure;
import io.fangwei.kernel.problems.NotFound;
import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.testing.SeenQueries;
import io.fangwei.kernel.testing.TestBroker;
import io.fangwei.kernel.testing.TestDatabase;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.health.contributor.Status;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PullingTest {

    static final String QINGYANG = "510105";
    static final String JINJIANG = "510104";
    static final String FUCHENG = "510703";
    static final UUID THING = UUID.randomUUID();
    static final UUID OTHER = UUID.randomUUID();

    final SeenQueries queries = new SeenQueries();
    MongoClient mongo;
    DefaultKafkaProducerFactory<String, String> producers;
    KafkaTemplate<String, String> kafka;
    MongoDatabase database;
    Feed feed;

    @BeforeAll
    void open() {
        mongo = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(TestDatabase.uri("")))
                .addCommandListener(queries)
                .build());
        producers = new DefaultKafkaProducerFactory<>(
                Map.of("bootstrap.servers", TestBroker.address()), new StringSerializer(), new StringSerializer());
        kafka = new KafkaTemplate<>(producers);
    }

    @AfterAll
    void close() {
        producers.destroy();
        mongo.close();
    }

    @BeforeEach
    void fresh() {
        database = mongo.getDatabase("test-" + UUID.randomUUID());
        feed = new Feed(database, kafka, 1);
    }

    @Test
    void repeated_and_late_news_change_nothing() {
        feed.happen(10, THING, 1, QINGYANG);
        feed.happen(11, THING, 2, QINGYANG);
        var before = rows();

        feed.take(feed.event(12, THING, 2), feed.event(13, THING, 1));
        feed.take(feed.event(14, THING, 2));

        assertThat(rows()).isEqualTo(before);
        assertThat(feed.progress.reached().of(0)).isEqualTo(Place.of(14));
    }

    @Test
    void whoever_leaves_an_area_is_a_tombstone_there_and_a_row_where_he_went() {
        feed.happen(1, THING, 1, QINGYANG);
        var old = puller("510105").pullAll();
        var province = puller("510000").pullAll();

        feed.happen(2, THING, 2, FUCHENG);

        assertThat(old.pullAll().live()).isEmpty();
        assertThat(old.tombstones()).singleElement().satisfies(gone -> {
            assertThat(gone.record()).isNull();
            assertThat(gone.version()).isEqualTo(2);
        });
        assertThat(puller("510700").pullAll().live()).isEqualTo(feed.things.visible(List.of("5107")));
        assertThat(province.pullAll().live()).isEqualTo(feed.things.visible(List.of("51")));

        feed.happen(3, THING, 3, QINGYANG);
        assertThat(old.pullAll().live()).isEqualTo(feed.things.visible(List.of("510105")));
        feed.happen(4, THING, 4);
        assertThat(old.pullAll().live()).isEmpty();
        assertThat(province.pullAll().live()).isEmpty();
    }

    @Test
    void nobody_learns_of_what_goes_on_where_a_record_has_left() {
        feed.happen(1, THING, 1, QINGYANG);
        feed.happen(2, THING, 2, FUCHENG);
        var left = puller("510105").pullAll();

        feed.happen(3, THING, 3, FUCHENG);

        var page = feed.served.changes(Things.DATASET, Feed.of("510105"), left.cursor(), 10);
        assertThat(page.items()).isEmpty();
    }

    @Test
    void a_consumer_believed_dead_does_not_show_a_record_where_it_no_longer_is() {
        var first = feed.event(5, THING, feed.things.change(THING, 1, QINGYANG));
        var late = prepared(first);

        feed.take(first, feed.event(6, THING, feed.things.change(THING, 2, FUCHENG)));
        feed.rows.apply(late);

        assertThat(puller("510000").pullAll().live()).isEqualTo(feed.things.visible(List.of("51")));
    }

    @Test
    void nor_where_it_had_left_before_and_come_back() {
        feed.happen(1, THING, 1, QINGYANG);
        feed.happen(2, THING, 2, FUCHENG);
        var third = feed.event(3, THING, feed.things.change(THING, 3, QINGYANG));
        var late = prepared(third);

        feed.take(third, feed.event(4, THING, feed.things.change(THING, 4, FUCHENG)));
        feed.rows.apply(late);

        assertThat(puller("510000").pullAll().live()).isEqualTo(feed.things.visible(List.of("51")));
    }

    /** What a consumer that has read the thing as it is now is about to write. */
    private FeedRows.Prepared prepared(ConsumerRecord<String, String> heard) {
        var event = new Envelopes(new JsonMapper()).read(heard);
        var told = feed.things.on(List.of(event)).stream()
                .map(record -> new FeedRows.Told(record, heard, Place.of(heard.offset())))
                .toList();
        return feed.rows.prepare(Things.DATASET, told);
    }

    @Test
    void a_poll_that_dies_before_it_says_how_far_it_came_is_not_skipped() {
        feed.happen(1, THING, 1, QINGYANG);
        var puller = puller("510000").pullAll();
        feed.happen(2, UUID.randomUUID(), 3, JINJIANG);
        var closed = MongoClients.create(TestDatabase.uri(""));
        closed.close();
        var poll = Feed.polled(
                feed.event(3, THING, feed.things.change(THING, 2, QINGYANG)),
                feed.event(4, OTHER, feed.things.change(OTHER, 7, FUCHENG)));

        assertThatThrownBy(
                        () -> feed.dying(closed.getDatabase(database.getName())).take(poll, Feed.PARTITIONS))
                .isInstanceOf(IllegalStateException.class);
        assertThat(feed.collection(FeedRows.COLLECTION).countDocuments(new Document("place", Place.of(4))))
                .isEqualTo(1);
        assertThat(puller.pull(10)).isFalse();
        assertThat(puller.live()).hasSize(2);
        assertThat(FeedCursor.decoded(Things.DATASET, puller.cursor()).of(0)).isEqualTo(Place.of(2));
        assertThat(feed.served.totals(Things.DATASET, Feed.of("510000"), null).settled())
                .isFalse();

        feed.projector.take(poll, Feed.PARTITIONS);
        assertThat(puller.pullAll().live()).isEqualTo(feed.things.visible(List.of("51")));
    }

    @Test
    void what_could_not_be_applied_is_parked_with_its_followers_and_comes_later_behind_what_was_pulled() {
        var missing = UUID.randomUUID();
        feed.take(
                feed.event(1, missing, 1),
                feed.event(2, THING, feed.things.change(THING, 1, QINGYANG)),
                feed.event(3, missing, 2));
        var puller = puller("510000").pullAll();
        assertThat(puller.live()).hasSize(1);
        var key = "feed/" + Feed.TOPIC + ":" + missing;
        assertThat(feed.parked.among(List.of(key))).containsExactly(key);
        feed.take(feed.event(4, missing, 3));

        feed.things.change(missing, 5, FUCHENG);
        feed.things.change(missing, 6, FUCHENG);
        feed.things.change(missing, 7, FUCHENG);
        assertThat(puller.pullAll().live()).hasSize(1);
        feed.projector.replay(key, 0, Feed.PARTITIONS);

        assertThat(feed.parked.among(List.of(key))).isEmpty();
        assertThat(puller.pullAll().live()).hasSize(2).isEqualTo(feed.things.visible(List.of("51")));
        feed.happen(5, THING, 2, QINGYANG);
        assertThat(puller.pullAll().live()).isEqualTo(feed.things.visible(List.of("51")));
    }

    @Test
    void a_page_keeps_the_rows_of_one_event_together_and_pages_together_are_everything_once() {
        var ids = IntStream.range(0, 30).mapToObj(number -> UUID.randomUUID()).toList();
        var begin = puller("510000");
        begin.snapshot();
        for (int number = 0; number < ids.size(); number++) {
            feed.take(feed.event(
                    number % 3,
                    number,
                    ids.get(number),
                    feed.things.change(ids.get(number), number, QINGYANG, JINJIANG)));
        }

        var cursor = begin.cursor();
        var seen = new ArrayList<String>();
        FeedPage page;
        do {
            page = feed.served.changes(Things.DATASET, Feed.of("510105", "510104"), scoped(cursor), 3);
            assertThat(page.items()).hasSizeBetween(0, 4);
            var perId = new TreeMap<String, Integer>();
            page.items().forEach(item -> perId.merge(item.id(), 1, Integer::sum));
            assertThat(perId.values()).allMatch(number -> number == 2);
            page.items().forEach(item -> seen.add(item.id() + item.area()));
            cursor = page.cursor();
        } while (page.more());
        assertThat(seen).hasSize(60).doesNotHaveDuplicates();
    }

    /** A cursor from the beginning for these two areas, which no snapshot before them could have given out. */
    private String scoped(String cursor) {
        var given = FeedCursor.decoded(Things.DATASET, cursor);
        return new FeedCursor(
                        given.dataset(), given.generation(), given.on(), List.of(JINJIANG, QINGYANG), given.places())
                .encoded();
    }

    @Test
    void a_cursor_of_another_epoch_age_or_scope_leads_to_a_snapshot() {
        feed.happen(1, THING, 1, QINGYANG);
        var cursor = puller("510105").pullAll().cursor();

        assertThat(gone(feed, null, "510105").arguments()).containsExactly("NONE");
        assertThat(gone(feed, cursor, "510700").arguments()).containsExactly("SCOPE");
        assertThat(gone(feed, cursor, "510104").arguments()).containsExactly("SCOPE");
        var next = new Feed(database, kafka, 2);
        next.happen(50, OTHER, 1, QINGYANG);
        assertThat(gone(next, cursor, "510105").arguments()).containsExactly("EPOCH");
        feed.clock.moveTo(LocalDate.parse("2025-03-03").plusDays(400));
        assertThat(feed.served
                        .changes(Things.DATASET, Feed.of("510105"), cursor, 10)
                        .items())
                .isEmpty();
        feed.clock.moveTo(LocalDate.parse("2025-03-03").plusDays(401));
        assertThat(gone(feed, cursor, "510105").arguments()).containsExactly("AGE");
        assertThatThrownBy(() -> feed.served.changes(Things.DATASET, Feed.of("510105"), "bm9uc2Vuc2U", 10))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("malformed-request");
    }

    @Test
    void a_cursor_of_a_life_that_was_undone_is_gone_too() {
        feed.happen(7, THING, 1, QINGYANG);
        var cursor = puller("510105").pullAll().cursor();
        feed.collection(FeedProgress.COLLECTION)
                .updateMany(new Document(), new Document("$set", new Document("place", Place.of(3))));

        assertThat(gone(feed, cursor, "510105").arguments()).containsExactly("EPOCH");
    }

    @Test
    void whoever_may_see_more_takes_only_what_was_added_and_goes_on_from_where_he_was() throws IOException {
        feed.happen(1, THING, 1, QINGYANG);
        feed.happen(2, OTHER, 1, FUCHENG);
        var cursor = puller("510105").pullAll().cursor();
        feed.happen(3, THING, 2, QINGYANG);
        var wider = Feed.of("510105", "510703");

        var failure = gone(feed, cursor, "510105", "510703");
        assertThat(location(failure)).isEqualTo("/city/v1/datasets/X-01/snapshot?areas=510703&after=" + cursor);
        var snapshot = feed.served.snapshot(Things.DATASET, wider, List.of("510703"), cursor);
        var added = new ArrayList<FeedItem>();
        feed.served.take(snapshot, added::add);
        assertThat(added)
                .singleElement()
                .satisfies(item -> assertThat(item.id()).isEqualTo(OTHER.toString()));

        var page = feed.served.changes(Things.DATASET, wider, snapshot.cursor().encoded(), 10);
        assertThat(page.items()).extracting(FeedItem::id).contains(THING.toString());
        assertThatThrownBy(() -> feed.served.snapshot(Things.DATASET, wider, List.of("510104"), cursor))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void the_wrong_role_is_refused_and_what_was_read_is_on_record() {
        feed.happen(1, THING, 1, QINGYANG);
        puller("510105").pullAll();
        var regulator = Callers.ofArea("fr", Role.FR, "510105");

        assertThat(feed.served.list(regulator)).isEmpty();
        assertThatThrownBy(() -> feed.served.totals(Things.DATASET, regulator, null))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("role-not-allowed");
        assertThatThrownBy(() -> feed.served.totals("X-02", Feed.of("510105"), null))
                .isInstanceOf(NotFound.class);

        assertThat(feed.collection("audit").find(new Document("actor", "cp")).into(new ArrayList<>()))
                .extracting(line -> line.getString("what"))
                .contains("X-01/snapshot");
        assertThat(feed.collection("audit").find(new Document("actor", "fr")).into(new ArrayList<>()))
                .singleElement()
                .satisfies(line -> assertThat(line.getString("refused")).isEqualTo("ROLE"));
    }

    @Test
    void a_new_epoch_tells_everything_again_and_the_rows_stay_as_they_were() {
        feed.happen(1, THING, 1, QINGYANG);
        feed.happen(2, THING, 2, FUCHENG);
        feed.happen(3, OTHER, 1, QINGYANG);
        var before = rows();
        var next = new Feed(database, kafka, 2);

        next.take(next.event(0, OTHER, 1), next.event(1, THING, 1));
        var puller = new Puller(next.served, Feed.of("510000"));
        puller.pullAll();
        next.take(next.event(2, THING, 2));

        assertThat(rows()).isEqualTo(before);
        next.happen(3, OTHER, 2, QINGYANG);
        assertThat(puller.pullAll().live()).isEqualTo(next.things.visible(List.of("51")));
    }

    @Test
    void what_is_told_again_to_an_empty_feed_ends_in_the_same_records() {
        feed.happen(1, THING, 1, QINGYANG);
        feed.happen(2, OTHER, 4, JINJIANG, FUCHENG);
        feed.happen(3, THING, 2, FUCHENG);
        var before = puller("510000").pullAll();
        feed.collection(FeedRows.COLLECTION).deleteMany(new Document());
        feed.collection(FeedHeads.COLLECTION).deleteMany(new Document());
        var next = new Feed(database, kafka, 2);

        next.take(next.event(0, OTHER, 1), next.event(1, THING, 1), next.event(2, THING, 2));

        var after = new Puller(next.served, Feed.of("510000"));
        assertThat(after.pullAll().live()).isEqualTo(before.live());
    }

    @Test
    void totals_are_what_whoever_has_pulled_everything_can_add_up() {
        var ids = IntStream.range(0, 20).mapToObj(number -> UUID.randomUUID()).toList();
        for (int number = 0; number < ids.size(); number++) {
            feed.happen(number, ids.get(number), number, number % 2 == 0 ? QINGYANG : FUCHENG);
        }
        feed.happen(20, ids.get(0), 0);
        var puller = puller("510000").pullAll();
        assertThat(feed.served.totals(Things.DATASET, Feed.of("510000"), null).rows())
                .isEqualTo(19);

        var fromTheStart = new FeedCursor(
                Things.DATASET,
                feed.progress.generation(),
                LocalDate.parse("2025-03-03"),
                List.of("51"),
                new TreeMap<>());
        var whole = new Puller(feed.served, Feed.of("510000"));
        whole.from(fromTheStart.encoded());
        whole.pullAll();
        var totals = feed.served.totals(Things.DATASET, Feed.of("510000"), LocalDate.parse("2025-03-03"));

        assertThat(totals.settled()).isTrue();
        assertThat(totals.deleted()).isEqualTo(1);
        assertThat(totals.hashes()).isEqualTo(whole.sum());
        assertThat(totals.cursor()).isEqualTo(whole.cursor()).isEqualTo(puller.cursor());
        assertThat(feed.served
                        .totals(Things.DATASET, Feed.of("510000"), LocalDate.parse("2025-03-04"))
                        .rows())
                .isZero();
        feed.collection(FeedRows.COLLECTION)
                .updateOne(
                        new Document("id", ids.get(3).toString()),
                        new Document("$set", new Document("hash", "0".repeat(64))));
        assertThat(feed.served.totals(Things.DATASET, Feed.of("510000"), null).hashes())
                .isNotEqualTo(whole.sum());
    }

    @Test
    void tombstones_are_kept_for_four_hundred_days() {
        feed.happen(1, THING, 1, QINGYANG);
        feed.happen(2, THING, 2, FUCHENG);
        var day = LocalDate.parse("2025-03-03");

        feed.rows.sweep(day, Set.of(0));
        assertThat(rows()).hasSize(2);
        feed.rows.sweep(day.plusDays(1), Set.of(1));
        assertThat(rows()).hasSize(2);
        feed.rows.sweep(day.plusDays(1), Set.of(0));

        assertThat(rows()).hasSize(1);
        feed.happen(3, THING, 3, FUCHENG);
        assertThat(rows()).hasSize(1);
    }

    @Test
    void every_read_goes_by_one_index() {
        for (int number = 0; number < 20; number++) {
            feed.happen(number, UUID.randomUUID(), number, QINGYANG, FUCHENG);
        }
        var before = puller("510105", "510700").pullAll().cursor();
        feed.happen(20, THING, 1, QINGYANG);
        queries.look();

        feed.served.changes(Things.DATASET, Feed.of("510105", "510700"), before, 10);
        puller("510000").pullAll();
        puller("510105").pullAll();
        feed.served.totals(Things.DATASET, Feed.of("510100"), LocalDate.parse("2025-03-03"));
        feed.served.list(Feed.of("510000", "110105"));
        feed.happen(21, THING, 2, FUCHENG);
        feed.rows.sweep(LocalDate.parse("2025-03-04"), Set.of(0));

        var template = new MongoTemplate(mongo, database.getName());
        assertThat(queries.explained(template))
                .hasSizeGreaterThan(10)
                .allSatisfy(explained -> assertThat(explained
                                .get("queryPlanner", Document.class)
                                .get("winningPlan", Document.class)
                                .toJson())
                        .containsAnyOf("IXSCAN", "IDHACK", "COUNT_SCAN", "EOF")
                        .doesNotContain("COLLSCAN")
                        .doesNotContain("\"SORT\""));
    }

    @Test
    void a_page_costs_what_it_shows_and_not_what_there_is() {
        for (int number = 0; number < 60; number++) {
            feed.happen(number, UUID.randomUUID(), number, number % 2 == 0 ? QINGYANG : FUCHENG);
        }
        var before = puller("510105").pullAll().cursor();
        feed.happen(60, THING, 1, QINGYANG);
        queries.look();

        assertThat(feed.served
                        .changes(Things.DATASET, Feed.of("510105"), before, 10)
                        .items())
                .hasSize(1);

        var examined = queries.explained(new MongoTemplate(mongo, database.getName())).stream()
                .map(plan -> plan.get("executionStats", Document.class))
                .mapToInt(stats -> stats.getInteger("totalDocsExamined"))
                .max();
        TestDatabase.embedded()
                .ifPresent(local -> assertThat(examined.orElseThrow()).isLessThan(8));
    }

    @Test
    void whoever_stops_listening_ends_the_snapshot() {
        for (int number = 0; number < 20; number++) {
            feed.happen(number, UUID.randomUUID(), number, QINGYANG);
        }
        var taken = new ArrayList<FeedItem>();
        var snapshot = feed.served.snapshot(Things.DATASET, Feed.of("510105"), List.of(), null);

        assertThatThrownBy(() -> feed.served.take(snapshot, item -> {
                    taken.add(item);
                    if (taken.size() == 3) {
                        throw new IOException("Broken pipe");
                    }
                }))
                .isInstanceOf(IOException.class);

        assertThat(taken).hasSize(3);
    }

    @Test
    void a_feed_that_lags_behind_for_more_than_a_day_raises_the_alarm() {
        var now = new Instant[] {Instant.parse("2026-01-01T00:00:00Z")};
        var real = new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return java.time.ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now[0];
            }
        };
        var watched = new Feed(database, kafka, 3, real);
        watched.age.check();
        assertThat(watched.age.health().getStatus()).isEqualTo(Status.UP);
        watched.progress.caughtUp(List.of(0, 1), 3, now[0]);
        now[0] = now[0].plus(Duration.ofHours(25));
        watched.progress.caughtUp(List.of(2), 3, now[0]);

        watched.age.check();
        assertThat(watched.age.health().getStatus().getCode()).isEqualTo("LATE");
        assertThat(watched.served.list(Feed.of("510100"))).singleElement().satisfies(dataset -> {
            assertThat(dataset.late()).isTrue();
            assertThat(dataset.ageSeconds()).isEqualTo(25 * 3600);
        });
        watched.progress.caughtUp(List.of(0, 1), 3, now[0]);
        watched.age.check();
        assertThat(watched.age.health().getStatus()).isEqualTo(Status.UP);
        assertThatThrownBy(() -> watched.progress.requirePartitions(4)).isInstanceOf(IllegalStateException.class);
    }

    private Puller puller(String... areas) {
        var puller = new Puller(feed.served, Feed.of(areas));
        puller.snapshot();
        return puller;
    }

    private Failure gone(Feed asked, String cursor, String... areas) {
        var failure = catchThrowableOfType(
                Failure.class, () -> asked.served.changes(Things.DATASET, Feed.of(areas), cursor, 10));
        assertThat(failure).isNotNull();
        assertThat(failure.status()).isEqualTo(HttpStatus.GONE);
        return failure;
    }

    private static String location(Failure failure) {
        return new io.fangwei.kernel.problems.Problems(new io.fangwei.kernel.problems.Texts("tally"))
                .of(failure)
                .getHeaders()
                .getFirst("Location");
    }

    private Set<Document> rows() {
        return feed.collection(FeedRows.COLLECTION).find().into(new HashSet<>());
    }
}
