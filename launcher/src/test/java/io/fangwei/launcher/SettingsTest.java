package io.fangwei.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @Test
    void what_nobody_names_is_embedded() {
        var settings = Settings.of(Map.of("FANGWEI_KAFKA", " "), null, true, true, null, false);

        assertThat(settings.data()).isEqualTo(Path.of("data"));
        assertThat(settings.kafka()).isEqualTo("127.0.0.1:19092");
        assertThat(settings.issuer()).isEqualTo("http://127.0.0.1:9000");
        assertThat(settings.ports())
                .contains(Port.KAFKA, Port.KAFKA_CONTROLLER, Port.MONGO, Port.ISSUER)
                .doesNotContain(Port.DESK);
    }

    @Test
    void what_the_environment_names_is_used_instead() {
        var settings = Settings.of(
                Map.of(
                        "FANGWEI_MONGODB_URI", "mongodb://db:27017",
                        "FANGWEI_KAFKA", "broker:9092",
                        "FANGWEI_ISSUER", "https://login.example/realms/fangwei"),
                null,
                true,
                true,
                null,
                false);

        assertThat(settings.kafka()).isEqualTo("broker:9092");
        assertThat(settings.issuer()).isEqualTo("https://login.example/realms/fangwei");
        assertThat(settings.ports())
                .doesNotContain(Port.KAFKA, Port.KAFKA_CONTROLLER, Port.MONGO, Port.ISSUER)
                .contains(Port.DESK);
    }

    @Test
    void the_offset_moves_every_port() {
        var settings = Settings.of(Map.of("FANGWEI_PORT_OFFSET", "100"), null, true, true, null, false);

        assertThat(settings.issuer()).isEqualTo("http://127.0.0.1:9100");
        assertThat(settings.url(Port.GATEWAY)).hasToString("http://127.0.0.1:8180");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            mongodb://db:27017,                              mongodb://db:27017/fangwei-visit
            mongodb://db:27017/,                             mongodb://db:27017/fangwei-visit
            mongodb://db:27017/?replicaSet=rs,               mongodb://db:27017/fangwei-visit?replicaSet=rs
            mongodb://u:p@a:1/admin?ssl=true,                mongodb://u:p@a:1/fangwei-visit?authSource=admin&ssl=true
            mongodb://u:p@a:1/admin?authSource=x,            mongodb://u:p@a:1/fangwei-visit?authSource=x
            mongodb+srv://cloud.example?w=majority,          mongodb+srv://cloud.example/fangwei-visit?w=majority
            """)
    void every_service_has_a_database_of_its_own(String given, String expected) {
        assertThat(new MongoAddress(given).of("fangwei-visit")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            mongodb://db:27017,                         mongodb://db:27017/?serverSelectionTimeoutMS=1800&connectTimeoutMS=1500
            mongodb://db/admin,                         mongodb://db/admin?serverSelectionTimeoutMS=1800&connectTimeoutMS=1500
            mongodb://db/?connectTimeoutMS=9&w=1,       mongodb://db/?connectTimeoutMS=9&w=1&serverSelectionTimeoutMS=1800
            """)
    void a_database_that_is_away_is_known_to_be_so_within_two_seconds_unless_somebody_wants_otherwise(
            String given, String expected) {
        assertThat(new MongoAddress(given).patientForTwoSeconds().uri()).isEqualTo(expected);
    }
}
