package io.fangwei.kernel.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.testing.ServiceTest;
import io.fangwei.kernel.testing.TestInfrastructure;
import io.fangwei.kernel.testing.TestTokens;
import io.fangwei.localmongo.LocalMongo;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ServiceTest("spring.config.name=tally-service")
@ContextConfiguration(initializers = {TestInfrastructure.class, DatabaseAwayTest.OwnDatabase.class})
@DirtiesContext
class DatabaseAwayTest {

    static final Path FOLDER = Path.of("target", "databases", "away-" + UUID.randomUUID());
    static LocalMongo database = LocalMongo.open(FOLDER, 0);
    static final int PORT = database.port();
    static final UUID INSURER = UUID.randomUUID();

    static class OwnDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "own-database",
                            Map.of(
                                    "spring.mongodb.uri",
                                    database.connectionString() + "/away?serverSelectionTimeoutMS=1000")));
        }
    }

    @Autowired
    MockMvc http;

    @Autowired
    MongoTemplate mongo;

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void while_the_database_is_away_commands_are_told_to_come_back_and_what_was_acknowledged_is_there_afterwards()
            throws Exception {
        begin("before").andExpect(status().isCreated());

        database.close();
        begin("meanwhile")
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "5"))
                .andExpect(jsonPath("$.rule").value("database-away"));

        database = LocalMongo.open(FOLDER, PORT);
        begin("meanwhile").andExpect(status().isCreated());
        begin("before").andExpect(status().isCreated()).andExpect(header().string("Idempotency-Replayed", "true"));
        assertThat(mongo.getCollection(Tallies.COLLECTION).countDocuments(new Document("state.insurerId", INSURER)))
                .isEqualTo(2);
    }

    private ResultActions begin(String key) throws Exception {
        return http.perform(post("/api/tally/v1/tallies")
                .header("Authorization", TestTokens.bearer(Callers.ofInsurer("im.one", INSURER, Role.IM)))
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .content("{\"name\":\"a\"}"));
    }
}
