package io.fangwei.localmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.IndexOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningTest {

    @TempDir
    Path directory;

    @Test
    void documents_and_indexes_are_there_after_a_restart() {
        try (var mongo = LocalMongo.open(directory, 0);
                var client = MongoClients.create(mongo.connectionString())) {
            var collection = client.getDatabase("a").getCollection("c");
            collection.createIndex(new Document("n", 1), new IndexOptions().unique(true));
            collection.insertOne(new Document("_id", 1).append("n", 7));
        }

        try (var mongo = LocalMongo.open(directory, 0);
                var client = MongoClients.create(mongo.connectionString())) {
            var collection = client.getDatabase("a").getCollection("c");
            assertThat(collection.find(new Document("n", 7)).first()).containsEntry("_id", 1);
            assertThat(mongo.documentsExamined()).isEqualTo(1);
            assertThat(mongo.keysExamined()).isEqualTo(1);
        }
    }

    @Test
    void a_second_server_on_the_same_directory_is_refused() {
        try (var first = LocalMongo.open(directory, 0)) {
            assertThatThrownBy(() -> LocalMongo.open(directory, 0))
                    .isInstanceOf(DirectoryInUseException.class)
                    .hasMessage("The data folder " + directory + " is already in use by another server.");
            assertThat(first.port()).isPositive();
        }
    }

    @Test
    void an_occupied_port_is_refused_and_the_directory_free_again() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();
            assertThatThrownBy(() -> LocalMongo.open(directory, port))
                    .isInstanceOf(PortInUseException.class)
                    .hasMessage("Port " + port + " is already in use by another program.");
        }

        LocalMongo.open(directory, 0).close();
    }

    @Test
    void a_directory_that_cannot_be_written_is_refused() throws IOException {
        var file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> LocalMongo.open(file, 0)).hasMessageContaining("cannot be written");
    }

    @Test
    void the_connection_string_names_the_loopback_and_the_port() {
        try (var mongo = LocalMongo.open(directory, 0)) {
            assertThat(mongo.connectionString()).isEqualTo("mongodb://127.0.0.1:" + mongo.port());
        }
    }

    @Test
    void closing_twice_is_closing_once_whoever_is_connected() {
        var mongo = LocalMongo.open(directory, 0);
        try (var client = MongoClients.create(mongo.connectionString())) {
            var collection = client.getDatabase("a").getCollection("c");
            for (int i = 0; i < 300; i++) {
                collection.insertOne(new Document("_id", i));
            }
            var cursor = collection.find().batchSize(5).iterator();
            cursor.next();

            mongo.close();
            mongo.close();
        }
    }
}
