package io.fangwei.launcher;

import com.mongodb.client.MongoClients;
import io.fangwei.launcher.Parts.Layer;
import io.fangwei.launcher.broker.ConsumerProgress;
import io.fangwei.launcher.broker.EmbeddedKafka;
import io.fangwei.launcher.broker.Topics;
import io.fangwei.launcher.clock.Business;
import io.fangwei.launcher.clock.ClockMoves;
import io.fangwei.launcher.clock.DemoClock;
import io.fangwei.launcher.clock.NotNow;
import io.fangwei.launcher.data.DataFolder;
import io.fangwei.launcher.data.PersonalKeyFile;
import io.fangwei.launcher.data.RunningFile;
import io.fangwei.launcher.issuer.Clients;
import io.fangwei.launcher.issuer.SigningKeys;
import io.fangwei.launcher.operations.OwnBackup;
import io.fangwei.launcher.operations.TopicRepair;
import io.fangwei.launcher.operations.TopicRepair.Doubt;
import io.fangwei.localmongo.DamagedException;
import io.fangwei.localmongo.LocalMongo;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts what is not elsewhere, then the applications, and stops them in the reverse order. */
final class Launcher implements AutoCloseable {

    /** Each description of a group is asked in two protocols, the second as a retry. */
    private static final long RETRY_MS = 5;

    private static final Duration PATIENCE_WITH_BUSINESS = Duration.ofSeconds(60);

    private final Settings settings;
    private final Console console;
    private final Parts parts = new Parts();
    private final AtomicReference<@Nullable Business> business = new AtomicReference<>();
    private @Nullable DataFolder folder;
    private @Nullable OwnBackup backup;
    private @Nullable DemoClock clock;

    Launcher(Settings settings, Console console) {
        this.settings = settings;
        this.console = console;
    }

    /** Returns when everything is healthy and the demo year, if wanted, is loaded. */
    void start(Iterable<DemoLoad> loads) {
        openFolder();
        Ports.refuseOccupied(settings);
        clock = BusinessTime.of(settings, Clock.systemUTC()).orElse(null);
        ensureKeys();
        var services = startApplications();
        new Readiness(settings, services).await();
        new Welcome(settings, console).print(clock);
        console.ready();
        if (BusinessTime.isDemoYear(settings.data()) && settings.demo()) {
            loads.forEach(this::load);
        }
        backup().loading(false);
    }

    private void openFolder() {
        var opened = DataFolder.open(settings.data());
        folder = opened;
        if (settings.embedsMongo()) {
            opened.requireDatabasesHere();
        }
        backup = new OwnBackup(opened.content());
        backup().loading(BusinessTime.isDemoYear(settings.data()) && settings.demo());
        Logs.writeTo(opened.path().resolve("launcher.log"));
        if (opened.wasCutOff() && settings.embedsKafka()) {
            console.warn("机器曾在运行中掉电或重启 · The machine went down while Fangwei was at work; the embedded Kafka begins"
                    + " anew and gets all events from the journals.");
        }
    }

    /** Only where nothing speaks against the start any more. */
    private void ensureKeys() {
        var keys = PersonalKeyFile.in(settings.data());
        if (keys.ensure()) {
            console.step(
                    "个人信息密钥已生成，请另存一份 · keys for fields about persons made; keep a copy of %s apart from the backups"
                            .formatted(keys.path()));
        }
    }

    private List<ConfigurableApplicationContext> startApplications() {
        var keys = settings.embedsIssuer() ? Desk.keys(settings) : null;
        var arguments = new Arguments(settings, secret(keys));
        var mongo = Starts.on("mongo-start", "MongoDB", this::startMongo);
        var kafka = Starts.on("kafka-start", "Kafka", this::startKafka);
        var epoch = Starts.on("topics-start", "Kafka", () -> {
            mongo.join();
            return ensureTopics(kafka.join());
        });
        try (var starts = new Starts(settings)) {
            settings.desk().ifPresent(port -> starts.add("issuer", () -> startDesk(port, keys)));
            starts.add("gateway", () -> start(Application.GATEWAY, Layer.GATEWAY, arguments.ofGateway()));
            var services = Application.SERVICES.stream()
                    .map(service -> starts.add(service.name(), () -> {
                        var number = epoch.join();
                        return start(service, Layer.SERVICES, arguments.of(service, number));
                    }))
                    .toList();
            starts.await(List.of(mongo, kafka, epoch));
            var running = services.stream().map(starts::get).toList();
            business.set(new ServiceBusiness(running, new ConsumerProgress(starts.get(kafka), starts.get(epoch))));
            return running;
        }
    }

