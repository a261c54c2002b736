package io.fangwei.localmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClients;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordTest {

    private static final Password PASSWORD = new Password("wang=li,1", "a long s3cret: 密码");

    @TempDir
    Path folder;

    private LocalMongo mongo;

    @BeforeEach
    void open() {
        mongo = LocalMongo.open(Settings.of(folder, 0).withPassword(PASSWORD));
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    private String uri(String user, String secret) {
        return "mongodb://" + user + ":" + secret + "@127.0.0.1:" + mongo.port() + "/?serverSelectionTimeoutMS=5000";
    }

    private static void write(String uri) {
        try (var client = MongoClients.create(uri)) {
            var collection = client.getDatabase("a").getCollection("c");
            collection.insertOne(new Document("n", 1));
            assertThat(collection.countDocuments()).isPositive();
        }
    }

    @Test
    void who_knows_the_password_may_write() {
        write(uri("wang%3Dli%2C1", "a%20long%20s3cret%3A%20%E5%AF%86%E7%A0%81"));
        write(uri("wang%3Dli%2C1", "a%20long%20s3cret%3A%20%E5%AF%86%E7%A0%81") + "&authMechanism=SCRAM-SHA-256");
    }

    @Test
    void who_does_not_know_it_is_refused() {
        for (String uri :
                List.of(uri("wang%3Dli%2C1", "wrong"), uri("somebody", "a%20long%20s3cret%3A%20%E5%AF%86%E7%A0%81"))) {
            assertThatThrownBy(() -> write(uri))
                    .isInstanceOf(MongoSecurityException.class)
                    .hasRootCauseInstanceOf(MongoCommandException.class)
                    .rootCause()
                    .hasMessageContaining("18 (AuthenticationFailed)");
        }
    }

    @Test
    void who_says_nothing_may_only_ask_whether_the_server_is_there() {
        try (var client = MongoClients.create(mongo.connectionString())) {
            var database = client.getDatabase("a");
            assertThat(database.runCommand(new Document("hello", 1))).containsEntry("isWritablePrimary", true);
            assertThat(database.runCommand(new Document("ping", 1))).containsEntry("ok", 1.0);

            for (String command :
                    List.of("find", "insert", "listCollections", "serverStatus", "dropDatabase", "getMore")) {
                assertThatThrownBy(() -> database.runCommand(new Document(command, "c")))
                        .as(command)
                        .isInstanceOfSatisfying(
                                MongoCommandException.class,
                                refused -> assertThat(refused.getCode()).isEqualTo(13));
            }
        }
    }

    @Test
    void elsewhere_than_on_loopback_a_password_is_needed() throws UnknownHostException {
        var everywhere = InetAddress.getByName("0.0.0.0");

        assertThatThrownBy(() -> Settings.of(folder, 0).withAddress(everywhere))
                .hasMessage("A server that listens on 0.0.0.0 needs a user and a password.");
        assertThat(Settings.of(folder, 0)
                        .withPassword(PASSWORD)
                        .withAddress(everywhere)
                        .address())
                .isEqualTo(everywhere);
    }
}
