package io.fangwei.launcher.operations;

import static io.fangwei.kernel.caller.Role.IM;
import static io.fangwei.kernel.caller.Role.IS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.journal.Journal;
import io.fangwei.kernel.store.Entry;
import io.fangwei.kernel.testing.TopicContent;
import io.fangwei.launcher.RunningPlatform;
import io.fangwei.launcher.broker.Topics;
import io.fangwei.launcher.story.Answer;
import io.fangwei.launcher.story.Api;
import io.fangwei.launcher.story.DemoParties;
import io.fangwei.launcher.story.World;
import io.fangwei.localmongo.LocalMongo;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** An installation is backed up at work, comes to life elsewhere, loses its broker and goes on. */
@EnabledIfSystemProperty(named = "fangwei.campaign", matches = "true")
class MovingHouseTest {

    private static final OffsetDateTime BEGINNING = OffsetDateTime.parse("2025-01-23T09:00+08:00");
    private static final LocalDate TODAY = BEGINNING.toLocalDate();
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);

    /** Who looked at what is not business. */
    private static final Set<String> NOT_BUSINESS = Set.of("audit");

    @TempDir
    Path temporary;

    private UUID policy = new UUID(0, 0);
    private UUID visit = new UUID(0, 0);

    @BeforeAll
    static void quiet() {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    }

    @Test
    void nothing_is_lost_and_nothing_happens_twice() throws Exception {
        var file = temporary.resolve("night.backup");
        var second = temporary.resolve("second");
        Map<String, Fingerprint> report;
        try (var first = new House(temporary.resolve("first"))) {
            story(first);
            first.settle();
            report = first.report();
            LauncherAtWork.in(temporary.resolve("first")).to(file, line -> {});
            first.world.receivePremium(policy, "7000.00", TODAY).ok();
            first.settle();
            assertThat(first.report()).isNotEqualTo(report);
        }

        new Restore(LocalMongo::restore, line -> {}).of(file, second, temporary.resolve("first/personal-keys.json"));
        try (var house = new House(second)) {
            house.settle();
            assertThat(house.report()).isEqualTo(report);
            assertThat(house.topics()).isEqualTo(house.journals());
            assertThat(house.accrued()).isEqualTo("16200.00");

            house.world.receivePremium(policy, "1000.00", TODAY).ok();
            house.world.checkIn(visit).ok();
            house.world.fileComplaint(policy).created();
            house.settle();

            assertThat(house.accrued()).isEqualTo("16380.00");
            assertThat(house.topics()).isEqualTo(house.journals());
            report = house.report();
        }

        FileSystemUtils.deleteRecursively(second.resolve("kafka"));
        try (var house = new House(second)) {
            house.settle();
            assertThat(house.report()).isEqualTo(report);
            assertThat(house.topics()).isEqualTo(house.journals());

            house.world.checkOut(visit).ok();
            house.world.receivePremium(policy, "1000.00", TODAY).ok();
            house.settle();

            assertThat(house.accrued()).isEqualTo("16560.00");
            assertThat(house.topics()).isEqualTo(house.journals());
        }
    }

    private void story(House house) {
        var world = house.world;
        world.registerInsurer().created();
        world.registerInstitution().created();
        world.setRate(2025, "0.18").ok();
        world.registerCompany().created();
        policy = world.draftPolicy("AZ-2025-0001", FIRST, LAST).created().id();
        world.disclose(policy).ok();
        world.activate(policy).ok();
        world.receivePremium(policy, "90000.00", TODAY).ok();
        world.registerProfessionals().forEach(Answer::created);
        world.certifyAll();
        world.signAgreement(FIRST, LAST).created();
        world.formTeam(world.professionals()).created();
        house.settle();
        world.formGroup(policy, world.professionals().subList(0, 2)).created();
        house.settle();
        var plan = world.draftPlan(policy).created().id();
        world.sendPlan(plan).ok();
        world.confirmPlan(Role.ID, plan).ok();
        world.confirmPlan(IS, plan).ok();
        visit = world.planVisit(plan, TODAY).created().id();
        world.confirmVisit(visit).ok();
        world.openChannel().created();
        world.appointOfficer("ic.huaxi").created();
    }

    /** A platform that lives in a folder. */
    private static final class House implements AutoCloseable {

        private final RunningPlatform running;
        private final Api desk;
        private final World world;

        House(Path data) {
            running = RunningPlatform.start(data, BEGINNING);
            desk = new Api(running.desk());
            world = new World(
                    new Api(running.gateway()),
                    DemoParties.of(
                            user -> desk.post(null, "/demo/token?user=%s&password=demo".formatted(user), "", Map.of())
                                    .ok()
                                    .body()
                                    .asString()));
        }

        void settle() {
            await().atMost(Duration.ofSeconds(60)).until(() -> isQuiet() && isQuiet());
        }

        private boolean isQuiet() {
            var clock = desk.get(null, "/demo/clock").ok();
            return clock.body().get("outboxesEmpty").booleanValue() && clock.number("/unconsumed") == 0;
        }

        String accrued() {
            return world.read(IM, "/api/policy/v1/budget-pools/" + world.pool(2025))
                    .ok()
                    .text("/accrued");
        }

        /** Every byte of the business, in short. */
        Map<String, Fingerprint> report() {
            var report = new TreeMap<String, Fingerprint>();
            try (var mongo = MongoClients.create(running.mongo())) {
                for (var service : Topics.SERVICES) {
                    var database = mongo.getDatabase("fangwei-" + service);
                    for (var name : database.listCollectionNames()) {
                        if (!NOT_BUSINESS.contains(name)) {
                            var all = Fingerprint.EMPTY;
                            for (var document : database.getCollection(name, RawBsonDocument.class)
                                    .find()) {
                                all = all.with(document);
                            }
                            report.put(service + "." + name, all);
                        }
                    }
                }
            }
            return report;
        }

        /** The public events of each aggregate by number, as the journals have them. */
        Map<String, List<Long>> journals() {
            var events = new TreeMap<String, List<Long>>();
            try (var mongo = MongoClients.create(running.mongo())) {
                for (var service : Topics.SERVICES) {
                    mongo.getDatabase("fangwei-" + service)
                            .getCollection(Journal.COLLECTION)
                            .find(new Document(Entry.LOCAL, null))
                            .sort(new Document("aggregateId", 1)
                                    .append("kind", 1)
                                    .append(Entry.SEQUENCE, 1))
                            .forEach(line -> events.computeIfAbsent(
                                            line.getString("aggregateId"), none -> new ArrayList<>())
                                    .add(line.getLong(Entry.SEQUENCE)));
                }
            }
            return events;
        }

        /** The events of each aggregate by number, as they are told for the first time. */
        Map<String, List<Long>> topics() {
            var events = new TreeMap<String, List<Long>>();
            for (var service : Topics.SERVICES) {
                for (var event :
                        TopicContent.of(running.kafka(), "fangwei." + service).events()) {
                    var heard = events.computeIfAbsent(event.key(), none -> new ArrayList<>());
                    var sequence = Long.valueOf(TopicContent.header(event, "ce_sequence"));
                    if (!heard.contains(sequence)) {
                        heard.add(sequence);
                    }
                }
            }
            return events;
        }

        @Override
        public void close() {
            running.close();
        }
    }
}