    private @Nullable String secret(@Nullable SigningKeys keys) {
        try {
            return keys == null ? null : keys.secretOf(Clients.VISIT_SERVICE);
        } catch (IOException unwritable) {
            throw new StartRefused("The issuer's secrets cannot be kept in %s.".formatted(settings.data()), unwritable);
        }
    }

    private Optional<LocalMongo> startMongo() {
        if (!settings.embedsMongo()) {
            return Optional.empty();
        }
        var mongo = openMongo();
        parts.keep(Layer.SERVERS, mongo);
        backup().serve(mongo::backup);
        console.step("MongoDB is up: " + mongo.connectionString());
        return Optional.of(mongo);
    }

    private LocalMongo openMongo() {
        try {
            return LocalMongo.open(settings.data().resolve("mongo"), settings.port(Port.MONGO));
        } catch (DamagedException damaged) {
            throw new StartRefused(
                    "数据已损坏，可用下面的命令抢救 · %s ./run salvage %s NEWDIR".formatted(damaged.getMessage(), settings.data()),
                    damaged);
        }
    }

    private Admin startKafka() throws Exception {
        if (settings.embedsKafka()) {
            parts.keep(
                    Layer.SERVERS,
                    EmbeddedKafka.start(
                            settings.data().resolve("kafka"),
                            settings.port(Port.KAFKA),
                            settings.port(Port.KAFKA_CONTROLLER)));
        }
        var admin = parts.keep(
                Layer.ADMIN,
                Admin.create(Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                        settings.kafka(),
                        AdminClientConfig.RETRY_BACKOFF_MS_CONFIG,
                        RETRY_MS)));
        topics(admin).create();
        console.step("Kafka is up: " + settings.kafka());
        return admin;
    }

    private Topics topics(Admin admin) {
        return new Topics(admin, settings.kafka(), settings.embedsKafka());
    }

    private int ensureTopics(Admin admin) throws Exception {
        var opened = Objects.requireNonNull(folder);
        var doubt = settings.rebuildTopics() ? Doubt.WANTED : opened.topicsAreStale() ? Doubt.STALE : Doubt.NONE;
        try (var mongo = MongoClients.create(
                new MongoAddress(settings.mongo()).patientForTwoSeconds().uri())) {
            return new TopicRepair(mongo, topics(admin), Clock.systemUTC(), console::step)
                    .ensure(doubt, opened::topicsFollow);
        }
    }

    private ConfigurableApplicationContext startDesk(Port port, @Nullable SigningKeys keys) throws IOException {
        var known = clock;
        var moves = known == null ? null : new ClockMoves(known, this::business, PATIENCE_WITH_BUSINESS);
        var desk = parts.keep(Layer.DESK, Desk.start(settings, port, keys, moves, backups(port)));
        console.step(port.owner() + " is up: " + settings.url(port));
        return desk;
    }

    private Desk.Backups backups(Port port) throws IOException {
        return new Desk.Backups(RunningFile.write(settings.data(), settings.url(port)), backup());
    }

    private OwnBackup backup() {
        return Objects.requireNonNull(backup);
    }

    private ConfigurableApplicationContext start(Application application, Layer layer, String... args) {
        var context = parts.keep(layer, application.start().with(initializers(), args));
        console.step(application.name() + " is up: " + settings.url(application.port()));
        return context;
    }

    private ApplicationContextInitializer<?>[] initializers() {
        var known = clock;
        return known == null
                ? new ApplicationContextInitializer<?>[0]
                : new ApplicationContextInitializer<?>[] {
                    context -> context.getBeanFactory().registerSingleton("clock", known)
                };
    }

    private Business business() {
        var known = business.get();
        if (known == null) {
            throw new NotNow("the services are still starting");
        }
        return known;
    }

    private void load(DemoLoad load) {
        try {
            load.load(new DemoLoad.Platform(
                    settings.url(Port.GATEWAY), settings.url(Port.ISSUER), settings.data(), console));
        } catch (Exception failed) {
            LoggerFactory.getLogger(Launcher.class).error("The demo year could not be loaded", failed);
            if (!isStopping()) {
                console.warn("The demo year is not complete: %s. The next start goes on with it."
                        .formatted(failed.getMessage()));
            }
        }
    }

    boolean isStopping() {
        return parts.isClosing();
    }

    /** Safe to call at any time, from any thread. */
    @Override
    public void close() {
        var opened = folder;
        if (opened == null) {
            return;
        }
        var anything = parts.isAnythingKept();
        if (anything) {
            console.step("stopping");
        }
        parts.close();
        try {
            var known = clock;
            if (known != null) {
                known.settle();
            }
            opened.close();
        } catch (IOException failed) {
            console.warn("The data folder could not be closed: " + failed);
        }
        if (anything) {
            console.step("stopped");
        }
    }
}
