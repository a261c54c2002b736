package io.fangwei.launcher;

import static java.util.stream.Collectors.joining;

import io.fangwei.launcher.data.PersonalKeyFile;
import io.fangwei.launcher.issuer.Clients;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoRepositoriesAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.health.MongoHealthContributorAutoConfiguration;

/** Tells each application where everything is; what holds for all of them stands in their own files. */
final class Arguments {

    /** All applications share one machine, on which a slow answer is only a sign of work. */
    private static final String PATIENCE_WITH_TEAM = "5s";

    /** All applications share one class path; this one has no business data. */
    private static final String WITHOUT_DATABASE_AND_BROKER = "--spring.autoconfigure.exclude="
            + Stream.of(
                            MongoAutoConfiguration.class,
                            MongoHealthContributorAutoConfiguration.class,
                            DataMongoAutoConfiguration.class,
                            DataMongoRepositoriesAutoConfiguration.class,
                            KafkaAutoConfiguration.class)
                    .map(Class::getName)
                    .collect(joining(","));

    private final Settings settings;
    private final MongoAddress mongo;
    private final @Nullable String secret;

    /** @param secret of the service account, if the embedded issuer made it */
    Arguments(Settings settings, @Nullable String secret) {
        this.settings = settings;
        this.secret = secret;
        mongo = new MongoAddress(settings.mongo()).patientForTwoSeconds();
    }

    String[] ofGateway() {
        return with(Application.GATEWAY, Stream.concat(Stream.of(WITHOUT_DATABASE_AND_BROKER), urls()));
    }

    /** @param epoch of the topics, in which the service listens */
    String[] of(Application service, int epoch) {
        var more = new ArrayList<>(List.of(
                "--spring.mongodb.uri=" + mongo.of(service.database()),
                "--spring.kafka.bootstrap-servers=" + settings.kafka(),
                "--fangwei.epoch=" + epoch));
        more.add("--fangwei.personal.keyset-file="
                + PersonalKeyFile.in(settings.data()).path());
        if (service.name().equals(Clients.VISIT_SERVICE)) {
            more.add("--fangwei.team-service.url=" + settings.url(Port.TEAM));
            more.add("--fangwei.team-service.patience=" + PATIENCE_WITH_TEAM);
            if (secret != null) {
                more.add("--fangwei.service-account.client-secret=" + secret);
            }
        }
        return with(service, more.stream());
    }

    private String[] with(Application application, Stream<String> more) {
        var common = Stream.of(
                "--server.address=" + Settings.HOST,
                "--server.port=" + settings.port(application.port()),
                "--fangwei.issuer=" + settings.issuer(),
                "--spring.main.banner-mode=off",
                "--spring.main.register-shutdown-hook=false",
                "--spring.lifecycle.timeout-per-shutdown-phase=5s",
                "--spring.jmx.enabled=false");
        return Stream.concat(common, more).toArray(String[]::new);
    }

    private Stream<String> urls() {
        return Application.SERVICES.stream()
                .map(service -> "--fangwei.services.%s.url=%s"
                        .formatted(service.name().replace("-service", ""), settings.url(service.port())));
    }
}
