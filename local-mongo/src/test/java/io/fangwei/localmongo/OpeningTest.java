package io.fangwei.localmongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningTest {

    @TempDir
    Path directory;

    @Test
    void a_document_is_there_after_a_restart() {
        try (var mongo = LocalMongo.open(directory, 0);
                var client = MongoClients.create(mongo.connectionString())) {
            client.getDatabase("a").getCollection("c").insertOne(new Document("_id", 1));
        }

        try (var mongo = LocalMongo.open(directory, 0);
                var client = MongoClients.create(mongo.connectionString())) {
            assertThat(client.getDatabase("a").getCollection("c").find().first())
                    .isEqualTo(new Document("_id", 1));
        }
    }
}
